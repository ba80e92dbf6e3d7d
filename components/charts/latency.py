"""Latency: how long each of the candidate's turns took to begin, unusual ones marked."""

from collections.abc import Sequence
from statistics import median

import plotly.graph_objects as go

from components.charts import label, theme
from components.charts._canvas import Canvas, Margins, Part, across, glyph
from components.charts._scale_axis import axis_title, quiet_axis
from components.charts._touch import steady, touch
from services.models import notation
from services.models.recording import LatencySummary, LatencyTurn, Speaker

_HEIGHT = 170
_LABELLED = 14
_FEWEST = 9
"""The turns that the axis has room for at least, so that one bar is still a bar."""


def latency_figure(summary: LatencySummary, *, compact: bool = False) -> go.Figure:
    """Draw the seconds before each candidate turn; a turn without a time is a cross on the axis.

    The interviewer's turns are left out, and so is the vendor's own average, which mixes both. The
    last custom datum of a turn is its second in the recording, or None.
    """
    turns = candidate_turns(summary)
    timed = [turn for turn in turns if turn.latency_s is not None]
    middle = median_of(turns)
    top = max((turn.latency_s or 0 for turn in timed), default=1) * 1.22 or 1
    canvas = Canvas(
        rows_height=_HEIGHT,
        margins=Margins(left=44, right=12, top=8, bottom=44),
        xaxis=_turn_axis(turns, compact=compact),
        yaxis=_seconds_axis(top),
        legend=_legend(turns, middle=middle),
        compact=compact,
        shapes=[]
        if middle is None
        else [across(y=middle, dash="dot", color=theme.TEXT, thickness=1.2)],
    )
    return canvas.figure([_bars(timed), _untimed([turn for turn in turns if turn not in timed])])


def candidate_turns(summary: LatencySummary) -> list[LatencyTurn]:
    """Return the candidate's turns in their order."""
    return [turn for turn in summary.turns if turn.role is Speaker.CANDIDATE]


def median_of(turns: Sequence[LatencyTurn]) -> float | None:
    """Return the median latency in seconds of the turns that have one."""
    known = [turn.latency_s for turn in turns if turn.latency_s is not None]
    return median(known) if known else None


def _bars(turns: Sequence[LatencyTurn]) -> Part:
    return {
        "type": "bar",
        "name": "latency",
        "x": [turn.turn for turn in turns],
        "y": [turn.latency_s for turn in turns],
        "width": 0.9,
        "marker": {
            "color": [theme.DOUBT if turn.is_anomaly else theme.SCORE for turn in turns],
            "opacity": 0.85,
            "cornerradius": 3,
            "line": {"width": 0},
        },
        "text": [_number(turn, among=len(turns)) for turn in turns],
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": theme.font(size=theme.SMALL),
        **steady(opacity=0.85, has_text=True),
        **_answers(turns),
    }


def _untimed(turns: Sequence[LatencyTurn]) -> Part:
    return {
        "type": "scatter",
        "name": "not measured",
        "mode": "markers",
        "x": [turn.turn for turn in turns],
        "y": [0 for _ in turns],
        "cliponaxis": False,
        "marker": {
            "symbol": "x-thin",
            "size": 8,
            "opacity": 1,
            "line": {"width": 1.5, "color": theme.MUTED},
        },
        **steady(opacity=1),
        **_answers(turns),
    }


def _answers(turns: Sequence[LatencyTurn]) -> Part:
    return touch((_hover(turn) for turn in turns), (["turn", turn.start_s] for turn in turns))


def _number(turn: LatencyTurn, *, among: int) -> str:
    """Write the seconds over a bar: over each when there are few, else over the marked ones."""
    if turn.latency_s is None or not (turn.is_anomaly or among <= _LABELLED):
        return ""
    number = notation.number(turn.latency_s)
    return f"<b>{number}</b> ▲" if turn.is_anomaly else number


def _hover(turn: LatencyTurn) -> str:
    latency = "not measured" if turn.latency_s is None else f"{notation.number(turn.latency_s)} s"
    lines = [f"<b>Turn {turn.turn}</b>", latency]
    if turn.is_anomaly:
        lines.append("unusual, says the vendor")
    if turn.text:
        lines.append(label.block(turn.text, room=300, lines=4))
    return "<br>".join(lines)


def _turn_axis(turns: Sequence[LatencyTurn], *, compact: bool) -> Part:
    numbers = [turn.turn for turn in turns] or [1]
    step = max(1, round((max(numbers) - min(numbers) + 1) / (6 if compact else 14)))
    return quiet_axis() | {
        "range": [min(numbers) - 1, max(max(numbers) + 1, min(numbers) + _FEWEST)],
        "tick0": min(numbers),
        "dtick": step,
        "showgrid": False,
        "title": axis_title("turn of the conversation"),
    }


def _seconds_axis(top: float) -> Part:
    return quiet_axis() | {
        "range": [0, top],
        "nticks": 5,
        "zeroline": True,
        "zerolinecolor": theme.GRID,
        "ticksuffix": " s",
        "title": {"text": ""},
    }


def _legend(turns: Sequence[LatencyTurn], *, middle: float | None) -> list[str]:
    if middle is None:
        return ["no latency of a candidate's turn was given"]
    items = [
        f"{glyph('■', color=theme.SCORE)} seconds before a candidate's turn",
        f"{glyph('┈', color=theme.TEXT)} median {notation.number(middle)} s",
    ]
    if any(turn.is_anomaly for turn in turns):
        items.append(f"{glyph('■', color=theme.DOUBT)} ▲ unusual, says the vendor")
    if any(turn.latency_s is None for turn in turns):
        items.append("× not measured")
    return items
