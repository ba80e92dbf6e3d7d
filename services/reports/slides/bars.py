"""Counts as native bars, read from the top; a missing bar is a missing point, never a zero."""

from collections.abc import Iterator
from dataclasses import replace

from pptx.chart.chart import Chart
from pptx.chart.series import BarSeries
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
)
from pptx.slide import Slide
from pptx.util import Pt

from services.models.content import Bars
from services.reports import palette
from services.reports.slides import chart_look, measure
from services.reports.slides.chart_data import ChartData
from services.reports.slides.inert import one_line
from services.reports.slides.page import Sheet
from services.reports.slides.paragraphs import Box, Run, Style, rgb, text_box

MISSING = "Where a bar is missing, the number is not known: it is not 0."
NARROW = "A part that is too narrow for its number has none; the notes and the workbook hold it."
_MOST_BARS = 30
_MOST_CATEGORIES = 18
"""On one slide of 16:9, as bars."""
_AROUND = 66
"""Axis title and legend, in points."""
_NARROWEST = 0.03
"""The share of the axis that a number inside its bar needs."""
_LABELS = 260
_LEGEND = Style(11, palette.MUTED)
_LEGEND_HEIGHT = 18.0
_LIGHT = frozenset({"#E69F00", "#56B4E9", "#CC79A7"})
"""Grounds that dark letters stand on better than white ones."""


def parts(bars: Bars, sheet: Sheet) -> Iterator[Bars]:
    """Return so many categories at once as a slide can hold."""
    most = max(3, sheet.taller(min(_MOST_CATEGORIES, _MOST_BARS // _beside(bars))))
    for start, end in chart_look.shares(len(bars.categories), most=int(most)):
        yield replace(
            bars,
            categories=bars.categories[start:end],
            series=tuple((name, values[start:end]) for name, values in bars.series),
        )


def has_gaps(bars: Bars) -> bool:
    """Whether a bar is missing; categories with one bar each say with the others nothing."""
    rows = list(zip(*(values for _, values in bars.series), strict=True))
    if is_one_each(bars):
        return any(all(value is None for value in row) for row in rows)
    return any(value is None for row in rows for value in row)


def hides_numbers(bars: Bars) -> bool:
    """Whether a part is too narrow for its number."""
    if not bars.stacked or is_one_each(bars):
        return False
    least = ends(bars)[1] * _NARROWEST
    return any(value and value < least for _, values in bars.series for value in values)


def ends(bars: Bars) -> tuple[float, float]:
    """Return where the axis begins and ends, with room for the words behind the longest bar."""
    columns = [values for _, values in bars.series]
    if bars.stacked:
        totals = [sum(value or 0 for value in row) for row in zip(*columns, strict=True)]
    else:
        totals = [value for values in columns for value in values if value is not None]
    low, high = min(totals, default=0), max(totals, default=0)
    return min(0.0, low * 1.12), max(high, 0) * 1.12 or 1


def draw_bars(
    slide: Slide, bars: Bars, box: Box, *, alt: str, axis: tuple[float, float], sheet: Sheet
) -> None:
    """Add the chart at the top of `box`, no higher than its bars need."""
    is_stacked = bars.stacked and not is_one_each(bars)
    above = 0 if is_stacked else _legend(slide, bars, box)
    box = replace(box, top=box.top + above, height=box.height - above)
    needed = len(bars.categories) * sheet.taller(max(40, 22 * _beside(bars) + 16)) + _AROUND
    placed = replace(box, height=min(box.height, needed))
    row = (placed.height - _AROUND) / len(bars.categories)
    size = chart_look.label_size(row)
    data = ChartData(
        [measure.shortened(one_line(each), size, _LABELS) for each in bars.categories],
        [(one_line(name), values) for name, values in bars.series],
        number_format=_number_format(bars),
    )
    kind = XL_CHART_TYPE.BAR_STACKED if is_stacked else XL_CHART_TYPE.BAR_CLUSTERED
    chart = chart_look.add_chart(slide, kind, placed, data, alt=alt)
    _dress(chart, bars, axis, row=row)
    chart_look.name_fonts(chart, (*bars.categories, *(name for name, _ in bars.series), bars.axis))


def _legend(slide: Slide, bars: Bars, box: Box) -> float:
    """Name the colours of bars beside each other, and return the height that this takes.

    Programs read the chart's own legend from different ends where categories begin at the top.
    """
    if len(bars.series) == 1:
        return 0
    room = box.width / len(bars.series) - 40
    runs: list[Run] = []
    for number, (name, _) in enumerate(bars.series):
        runs.append(("■ ", Style(_LEGEND.size, palette.SERIES[number % len(palette.SERIES)])))
        runs.append((f"{measure.cut(one_line(name), _LEGEND.size, room)}     ", _LEGEND))
    text_box(slide, replace(box, height=_LEGEND_HEIGHT), [runs]).name = "Legend"
    return _LEGEND_HEIGHT


def _dress(chart: Chart, bars: Bars, axis: tuple[float, float], *, row: float) -> None:
    chart_look.from_the_top(chart, size=chart_look.label_size(row))
    chart_look.value_axis(chart, title=one_line(bars.axis))
    values = chart.value_axis
    values.minimum_scale, values.maximum_scale = axis
    # Every bar has its number beside it: an axis of numbers would say them twice.
    values.has_major_gridlines = False
    values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    if len(bars.series) > 1 and bars.stacked and not is_one_each(bars):
        chart.has_legend = True
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(chart_look.LABEL_SIZE)
    plot = chart.plots[0]
    plot.gap_width = 45
    plot.overlap = 100 if bars.stacked else -8
    inside = bars.stacked and not is_one_each(bars)
    least = axis[1] * _NARROWEST if inside else None
    for number, series in enumerate(plot.series):
        color = palette.SERIES[number % len(palette.SERIES)]
        size = chart_look.label_size(row / _beside(bars))
        _dress_series(series, color, size=size, least=least, number_format=_number_format(bars))


def _dress_series(
    series: BarSeries, color: str, *, size: float, least: float | None, number_format: str
) -> None:
    """Colour the bars; their numbers stand behind them, or inside from `least` on."""
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = rgb(color)
    series.invert_if_negative = False
    labels = series.data_labels
    labels.show_value = True
    labels.font.size = Pt(size)
    if least is None:
        labels.position = XL_LABEL_POSITION.OUTSIDE_END
        labels.font.color.rgb = rgb(palette.TEXT)
        return
    labels.position = XL_LABEL_POSITION.CENTER
    labels.font.color.rgb = rgb(palette.TEXT if color in _LIGHT else palette.GROUND)
    labels.number_format = f'[>={least:.4f}]{number_format};""'
    labels.number_format_is_linked = False


def _number_format(bars: Bars) -> str:
    """Return how a spreadsheet writes the numbers: none has more decimals than it needs."""
    held = (value for _, values in bars.series for value in values if value is not None)
    return "#,##0" if all(float(value).is_integer() for value in held) else "#,##0.0##"


def _beside(bars: Bars) -> int:
    """Return how many bars each category has beside each other."""
    return 1 if bars.stacked else max(1, len(bars.series))


def is_one_each(bars: Bars) -> bool:
    """Whether no category has more than one part: then nothing is stacked."""
    rows = zip(*(values for _, values in bars.series), strict=True)
    return bars.stacked and all(sum(value is not None for value in row) <= 1 for row in rows)
