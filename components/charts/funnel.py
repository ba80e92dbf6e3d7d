"""Operations funnel: how many interviews got how far, and how the others ended."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts import label, theme
from components.charts._canvas import Canvas, Margins, Part, glyph, muted, rows_axis, words
from components.charts._touch import steady, touch
from services.models import notation
from services.models.funnel import FunnelBar, FunnelGroup

_NAME_ROOM = 150
_WORDS = 116
_SHADES = (theme.SEQUENTIAL[2], theme.SEQUENTIAL[4], theme.SEQUENTIAL[7], theme.SEQUENTIAL[9])
"""From invited to reported: the further, the stronger."""
_MOST_GROUPS = 15


@dataclass(frozen=True, slots=True)
class Line:
    """One bar or heading with the middle of its place, in pixels from the top."""

    text: str
    bar: FunnelBar | None
    middle: float
    shade: str = theme.MUTED


def funnel_figure(group: FunnelGroup, *, compact: bool = False) -> go.Figure:
    """Draw the stages, each holding the next, and below them every end on its own.

    A click hands over the bar's key. An end that nobody met is left out; the ends add up to the
    invited.
    """
    lines, height = _placed(group, compact=compact)
    total = max(group.stages[0].count, 1)
    frame = Canvas(
        rows_height=height,
        margins=Margins(
            left=12 if compact else _NAME_ROOM, right=12 if compact else _WORDS, top=8, bottom=8
        ),
        xaxis=_axis(total),
        yaxis=rows_axis(height),
        compact=compact,
        annotations=_words(lines, compact=compact),
    )
    return frame.figure([_bars([line for line in lines if line.bar], compact=compact)])


def groups_figure(groups: Sequence[FunnelGroup], *, compact: bool = False) -> go.Figure:
    """Draw one row for each group: four bars over each other, from invited to reported.

    A click hands over the group's label and the stage's key. Beyond fifteen groups the table says
    the rest.
    """
    shown = groups[:_MOST_GROUPS]
    step = 52 if compact else 36
    height = round(step * len(shown)) + 8
    places = [4 + step * (index + (0.68 if compact else 0.5)) for index in range(len(shown))]
    total = max((group.stages[0].count for group in shown), default=1) or 1
    annotations = []
    for group, middle in zip(shown, places, strict=True):
        annotations += _group_words(group, middle=middle, compact=compact)
    frame = Canvas(
        rows_height=height,
        margins=Margins(left=12 if compact else 200, right=12 if compact else 150, top=8, bottom=8),
        xaxis=_axis(total),
        yaxis=rows_axis(height),
        legend=_legend(shown),
        compact=compact,
        annotations=annotations,
    )
    return frame.figure(
        [_layer(shown, places, index=index) for index in range(len(_SHADES))] if shown else []
    )


def _placed(group: FunnelGroup, *, compact: bool) -> tuple[list[Line], int]:
    step = 46 if compact else 34
    lines, top = [], 4.0
    for bar, shade in zip(group.stages, _SHADES, strict=True):
        lines.append(Line(bar.label, bar, top + step / 2, shade))
        top += step
    lines.append(Line("How they stand or ended", None, top + 20))
    top += 34
    for bar in group.ends:
        if bar.count:
            lines.append(Line(bar.label, bar, top + step / 2 - 2))
            top += step - 4
    return lines, round(top + 4)


def _axis(total: int) -> Part:
    return {
        "range": [0, total],
        "fixedrange": True,
        "visible": False,
        "showgrid": False,
        "zeroline": False,
    }


def _bars(lines: Sequence[Line], *, compact: bool) -> Part:
    bars = [line.bar for line in lines if line.bar]
    shift = 9 if compact else 0
    return {
        "type": "bar",
        "name": "interviews",
        "orientation": "h",
        "x": [bar.count for bar in bars],
        "y": [line.middle + shift for line in lines],
        "width": 14 if compact else 22,
        "marker": {
            "color": [line.shade for line in lines],
            "opacity": [0.55 if line.shade == theme.MUTED else 1 for line in lines],
            "cornerradius": 3,
            "line": {"width": 0},
        },
        **touch(map(_hover, bars), ([bar.key] for bar in bars)),
    }


def _layer(groups: Sequence[FunnelGroup], places: Sequence[float], *, index: int) -> Part:
    bars = [group.stages[index] for group in groups]
    return {
        "type": "bar",
        "name": bars[0].label,
        "orientation": "h",
        "x": [bar.count for bar in bars],
        "y": list(places),
        "width": 20 - 3 * index,
        "marker": {"color": _SHADES[index], "cornerradius": 2, "line": {"width": 0}},
        **touch(
            (
                f"<b>{label.block(group.label, room=300, lines=3)}</b><br>{_hover(bar)}"
                for group, bar in zip(groups, bars, strict=True)
            ),
            ([group.label, bar.key] for group, bar in zip(groups, bars, strict=True)),
        ),
        **steady(opacity=1),
    }


def _words(lines: Sequence[Line], *, compact: bool) -> list[Part]:
    parts = []
    for line in lines:
        shown = label.block(line.text, room=_NAME_ROOM - 16 if line.bar else 300, lines=2)
        if line.bar is None:
            shown = muted(f"<b>{shown}</b>", size=theme.SMALL + 0.5)
        at = line.middle - (9 if compact and line.bar else 0)
        shift = -12 if compact else -_NAME_ROOM
        parts.append(words(shown, x=0, y=at, anchor="left", shift=shift))
        if line.bar:
            anchor, beside = ("right", 12) if compact else ("left", 12)
            number = count_words(line.bar)
            parts.append(words(number, x=1, y=at, anchor=anchor, shift=beside))
    return parts


def count_words(bar: FunnelBar) -> str:
    """Write the count in bold with its share of the invited in the quiet voice, as markup."""
    share = "" if bar.share is None else f" {muted(f'{notation.percent(bar.share)} &#37;')}"
    return f"<b>{bar.count:,}</b>{share}"


def _group_words(group: FunnelGroup, *, middle: float, compact: bool) -> list[Part]:
    name = label.block(group.label, room=150 if compact else 180, lines=1 if compact else 2)
    way = " → ".join(f"{bar.count:,}" for bar in group.stages)
    at = middle - (22 if compact else 0)
    anchor, beside = ("right", 12) if compact else ("left", 12)
    return [
        words(name, x=0, y=at, anchor="left", shift=-12 if compact else -200),
        words(way, x=1, y=at, anchor=anchor, shift=beside),
    ]


def _hover(bar: FunnelBar) -> str:
    share = "" if bar.share is None else f", {notation.percent(bar.share)} &#37; of the invited"
    lines = [f"<b>{label.escaped(bar.label)}</b>: {bar.count:,}{share}"]
    lines += [
        label.escaped(f"{vendor} “{word}” {count:,}")
        for vendor, word, count in bar.vendor_words[:6]
    ]
    return "<br>".join(lines)


def _legend(groups: Sequence[FunnelGroup]) -> list[str]:
    if not groups:
        return []
    return [
        f"{glyph('■', color=shade)} {label.escaped(bar.label.lower())}"
        for bar, shade in zip(groups[0].stages, _SHADES, strict=True)
    ]
