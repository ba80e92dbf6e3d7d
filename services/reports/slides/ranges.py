"""Values on their bands as a native chart: stacked bars, the first of them without a colour.

Bands are bars that every program draws; error bars and lines of scatter charts are not.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.slide import Slide
from pptx.util import Pt

from services.models import notation
from services.models.content import Range, Ranges
from services.reports import palette
from services.reports.slides import chart_look, measure
from services.reports.slides.chart_data import ChartData
from services.reports.slides.inert import has_right_to_left, one_line
from services.reports.slides.page import Sheet
from services.reports.slides.paragraphs import Box, Run, Style, rgb, text_box
from services.reports.slides.range_parts import (
    COLORS,
    SERIES,
    Axis,
    lengths,
    rounded,
    write_source,
)

_MOST_ROWS = 14
"""On one slide of 16:9."""
_MOST_WIDE_ROWS = 9
"""Where names and words are too wide for one line."""
_ROW = 44.0
"""The highest that a row of it may be."""
_LEGEND_HEIGHT = 18.0
_ABOVE, _BELOW, _RIGHT = 20.0, 44.0, 20.0
"""Around the drawing: the cut's label, the axis with its title, half of the last number."""
_LABELS = 400.0
"""The widest that the names of rows may be."""
_SHARE = 0.6
"""Of a chart that shares its slide, names take no more."""
_AXIS = Style(12, palette.MUTED)
_TWO_LINES = 25.0
"""Rows of this height hold two lines."""
_BETWEEN = "   "
_SHORTEST = 70.0
"""What is left of a name at least."""
_MARKED = "\u200e"
_SMALL = Style(10.5, palette.MUTED)
_CUT = Style(10.5, palette.TEXT, bold=True)


def parts(ranges: Ranges, sheet: Sheet) -> Iterator[Ranges]:
    """Return so many rows at once as a slide can hold."""
    is_wide = any(_is_wide(row, chart_look.LABEL_SIZE, _LABELS) for row in ranges.rows)
    most = int(sheet.taller(_MOST_WIDE_ROWS if is_wide else _MOST_ROWS))
    for start, end in chart_look.shares(len(ranges.rows), most=most):
        yield replace(ranges, rows=ranges.rows[start:end])


def is_drawable(ranges: Ranges) -> bool:
    """Whether there is an axis to draw on."""
    return math.isfinite(ranges.low) and math.isfinite(ranges.high) and ranges.low < ranges.high


def draw_ranges(slide: Slide, ranges: Ranges, box: Box, *, alt: str, sheet: Sheet) -> None:
    """Add legend, chart and cut line at the top of `box`, no higher than the rows need."""
    axis = rounded(ranges.low, ranges.high)
    _legend(slide, ranges, replace(box, height=_LEGEND_HEIGHT))
    needed = len(ranges.rows) * sheet.taller(_ROW) + _ABOVE + _BELOW
    high = min(box.height - _LEGEND_HEIGHT, needed)
    placed = Box(box.left, box.top + _LEGEND_HEIGHT, box.width, high)
    row = (high - _ABOVE - _BELOW) / len(ranges.rows)
    names, size = _names(ranges.rows, row, widest=min(_LABELS, placed.width * _SHARE))
    inside = _inside(placed, names, size)
    columns = zip(*(lengths(each, axis) for each in ranges.rows), strict=True)
    data = ChartData(
        names,
        list(zip(SERIES, columns, strict=True)),
        extra=lambda sheet: write_source(sheet, ranges, axis),
    )
    chart = chart_look.add_chart(slide, XL_CHART_TYPE.BAR_STACKED, placed, data, alt=alt)
    chart_look.place_inside(chart, inside, within=placed)
    _dress(chart, axis, title=one_line(ranges.axis))
    chart_look.from_the_top(chart, size=size)
    chart_look.name_fonts(chart, (*names, ranges.axis))
    _draw_on_top(slide, ranges, axis, inside)


def _inside(placed: Box, names: Sequence[str], size: float) -> Box:
    """Return where the bars lie: right of the names."""
    widest = max(measure.width(line, size) for name in names for line in name.split("\n"))
    return Box(
        left=placed.left + widest + 16,
        top=placed.top + _ABOVE,
        width=placed.width - widest - 16 - _RIGHT,
        height=placed.height - _ABOVE - _BELOW,
    )


def _dress(chart: Chart, axis: Axis, *, title: str) -> None:
    chart_look.value_axis(chart, title="" if axis.base else title)
    values = chart.value_axis
    values.minimum_scale, values.maximum_scale = axis.low - axis.base, axis.high - axis.base
    values.major_unit = axis.unit
    values.tick_labels.number_format = "General"
    values.tick_labels.number_format_is_linked = False
    if axis.base:
        values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 70, 100
    for series, color in zip(plot.series, COLORS, strict=True):
        if color is None:
            series.format.fill.background()
        else:
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = rgb(color)


def _names(rows: Sequence[Range], row: float, *, widest: float) -> tuple[list[str], float]:
    """Return label and words in one, so that they can never be moved apart, and their size.

    Where they are too wide for one line, all stand in two if rows of `row` points hold two.
    """
    size = chart_look.label_size(row)
    said = [(one_line(each.label), one_line(each.words)) for each in rows]
    between = _BETWEEN
    if any(_is_wide(each, size, widest) for each in rows) and row >= _TWO_LINES:
        between, size = "\n", min(size, (row - 4) / (2 * measure.LEADING))
    return [_name(each, size, between, widest=widest) for each in said], size


def _is_wide(row: Range, size: float, widest: float) -> bool:
    """Whether label and words need two lines."""
    said = f"{one_line(row.label)}{_BETWEEN}{one_line(row.words)}"
    return measure.width(said[:2_000], size) > widest


def _name(said: tuple[str, str], size: float, between: str, *, widest: float) -> str:
    label, words = said
    is_stacked = between == "\n"
    # Of numbers nothing is cut before the name has given way.
    words = measure.cut(words, size, widest - (0 if is_stacked else _SHORTEST))
    taken = 0 if is_stacked else measure.width(words + between, size)
    label = measure.shortened(label, size, widest - taken)
    # The marks keep numbers in their order beside a name that is written from the right.
    mark = _MARKED if has_right_to_left(label) else ""
    return f"{mark}{label}{mark}{between}{words}"


def _legend(slide: Slide, ranges: Ranges, box: Box) -> None:
    has_band = any(None not in (row.lower, row.upper) for row in ranges.rows)
    runs: list[Run] = [("▌", Style(10.5, palette.SCORE)), ("value", _SMALL)]
    if has_band:
        runs += [("     ■ ", Style(10.5, palette.BAND)), ("its band or interval", _SMALL)]
    text_box(slide, box, [runs]).name = "Legend"


def _draw_on_top(slide: Slide, ranges: Ranges, axis: Axis, inside: Box) -> None:
    """Draw the cut, and the numbers of an axis that the chart's own would be shifted on."""
    if axis.base:
        _draw_axis(slide, axis, inside, title=one_line(ranges.axis))
    if ranges.cut is not None and axis.low <= ranges.cut <= axis.high:
        x = _x(ranges.cut, axis, inside)
        _line(slide, x, inside, is_cut=True)
        box = Box(x - 60, inside.top - 16, 120, 14)
        said = f"cut {notation.number(ranges.cut)}"
        text_box(slide, box, [[(said, _CUT)]], align="ctr").name = "Cut"


def _draw_axis(slide: Slide, axis: Axis, inside: Box, *, title: str) -> None:
    bottom = inside.top + inside.height
    for tick in axis.ticks:
        box = Box(_x(tick, axis, inside) - 30, bottom + 5, 60, 15)
        said = notation.number(tick)
        text_box(slide, box, [[(said, _AXIS)]], align="ctr").name = "Axis"
    box = Box(inside.left, bottom + 24, inside.width, 16)
    shown = measure.cut(title, _AXIS.size, inside.width)
    text_box(slide, box, [[(shown, _AXIS)]], align="ctr").name = "Axis"
    if axis.low < 0 < axis.high:
        _line(slide, _x(0, axis, inside), inside, is_cut=False)


def _line(slide: Slide, x: float, inside: Box, *, is_cut: bool) -> None:
    top, bottom = Pt(inside.top - 2), Pt(inside.top + inside.height)
    line: Any = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(x), top, Pt(x), bottom)
    line.line.color.rgb = rgb(palette.TEXT)
    line.line.width = Pt(1.25 if is_cut else 0.75)
    if is_cut:
        line.line.dash_style = MSO_LINE.DASH
    line.name = "Cut line" if is_cut else "Zero line"


def _x(value: float, axis: Axis, inside: Box) -> float:
    return inside.left + inside.width * (value - axis.low) / (axis.high - axis.low)
