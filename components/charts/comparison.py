"""Comparison: two to five interviews' scores with their bands, aligned row by row."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import isfinite

import plotly.graph_objects as go

from components.charts import _blocks, _columns, label, theme
from components.charts._blocks import GLYPHS, Block, Lane
from components.charts._canvas import Canvas, Margins, Part, across, glyph, muted, rows_axis, words
from components.charts._marks import arrow, clamped, overlap
from components.charts._scale_axis import scale_axis, span_of
from components.charts._touch import touch
from services.models import notation
from services.models.comparison import Comparison
from services.models.score import Scale, Score

_GUTTER = 12
SYMBOLS = ("circle", "diamond", "square", "triangle-up", "star")
TONES = (
    *(theme.CATEGORY[0], theme.CATEGORY[1], theme.CATEGORY[2]),
    *(theme.CATEGORY[3], theme.CATEGORY[6]),
)
"""One shape and one colour for each interview; a shape is smaller than its band is thick."""


def comparison_figure(
    comparison: Comparison, *, names: Mapping[str, str], compact: bool = False
) -> go.Figure:
    """Draw each score of each interview in a lane of its own; a row holds what has one name.

    Only scores on one scale share the axis: those on another stand in words. Every interview has
    its own shape and colour; `names` says by id what each is called. Under each row's name stands
    what the bands can tell apart, never an order of the points alone. A value beyond the scale is
    an arrow at the axis' end beside its true number.
    """
    scale = _blocks.axis_scale(comparison)
    blocks, height = _blocks.placed(comparison, scale=scale, compact=compact)
    called = [names[row.id] for row in comparison.interviews]
    lanes = [lane for block in blocks for lane in block.lanes]
    drawn = [lane for lane in lanes if lane.is_drawn]
    left, right = (_GUTTER, _GUTTER) if compact else (_left(blocks), _right(lanes, scale))
    frame = Canvas(
        rows_height=height,
        margins=Margins(left=left, right=right, top=8, bottom=26),
        xaxis=scale_axis(scale, compact=compact) | {"showgrid": True},
        yaxis=rows_axis(height),
        legend=_legend(called, drawn, scale=scale),
        compact=compact,
        annotations=[
            *(_name(block, left=left) for block in blocks),
            *(_number(lane, scale=scale, compact=compact) for lane in lanes),
        ],
        shapes=_rules(blocks),
    )
    return frame.figure([_bands(drawn, called, scale=scale), _points(drawn, called, scale=scale)])


def _ends(score: Score, scale: Scale) -> tuple[float, float] | None:
    """Return the band as far as it lies on the axis; None without one, or with a broken one."""
    if not _has_whole_band(score):
        return None
    lower, upper = sorted(end for end in (score.lower, score.upper) if end is not None)
    return overlap((lower, upper), span_of(scale))


def _has_whole_band(score: Score) -> bool:
    """Tell whether both ends of a score's band are numbers."""
    return all(end is not None and isfinite(end) for end in (score.lower, score.upper))


def _bands(lanes: Sequence[Lane], called: Sequence[str], *, scale: Scale) -> Part:
    found = [(lane, *ends) for lane in lanes if lane.score and (ends := _ends(lane.score, scale))]
    return {
        "type": "bar",
        "name": "bands",
        "orientation": "h",
        "base": [lower for _, lower, _ in found],
        "x": [upper - lower for _, lower, upper in found],
        "y": [lane.middle for lane, _, _ in found],
        "width": 16,
        "marker": {
            "color": [TONES[lane.index] for lane, _, _ in found],
            "opacity": 0.32,
            "cornerradius": 5,
            "line": {"width": 0},
        },
        **touch(_hover(lane, called) for lane, _, _ in found),
    }


def _points(lanes: Sequence[Lane], called: Sequence[str], *, scale: Scale) -> Part:
    values = [_value(lane) for lane in lanes]
    full = [bool(lane.score and _has_whole_band(lane.score)) for lane in lanes]
    pairs = list(zip(full, (TONES[lane.index] for lane in lanes), strict=True))
    return {
        "type": "scatter",
        "name": "scores",
        "mode": "markers",
        "cliponaxis": False,
        "x": [clamped(value, span_of(scale)) for value in values],
        "y": [lane.middle for lane in lanes],
        "marker": {
            "symbol": [_symbol(lane, scale) for lane in lanes],
            "size": [12 if SYMBOLS[lane.index] == "star" else 9 for lane in lanes],
            "color": [tone if is_full else theme.BACKGROUND for is_full, tone in pairs],
            "opacity": 1,
            "line": {"width": 1.5, "color": [tone for _, tone in pairs]},
        },
        **touch(_hover(lane, called) for lane in lanes),
    }


def _value(lane: Lane) -> float:
    return lane.score.value if lane.score and lane.score.value is not None else 0


def _symbol(lane: Lane, scale: Scale) -> str:
    return arrow(_value(lane), span_of(scale)) or SYMBOLS[lane.index]


def _left(blocks: Sequence[Block]) -> int:
    widths = [
        *(label.width(line) for block in blocks for line in block.name),
        *(label.width(line, size=theme.SMALL) for block in blocks for line in block.verdict),
    ]
    return round(max(widths, default=0) * 1.04) + 2 * _GUTTER


def _right(lanes: Sequence[Lane], scale: Scale) -> int:
    widths = [
        24
        + label.width(_plain_number(lane.score))
        + label.width(_remark(lane.score, scale), size=theme.SMALL)
        for lane in lanes
    ]
    return round(max(widths, default=0)) + 2 * _GUTTER


def _plain_number(score: Score | None) -> str:
    if score is None:
        return "not asked"
    ends = notation.band(score)
    return f"{notation.value(score)} ({ends})" if ends else notation.value(score)


def _remark(score: Score | None, scale: Scale) -> str:
    """Say what a number needs beside it to be read rightly."""
    if score is None or score.value is None:
        return ""
    parts = [] if score.has_band else ["no band given"]
    if score.scale != scale:
        parts.insert(0, f"of {notation.number(score.scale.high)}")
    elif not scale.low <= score.value <= scale.high and isfinite(score.value):
        parts.append("beyond the scale")
    return ", ".join(parts)


def _name(block: Block, *, left: int) -> Part:
    shown = "<br>".join(map(label.escaped, block.name))
    if not block.lanes:
        heading = muted(f"<b>{shown}</b>", size=theme.SMALL + 0.5)
        return words(heading, x=0, y=block.top, anchor="left", shift=-left)
    lines = [f"<b>{shown}</b>" if block.is_whole else shown]
    lines += [muted(label.escaped(line)) for line in block.verdict]
    text = "<br>".join(lines)
    return words(text, x=0, y=block.top + 6, anchor="left", shift=-left, hang=True)


def _number(lane: Lane, *, scale: Scale, compact: bool) -> Part:
    said = muted("not asked", size=theme.SIZE)
    if lane.score is not None:
        said = _columns.number_words(lane.score)
    if remark := _remark(lane.score, scale):
        said = f"{said} {muted(label.escaped(remark))}"
    text = f"{glyph(GLYPHS[lane.index], color=TONES[lane.index])} {said}"
    if compact:
        above = 18 if lane.is_drawn else 0
        return words(text, x=0, y=lane.middle - above, anchor="left", shift=-_GUTTER)
    return words(text, x=1, y=lane.middle, anchor="left", shift=_GUTTER)


def _rules(blocks: Sequence[Block]) -> list[Part]:
    """Return a line between two rows of one group; a heading sets groups apart already."""
    return [
        across(y=block.top, color=theme.GRID)
        for above, block in pairwise(blocks)
        if above.lanes and block.lanes
    ]


def _hover(lane: Lane, called: Sequence[str]) -> str:
    who = label.block(called[lane.index], room=300, lines=2)
    lines = [f"<b>{GLYPHS[lane.index]} {who}</b>", label.block(lane.name, room=300, lines=3)]
    if lane.score:
        lines.append(notation.with_band(lane.score))
        lines += [label.block(lane.score.label, room=300, lines=2)] if lane.score.label else []
    return "<br>".join(lines)


def _legend(called: Sequence[str], drawn: Sequence[Lane], *, scale: Scale) -> list[str]:
    items = [
        f"{glyph(GLYPHS[index], color=TONES[index])} "
        f"{label.escaped(label.shortened(label.clean(name), room=160))}"
        for index, name in enumerate(called)
    ]
    if any(lane.score and _ends(lane.score, scale) for lane in drawn):
        items.append(f"{glyph('━', color=theme.GREY)} vendor interval, level not stated")
    if any(lane.score and not _has_whole_band(lane.score) for lane in drawn):
        items.append(f"{glyph('○', color=theme.GREY)} open: no band given")
    return items
