"""Questions: how hard each is, against how well it tells strong from weak candidates apart."""

from collections.abc import Sequence
from math import floor

import plotly.graph_objects as go

from components.charts import _estimates, label, theme
from components.charts._canvas import Canvas, Margins, Part, across, glyph
from components.charts._question_dots import GUIDE, Dot, dots, names
from components.charts._scale_axis import axis_title, quiet_axis
from components.charts._touch import steady, touch
from services.models import notation
from services.models.question_health import QuestionHealth, QuestionsAnswer

_HEIGHT = 420
_HEIGHT_COMPACT = 340
_LINES = 40
"""Up to this many questions have their intervals drawn; more would be a thicket."""


def questions_figure(answer: QuestionsAnswer, *, compact: bool = False) -> go.Figure:
    """Draw difficulty (mean share, 0 to 100 %) against discrimination, a dot for each question.

    The area of a dot grows with its scores. Quiet lines are the intervals of discrimination. A
    question without both figures is not drawn: the sentence counts it. A click hands over the
    question's key.
    """
    found = dots(answer.questions)
    height = _HEIGHT_COMPACT if compact else _HEIGHT
    frame = Canvas(
        rows_height=height if found else 8,
        margins=Margins(left=44 if found else 12, right=16, top=8, bottom=44 if found else 8),
        xaxis=_difficulty_axis(compact=compact) if found else {"visible": False},
        yaxis=_discrimination_axis(_lowest(found)) if found else {"visible": False},
        legend=_legend(found, answer),
        compact=compact,
        annotations=_names(found, compact=compact),
        shapes=[across(y=GUIDE, dash="dot", color=theme.GREY)] if found else [],
    )
    return frame.figure([_intervals(found), _dots(found)] if found else [])


def undrawn_words(answer: QuestionsAnswer) -> str:
    """Say how many questions have no place in the figure; empty where all have one."""
    left = len(answer.questions) - len(dots(answer.questions))
    return f"{notation.count(left, 'question')} not drawn: no figures" if left else ""


def discrimination_words(question: QuestionHealth) -> str:
    """Write the discrimination with its interval: "0.34 (0.21–0.46), n = 120"; or why not."""
    found = question.discrimination
    said = _estimates.in_words(found, places=2)
    return said if found.estimate is None else f"{said}, n = {found.n:,}"


def difficulty_words(question: QuestionHealth) -> str:
    """Write the mean share with its interval: "62 % (58–66), n = 120"; or why not."""
    found = question.difficulty
    if found.estimate is None:
        return found.refusal.rstrip(". ")
    ends = _estimates.ends(found, factor=100)
    told = f" ({_estimates.interval(*ends, places=0)})" if ends else ", no interval"
    return f"{notation.percent(found.estimate)} %{told}, n = {found.n:,}"


def _dots(found: Sequence[Dot]) -> Part:
    tones = [theme.DOUBT if dot.is_weak else theme.SCORE for dot in found]
    return {
        "type": "scatter",
        "name": "questions",
        "mode": "markers",
        "cliponaxis": False,
        "x": [dot.x for dot in found],
        "y": [dot.y for dot in found],
        "marker": {
            "symbol": ["diamond" if dot.is_weak else "circle" for dot in found],
            "size": [dot.size for dot in found],
            "color": tones,
            "opacity": 0.7,
            "line": {"width": 1.5, "color": theme.BACKGROUND},
        },
        **steady(opacity=0.7),
        **touch((_hover(dot) for dot in found), ([dot.question.key] for dot in found)),
    }


def _intervals(found: Sequence[Dot]) -> Part:
    spans = [
        (dot, ends)
        for dot in found
        for ends in [_estimates.ends(dot.question.discrimination)]
        if ends and len(found) <= _LINES
    ]
    return {
        "type": "scatter",
        "name": "intervals",
        "mode": "lines",
        "x": [x for dot, _ in spans for x in (dot.x, dot.x, None)],
        "y": [y for _, ends in spans for y in (*ends, None)],
        "line": {"color": theme.GREY, "width": 1.5},
        "opacity": 0.35,
        "hoverinfo": "skip",
    }


def _sizes(found: Sequence[Dot]) -> str:
    """Say what the smallest and the largest dot rest on."""
    least, most = (pick(dot.question.scored for dot in found) for pick in (min, max))
    return f"n = {least:,}" if least == most else f"n = {least:,} to {most:,}"


def _hover(dot: Dot) -> str:
    question = dot.question
    skipped = question.skip_rate.estimate
    lines = [
        f"<b>{label.block(question.text, room=320, lines=6)}</b>",
        f"mean share {label.escaped(difficulty_words(question))}",
        f"discrimination {label.escaped(discrimination_words(question))}",
    ]
    if skipped is not None:
        asked = notation.count(question.asked, "time")
        lines.append(f"skipped {notation.percent(skipped)} &#37;, asked {asked}")
    return "<br>".join(lines)


def _names(found: Sequence[Dot], *, compact: bool) -> list[Part]:
    """Return the names of the few, each beside its dot."""
    return [
        {
            "text": label.escaped(name.text),
            "showarrow": False,
            "xref": "x",
            "x": name.dot.x,
            "xanchor": "left" if name.is_right else "right",
            "xshift": (1 if name.is_right else -1) * (round(name.dot.size / 2) + 3),
            "yref": "y",
            "y": name.dot.y,
            "yanchor": "middle",
            "font": theme.font(size=theme.SMALL),
        }
        for name in names(found, compact=compact)
    ]


def _lowest(found: Sequence[Dot]) -> float:
    """Return the foot of the discrimination axis: -0.2, or lower where a figure needs it."""
    ends = [_estimates.ends(dot.question.discrimination) for dot in found]
    drawn = [end[0] for end in ends if end and len(found) <= _LINES]
    lowest = min([dot.y for dot in found] + drawn)
    return max(-1.0, min(-0.2, floor((lowest - 0.05) * 5) / 5))


def _difficulty_axis(*, compact: bool) -> Part:
    step = 50 if compact else 20
    return quiet_axis() | {
        "range": [-2, 102],
        "tickvals": list(range(0, 101, step)),
        "ticktext": [f"{tick} %" for tick in range(0, 101, step)],
        "title": axis_title("← harder   mean share of the scale   easier →"),
    }


def _discrimination_axis(low: float) -> Part:
    return quiet_axis() | {
        "range": [low - 0.02, 1.02],
        "tick0": 0,
        "dtick": 0.2,
        "tickformat": ".1f",
        "zeroline": True,
        "zerolinecolor": theme.GRID,
        "zerolinewidth": 2,
        "title": {"text": ""},
    }


def _legend(found: Sequence[Dot], answer: QuestionsAnswer) -> list[str]:
    undrawn = undrawn_words(answer)
    if not found:
        return [undrawn] if undrawn else []
    items = [
        "upwards: discrimination, from −1 to 1",
        f"{glyph('●', color=theme.SCORE)} larger: more scores, {_sizes(found)}",
    ]
    if any(dot.is_weak for dot in found):
        items.append(f"{glyph('◆', color=theme.DOUBT)} interval all below {GUIDE:g}")
    if len(found) <= _LINES:
        level = label.escaped(_estimates.level_words(answer.level))
        items.append(f"{glyph('│', color=theme.GREY)} {level}")
    items.append(f"{glyph('┈', color=theme.GREY)} {GUIDE:g}: below it tells little")
    return [*items, *([undrawn] if undrawn else [])]
