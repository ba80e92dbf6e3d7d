"""Operations funnel: how many interviews got how far, and how the others ended."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts import label, theme
from components.charts._canvas import Canvas, Margins, Part, muted, rows_axis, words
from components.charts._touch import steady, touch
from services.models import notation
from services.models.funnel import FunnelBar, FunnelGroup

SHADES = (theme.SEQUENTIAL[2], theme.SEQUENTIAL[4], theme.SEQUENTIAL[7], theme.SEQUENTIAL[9])
"""From invited to reported: the further, the stronger."""
_END_OPACITY = 0.6
_NAME_ROOM = 150
_GUTTER = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One bar or heading with the middle of its place, in pixels from the top."""

    text: str
    bar: FunnelBar | None
    middle: float
    shade: str = theme.GREY


def funnel_figure(group: FunnelGroup, *, compact: bool = False) -> go.Figure:
    """Draw the stages, each holding the next, and below them every end on its own.

    A click anywhere on a bar's row hands over its key. An end that nobody met is left out; the
    ends add up to the invited.
    """
    lines, height = _placed(group, compact=compact)
    total = max((bar.count for bar in (*group.stages, *group.ends)), default=0)
    stages = [line for line in lines if line.bar in group.stages]
    ends = [line for line in lines if line.bar and line not in stages]
    frame = Canvas(
        rows_height=height,
        margins=Margins(
            left=0 if compact else _NAME_ROOM,
            right=0 if compact else _right(lines),
            top=8,
            bottom=8,
        ),
        xaxis=count_axis(total),
        yaxis=rows_axis(height),
        compact=compact,
        annotations=[part for line in lines for part in _words(line, compact=compact)],
    )
    return frame.figure(
        [
            _rows([*stages, *ends], total=total, compact=compact),
            _bars(stages, name="stages", opacity=1, compact=compact),
            _bars(ends, name="ends", opacity=_END_OPACITY, compact=compact),
        ]
    )


def count_axis(total: int) -> Part:
    """Return an axis without a sight of its own: every bar has its number in words."""
    return {
        "range": [0, max(total, 1)],
        "fixedrange": True,
        "visible": False,
        "showgrid": False,
        "zeroline": False,
    }


def percent_of(bar: FunnelBar) -> str:
    """Write the share of the invited in percent; few are never 0 %, and nearly all never 100 %."""
    if bar.share is None:
        return ""
    if 0 < bar.share < 0.005:
        return "<1 %"
    return ">99 %" if 0.995 <= bar.share < 1 else f"{notation.percent(bar.share)} %"


def bar_hover(bar: FunnelBar) -> str:
    """Return the count, its share and the vendors' own words for it, as markup."""
    share = f", {percent_of(bar)} of the invited" if percent_of(bar) else ""
    lines = [f"<b>{label.escaped(bar.label)}</b>: {bar.count:,}{label.escaped(share)}"]
    lines += [
        label.block(f"{vendor} “{word}” {count:,}", room=300, lines=2)
        for vendor, word, count in bar.vendor_words[:6]
    ]
    rest = len(bar.vendor_words) - 6
    return "<br>".join([*lines, *([f"and {rest} more words"] if rest > 0 else [])])


def _placed(group: FunnelGroup, *, compact: bool) -> tuple[list[Line], int]:
    step = 46 if compact else 34
    lines, top = [], 4.0
    for bar, shade in zip(group.stages, SHADES, strict=True):
        lines.append(Line(bar.label, bar, top + step / 2, shade))
        top += step
    ends = [bar for bar in group.ends if bar.count]
    if ends:
        lines.append(Line("How they stand or ended", None, top + 20))
        top += 34
    for bar in ends:
        lines.append(Line(bar.label, bar, top + step / 2 - 2))
        top += step - 4
    return lines, round(top + 4)


def _rows(lines: Sequence[Line], *, total: int, compact: bool) -> Part:
    """Return a clear bar over each row, so that the smallest count can be chosen too."""
    bars = [line.bar for line in lines if line.bar]
    return {
        "type": "bar",
        "name": "rows",
        "orientation": "h",
        "x": [max(total, 1)] * len(bars),
        "y": [line.middle for line in lines],
        "width": 40 if compact else 28,
        "marker": {"color": theme.CLEAR, "line": {"width": 0}},
        **touch(map(bar_hover, bars), ([bar.key] for bar in bars)),
    }


def _bars(lines: Sequence[Line], *, name: str, opacity: float, compact: bool) -> Part:
    bars = [line.bar for line in lines if line.bar]
    return {
        "type": "bar",
        "name": name,
        "orientation": "h",
        "x": [bar.count for bar in bars],
        "y": [line.middle + (10 if compact else 0) for line in lines],
        "width": 14 if compact else 22,
        "marker": {
            "color": [line.shade for line in lines],
            "opacity": opacity,
            "cornerradius": 3,
            "line": {"width": 0},
        },
        **touch(map(bar_hover, bars), ([bar.key] for bar in bars)),
        **steady(opacity=opacity),
    }


def _right(lines: Sequence[Line]) -> int:
    """Return the pixels that the counts need, which are bold."""
    widths = [
        label.width(f"{line.bar.count:,}") * 1.08
        + label.width(f" {percent_of(line.bar)}", size=theme.SMALL)
        for line in lines
        if line.bar
    ]
    return round(max(widths, default=0)) + 2 * _GUTTER


def _words(line: Line, *, compact: bool) -> list[Part]:
    left = 0 if compact else -_NAME_ROOM
    if line.bar is None:
        heading = muted(f"<b>{label.escaped(line.text)}</b>", size=theme.SMALL + 0.5)
        return [words(heading, x=0, y=line.middle, anchor="left", shift=left)]
    at = line.middle - (9 if compact else 0)
    name = label.block(line.text, room=_NAME_ROOM - _GUTTER, lines=1 if compact else 2)
    share = label.escaped(percent_of(line.bar))
    number = f"<b>{line.bar.count:,}</b>" + (f" {muted(share)}" if share else "")
    anchor, beside = ("right", 0) if compact else ("left", _GUTTER)
    return [
        words(name, x=0, y=at, anchor="left", shift=left),
        words(number, x=1, y=at, anchor=anchor, shift=beside),
    ]
