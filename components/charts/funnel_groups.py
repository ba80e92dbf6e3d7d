"""Funnels of groups: one row for each role, vendor or month, from invited to reported."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts import label, theme
from components.charts._canvas import Canvas, Margins, Part, glyph, muted, rows_axis, words
from components.charts._touch import steady, touch
from components.charts.funnel import SHADES, bar_hover, count_axis
from services.models.funnel import FunnelBar, FunnelGroup

MOST_GROUPS = 15
_NAME_ROOM = 180
_GUTTER = 12


def groups_figure(groups: Sequence[FunnelGroup], *, compact: bool = False) -> go.Figure:
    """Draw one row for each group: four bars over each other, from invited to reported.

    A click hands over the group's label and the stage's key. Beyond fifteen groups the table says
    the rest, and a line at the foot that it does.
    """
    shown = groups[:MOST_GROUPS]
    step = 62 if compact else 36
    height = step * len(shown) + 8
    middles = [
        4 + step * (index + 1) - 14 if compact else 4 + step * (index + 0.5)
        for index in range(len(shown))
    ]
    left = 0 if compact else _left(shown)
    total = max((bar.count for group in shown for bar in group.stages), default=0)
    annotations = [
        part
        for group, middle in zip(shown, middles, strict=True)
        for part in _words(group, middle=middle, left=left, compact=compact)
    ]
    rest = len(groups) - len(shown)
    frame = Canvas(
        rows_height=height,
        margins=Margins(
            left=left,
            right=0 if compact else _right(shown),
            top=8,
            bottom=30 if rest else 8,
        ),
        xaxis=count_axis(total),
        yaxis=rows_axis(height),
        legend=_legend(shown),
        compact=compact,
        annotations=[*annotations, *([_rest(rest, left=left)] if rest else [])],
    )
    layers = [_layer(shown, middles, index=index) for index in range(len(SHADES))]
    return frame.figure([_rows(shown, middles, total=total), *layers] if shown else [])


def _rows(groups: Sequence[FunnelGroup], middles: Sequence[float], *, total: int) -> Part:
    """Return a clear bar over each row, which stands for the invited."""
    return {
        "type": "bar",
        "name": "rows",
        "orientation": "h",
        "x": [max(total, 1)] * len(groups),
        "y": list(middles),
        "width": 28,
        "marker": {"color": theme.CLEAR, "line": {"width": 0}},
        **_touched(groups, [group.stages[0] for group in groups]),
    }


def _layer(groups: Sequence[FunnelGroup], middles: Sequence[float], *, index: int) -> Part:
    bars = [group.stages[index] for group in groups]
    return {
        "type": "bar",
        "name": bars[0].label if bars else "",
        "orientation": "h",
        "x": [bar.count for bar in bars],
        "y": list(middles),
        "width": 20 - 4 * index,
        "marker": {"color": SHADES[index], "cornerradius": 2, "line": {"width": 0}},
        **_touched(groups, bars),
        **steady(opacity=1),
    }


def _touched(groups: Sequence[FunnelGroup], bars: Sequence[FunnelBar]) -> Part:
    pairs = list(zip(groups, bars, strict=True))
    return touch(
        (
            f"<b>{label.block(group.label, room=300, lines=3)}</b><br>{bar_hover(bar)}"
            for group, bar in pairs
        ),
        ([group.key, bar.key] for group, bar in pairs),
    )


def way(group: FunnelGroup) -> str:
    """Write the counts from invited to reported: "12 → 10 → 9 → 9"."""
    return " → ".join(f"{bar.count:,}" for bar in group.stages)


def _left(groups: Sequence[FunnelGroup]) -> int:
    widths = [
        label.width(line)
        for group in groups
        for line in label.wrapped(group.label, room=_NAME_ROOM, lines=2)
    ]
    return round(max(widths, default=0)) + 2 * _GUTTER


def _right(groups: Sequence[FunnelGroup]) -> int:
    widths = [label.width(way(group)) for group in groups]
    return round(max(widths, default=0) * 1.1) + 2 * _GUTTER


def _words(group: FunnelGroup, *, middle: float, left: int, compact: bool) -> list[Part]:
    if compact:
        name = label.block(group.label, room=theme.COMPACT, lines=1)
        both = f"{name}<br>{muted(way(group))}"
        return [words(both, x=0, y=middle - 30, anchor="left", shift=-left)]
    name = label.block(group.label, room=_NAME_ROOM, lines=2)
    return [
        words(name, x=0, y=middle, anchor="left", shift=-left),
        words(way(group), x=1, y=middle, anchor="left", shift=_GUTTER),
    ]


def _rest(rest: int, *, left: int) -> Part:
    text = muted(f"{rest} more in the table")
    part = words(text, x=0, y=0, anchor="left", shift=-left)
    return part | {"yref": "paper", "yanchor": "top", "yshift": -8}


def _legend(groups: Sequence[FunnelGroup]) -> list[str]:
    if not groups:
        return []
    return [
        f"{glyph('■', color=shade)} {label.escaped(bar.label.lower())}"
        for bar, shade in zip(groups[0].stages, SHADES, strict=True)
    ]
