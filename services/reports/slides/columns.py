"""Upright native bars: bins of a scale, turns of a talk; each group below the other."""

from collections.abc import Iterator
from dataclasses import replace

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.slide import Slide
from pptx.util import Pt

from services.models.content import Bars
from services.reports import palette
from services.reports.slides import chart_look, measure
from services.reports.slides.bars import is_one_each
from services.reports.slides.chart_data import ChartData
from services.reports.slides.inert import one_line
from services.reports.slides.page import Sheet
from services.reports.slides.paragraphs import Box, Run, Style, rgb, text_box

_MOST_COLUMNS = 40
_MOST_PANELS = 3
_HEAD = Style(12, palette.TEXT)
_HEAD_HEIGHT = 18.0
_NAME_HEIGHT = 20.0
"""Below the columns: their names, and once more what they are."""
_MOST_HEIGHT = 300.0
"""Of a chart on a slide of 16:9."""
_SMALLEST = 8
_WHITE = 0.35
"""Of a column's room, what is left free beside it."""


def is_upright(bars: Bars) -> bool:
    """Whether the bars stand upright: none lies on top of another."""
    return bool(bars.across) and (not bars.stacked or is_one_each(bars))


def parts(bars: Bars) -> Iterator[Bars]:
    """Return so many columns and panels at once as a slide can hold."""
    panels = [(0, len(bars.series))]
    if not bars.stacked:
        panels = list(chart_look.shares(len(bars.series), most=_MOST_PANELS))
    for first, last in panels:
        for start, end in chart_look.shares(len(bars.categories), most=_MOST_COLUMNS):
            yield replace(
                bars,
                categories=bars.categories[start:end],
                series=tuple((name, held[start:end]) for name, held in bars.series[first:last]),
            )


def draw_columns(
    slide: Slide, bars: Bars, box: Box, *, alt: str, axis: tuple[float, float], sheet: Sheet
) -> None:
    """Fill `box` from its top with one chart, or with one for each series, all on one axis."""
    most = sheet.taller(_MOST_HEIGHT)
    if bars.stacked or len(bars.series) == 1:
        high = min(box.height, most)
        _draw(slide, bars, replace(box, height=high), alt=alt, axis=axis)
        return
    room = min((box.height - _NAME_HEIGHT) / len(bars.series), most)
    for number, each in enumerate(bars.series):
        # There is no height to write both axes' names at each.
        is_last = number == len(bars.series) - 1
        panel = replace(bars, series=(each,), axis="", across=bars.across if is_last else "")
        high = room + (_NAME_HEIGHT if is_last else 0)
        place = replace(box, top=box.top + number * room, height=high)
        said = alt if number == 0 else "The same figure, continued."
        chart = _draw(slide, panel, place, alt=said, axis=axis)
        # One height for all: a column means the same in each.
        within = _below_head(place)
        inside = replace(within, height=room - _HEAD_HEIGHT - _NAME_HEIGHT)
        chart_look.place_inside(chart, inside, within=within)


def _below_head(box: Box) -> Box:
    return replace(box, top=box.top + _HEAD_HEIGHT, height=box.height - _HEAD_HEIGHT)


def _draw(slide: Slide, bars: Bars, box: Box, *, alt: str, axis: tuple[float, float]) -> Chart:
    _head(slide, bars, replace(box, height=_HEAD_HEIGHT))
    placed = _below_head(box)
    data = ChartData(
        [one_line(each) for each in bars.categories],
        [(one_line(name), values) for name, values in bars.series],
        number_format=_number_format(bars),
    )
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED
    chart = chart_look.add_chart(slide, kind, placed, data, alt=alt)
    _dress(chart, bars, axis, room=placed.width / len(bars.categories))
    chart_look.name_fonts(chart, (*bars.categories, *(name for name, _ in bars.series), bars.axis))
    return chart


def _head(slide: Slide, bars: Bars, box: Box) -> None:
    """Name the series and their colours above them."""
    room = box.width / len(bars.series) - 40
    runs: list[Run] = []
    for number, (name, _) in enumerate(bars.series):
        color = palette.SERIES[number % len(palette.SERIES)]
        said = measure.cut(one_line(name), _HEAD.size, room)
        runs += [("■ ", Style(_HEAD.size, color)), (f"{said}     ", _HEAD)]
    text_box(slide, box, [runs]).name = "Legend"


def _dress(chart: Chart, bars: Bars, axis: tuple[float, float], *, room: float) -> None:
    chart_look.value_axis(chart, title=one_line(bars.axis))
    values, names = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = axis
    # Every column has its number above it.
    values.has_major_gridlines = False
    values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    chart_look.axis_title(names, one_line(bars.across))
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = rgb(palette.MUTED)
    size = _size(bars.categories, room)
    names.tick_labels.font.size = Pt(size)
    plot = chart.plots[0]
    plot.gap_width = round(100 * _WHITE / (1 - _WHITE))
    plot.overlap = 100
    number_format = _number_format(bars)
    for number, series in enumerate(plot.series):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(palette.SERIES[number % len(palette.SERIES)])
        series.invert_if_negative = False
        labels = series.data_labels
        labels.show_value = True
        labels.font.size = Pt(size)
        labels.number_format, labels.number_format_is_linked = number_format, False
        labels.position = XL_LABEL_POSITION.OUTSIDE_END


def _size(names: tuple[str, ...], room: float) -> float:
    """Return the size at which the names of columns stand beside each other."""
    fitting = (
        size
        for size in range(chart_look.LABEL_SIZE, _SMALLEST, -1)
        if max(measure.width(one_line(name), size) for name in names) < room - 2
    )
    return next(fitting, _SMALLEST)


def _number_format(bars: Bars) -> str:
    held = [value for _, values in bars.series for value in values]
    digits = "0" if all(value is None or float(value).is_integer() for value in held) else "0.0"
    # Where nothing is missing, a column without a height needs no number to say that it is none.
    return f"{digits};−{digits};{digits}" if None in held else f"{digits};−{digits};"
