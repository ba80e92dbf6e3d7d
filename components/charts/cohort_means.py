"""Means of cohorts: every metric's mean with its interval, a lane for each cohort."""

from collections.abc import Sequence
from itertools import pairwise

import plotly.graph_objects as go

from components.charts import _cohort_look, _estimates, _mean_marks, label, theme
from components.charts._canvas import Part, across, glyph, muted, words
from components.charts._mean_lanes import (
    Layout,
    MeanBlock,
    MeanLane,
    axis_scale,
    mean_blocks,
    number_words,
    second_words,
)
from components.charts._scale_sheet import ScaleSheet
from services.models.cohort import CohortSummary

_GUTTER = 12
_REFUSAL_ROOM = theme.COMPACT - 44


def means_figure(
    cohorts: Sequence[CohortSummary],
    *,
    indices: Sequence[int],
    with_bands: bool = False,
    cut: float | None = None,
    compact: bool = False,
) -> go.Figure:
    """Draw the mean of each metric in `indices` as a point on its interval, cohort under cohort.

    Each cohort has its own shape and colour. A cohort with fewer than five scores, or a metric on
    another scale than the first one's, stands in words. `with_bands` draws the mean that counts
    the interviews' own bands as an open point beneath. A click hands over the metric's key and the
    cohort's place in `cohorts`.
    """
    metrics = [cohorts[0].figures[index].metric for index in indices] if cohorts else []
    scale = axis_scale(metrics)
    layout = Layout(scale=scale, with_bands=with_bands, compact=compact)
    blocks, height = mean_blocks(cohorts, indices=indices, layout=layout)
    lanes = [lane for block in blocks for lane in block.lanes]
    sheet = ScaleSheet(
        height=height,
        scale=scale,
        sides=(_GUTTER, _GUTTER) if compact else (_left(blocks), _right(lanes, layout)),
        cut=cut,
        spans=[lane.span for lane in lanes if lane.is_drawn and compact],
        compact=compact,
    )
    frame = sheet.canvas(
        legend=_legend(cohorts, blocks),
        annotations=_words(blocks, layout=layout, left=sheet.sides[0]),
        shapes=[*_rules(blocks), *([] if compact else _guides(lanes))],
    )
    return frame.figure(_mean_marks.marks([lane for lane in lanes if lane.is_drawn], scale=scale))


def _words(blocks: Sequence[MeanBlock], *, layout: Layout, left: int) -> list[Part]:
    names = [_name(block, left=left) for block in blocks]
    numbers = [
        part
        for block in blocks
        for lane in block.lanes
        for part in _numbers(lane, layout=layout, is_named=block.sign is not None)
    ]
    return [*names, *numbers]


def _left(blocks: Sequence[MeanBlock]) -> int:
    widths = [
        label.width(line) + 18 * (block.sign is not None) for block in blocks for line in block.name
    ]
    return round(max(widths, default=0) * 1.06) + 2 * _GUTTER


def _right(lanes: Sequence[MeanLane], layout: Layout) -> int:
    widths = [label.width(line) + 18 for lane in lanes for line in _lines(lane, layout=layout)]
    return round(max(widths, default=0) * 1.02) + 2 * _GUTTER


def _lines(lane: MeanLane, *, layout: Layout) -> list[str]:
    """Return what stands beside a lane, in plain text."""
    said = number_words(lane.figures)
    if lane.figures.metric.scale != layout.scale and _has_number(lane):
        said += f", on {_estimates.scale_words(lane.figures.metric.scale)}"
    lines = [said if _has_number(lane) else label.shortened(said, room=_REFUSAL_ROOM)]
    return [*lines, *([second_words(lane.figures)] if lane.has_second else [])]


def _name(block: MeanBlock, *, left: int) -> Part:
    lines = "<br>".join(map(label.escaped, block.name))
    text = lines if block.sign is None else f"{_cohort_look.colored_sign(block.sign)} {lines}"
    return words(text, x=0, y=block.top + 8, anchor="left", shift=-left, hang=True)


def _numbers(lane: MeanLane, *, layout: Layout, is_named: bool) -> list[Part]:
    """Return the words of a lane, behind the cohort's sign unless its name stands beside it."""
    first, *second = _lines(lane, layout=layout)
    sign = "" if is_named else f"{_cohort_look.colored_sign(lane.index)} "
    loud = f"{sign}{_bold_number(first) if _has_number(lane) else muted(label.escaped(first))}"
    quiet = [muted(f"○ {label.escaped(line)}") for line in second]
    if layout.compact:
        above = (18 + 17 * len(quiet)) * lane.is_drawn
        text = "<br>".join([loud, *quiet])
        y = lane.middle - above - 11
        return [words(text, x=0, y=y, anchor="left", shift=-_GUTTER, hang=True)]
    places = [lane.middle, lane.second_middle]
    return [
        words(text, x=1, y=y, anchor="left", shift=_GUTTER)
        for text, y in zip([loud, *quiet], places, strict=False)
    ]


def _has_number(lane: MeanLane) -> bool:
    return _estimates.drawn_value(lane.figures.mean) is not None


def _bold_number(line: str) -> str:
    number, _, rest = label.escaped(line).partition(" ")
    return f"<b>{number}</b> {muted(rest, size=theme.SIZE - 1)}"


def _rules(blocks: Sequence[MeanBlock]) -> list[Part]:
    """Return a line between two metrics; cohorts of one metric need none."""
    return [
        across(y=below.top + 1, color=theme.GRID)
        for _, below in pairwise(blocks)
        if below.sign is None
    ]


def _guides(lanes: Sequence[MeanLane]) -> list[Part]:
    return [
        across(y=lane.middle, dash="dot", color=theme.GRID) for lane in lanes if not lane.is_drawn
    ]


def _legend(cohorts: Sequence[CohortSummary], blocks: Sequence[MeanBlock]) -> list[str]:
    """Name the cohorts where the rows do not, and explain only what is drawn."""
    lanes = [lane for block in blocks for lane in block.lanes]
    named = all(block.sign is not None for block in blocks)
    items = [] if named else [_cohort_look.legend_item(i, c.label) for i, c in enumerate(cohorts)]
    drawn = [lane for lane in lanes if lane.is_drawn]
    if drawn:
        level = label.escaped(_estimates.level(drawn[0].figures.mean))
        items.append(f"{glyph('━', color=theme.GREY)} mean with its {level}")
    if any(lane.has_second for lane in lanes):
        items.append(f"{glyph('○', color=theme.GREY)} mean that counts the interviews’ own bands")
    return items
