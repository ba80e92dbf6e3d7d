"""Values over periods as a native line chart: each point on its interval, as error bars.

The workbook behind it holds value, lower and upper end; "Edit data" moves points with their ends.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.series import LineSeries
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Pt
from xlsxwriter.worksheet import Worksheet

from services.models import notation
from services.models.content import Lines, Range
from services.reports import palette
from services.reports.slides import chart_look, measure
from services.reports.slides.chart_data import ChartData
from services.reports.slides.inert import clean, one_line
from services.reports.slides.paragraphs import Box, rgb
from services.reports.slides.range_parts import Axis

_MARKS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.DIAMOND)
"""Cohorts are told apart without colours too."""
_MARK_SIZE = 8
_NAME = 300.0
_CHART = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'


def is_drawable(lines: Lines) -> bool:
    """Whether there is a value to draw, on an axis that has a length."""
    held = (point for _, points in lines.series for point in points)
    return lines.low < lines.high and any(point and point.value is not None for point in held)


def draw_lines(slide: Slide, lines: Lines, box: Box, *, alt: str) -> None:
    """Fill `box` with one chart; the cut is a dashed line of its own."""
    series = [(_name(name), tuple(map(_value, points))) for name, points in lines.series]
    if lines.cut is not None:
        cut = notation.number(lines.cut)
        series.append((f"cut {cut}", (lines.cut,) * len(lines.categories)))
    data = ChartData(
        [clean(each) for each in lines.categories],
        series,
        extra=lambda sheet: _write_ends(sheet, lines, first=len(series) + 2),
    )
    chart = chart_look.add_chart(slide, XL_CHART_TYPE.LINE_MARKERS, box, data, alt=alt)
    _dress(chart, lines)
    drawn = list(chart.plots[0].series)
    for number, (line, (_, points)) in enumerate(zip(drawn, lines.series, strict=False)):
        color = lines.colors[number]
        _dress_line(line, color)
        _add_ends(line, points, color, column=len(series) + 2 + 2 * number)
    if lines.cut is not None:
        _dress_cut(drawn[-1])
    chart_look.name_fonts(
        chart, (*lines.categories, *(name for name, _ in series), lines.axis, lines.across)
    )


def _name(name: str) -> str:
    return measure.cut(one_line(name), chart_look.LABEL_SIZE, _NAME)


def _value(point: Range | None) -> float | None:
    return point.value if point else None


def _dress(chart: Chart, lines: Lines) -> None:
    chart_look.value_axis(chart, title=one_line(lines.axis))
    axis = Axis(lines.low, lines.high)
    values, names = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = axis.low, axis.high
    values.major_unit = axis.unit
    values.tick_labels.number_format = "General"
    values.tick_labels.number_format_is_linked = False
    chart_look.axis_title(names, one_line(lines.across))
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.format.line.color.rgb = rgb(palette.MUTED)
    names.tick_labels.font.size = Pt(chart_look.LABEL_SIZE - (len(lines.categories) > 9))
    if len(set(lines.colors)) > 1 or lines.cut is not None:
        chart.has_legend = True
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
        chart.legend.font.size = Pt(chart_look.LABEL_SIZE)
        _name_once(chart, lines)
    root: Any = chart.element
    # A period without a figure parts the line: what lies between is not known.
    for blanks in root.xpath(".//c:dispBlanksAs"):
        blanks.set("val", "gap")


def _name_once(chart: Chart, lines: Lines) -> None:
    """Leave the later series of a cohort out of the legend: their names begin like its first."""
    legend: Any = chart.legend._element  # noqa: SLF001  (python-pptx knows no entries)
    first = {color: number for number, color in reversed(list(enumerate(lines.colors)))}
    again = [number for number, color in enumerate(lines.colors) if first[color] != number]
    for number in reversed(again):
        entry = (
            f'<c:legendEntry {_CHART}><c:idx val="{number}"/><c:delete val="1"/></c:legendEntry>'
        )
        legend.xpath("./c:legendPos")[0].addnext(parse_xml(entry))


def _dress_line(line: LineSeries, color: int) -> None:
    shade = rgb(palette.SERIES[color % len(palette.SERIES)])
    line.smooth = False
    line.format.line.color.rgb = shade
    line.format.line.width = Pt(2)
    line.marker.style = _MARKS[color % len(_MARKS)]
    line.marker.size = _MARK_SIZE
    line.marker.format.fill.solid()
    line.marker.format.fill.fore_color.rgb = shade
    line.marker.format.line.color.rgb = rgb(palette.GROUND)


def _dress_cut(line: LineSeries) -> None:
    line.smooth = False
    line.marker.style = XL_MARKER_STYLE.NONE
    line.format.line.color.rgb = rgb(palette.TEXT)
    line.format.line.width = Pt(1.25)
    line.format.line.dash_style = MSO_LINE.DASH


def _reach(point: Range | None, *, is_upper: bool) -> float | None:
    """Return how far the interval reaches from its value; none without a value or an end."""
    if point is None or point.value is None:
        return None
    end = point.upper if is_upper else point.lower
    if end is None:
        return None
    return max(0.0, end - point.value if is_upper else point.value - end)


def _reaches(points: Sequence[Range | None]) -> Iterator[tuple[str, list[float | None]]]:
    yield "plus", [_reach(point, is_upper=True) for point in points]
    yield "minus", [_reach(point, is_upper=False) for point in points]


def _write_ends(sheet: Worksheet, lines: Lines, *, first: int) -> None:
    """Write how far each interval reaches, two columns for each series."""
    for number, (name, points) in enumerate(lines.series):
        for side, (mark, held) in enumerate(_reaches(points)):
            column = first + 2 * number + side
            sheet.write_string(0, column, f"{_name(name)}, {mark}")
            for row, reach in enumerate(held, start=1):
                if reach is not None:
                    sheet.write_number(row, column, reach)


def _add_ends(line: LineSeries, points: Sequence[Range | None], color: int, *, column: int) -> None:
    """Add the intervals as error bars that read the workbook's columns."""
    sides = "".join(
        f"<c:{mark}>{_numbers(held, column + side)}</c:{mark}>"
        for side, (mark, held) in enumerate(_reaches(points))
    )
    shade = palette.SERIES[color % len(palette.SERIES)][1:]
    bars = parse_xml(
        f'<c:errBars {_CHART} xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/>{sides}<c:spPr><a:ln w="19050"><a:solidFill>'
        f'<a:srgbClr val="{shade}"/></a:solidFill></a:ln></c:spPr></c:errBars>'
    )
    element: Any = line._element  # noqa: SLF001  (python-pptx knows no error bars)
    element.xpath("./c:cat")[0].addprevious(bars)


def _numbers(held: Sequence[float | None], column: int) -> str:
    letters = _letters(column)
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{reach!r}</c:v></c:pt>'
        for number, reach in enumerate(held)
        if reach is not None
    )
    return (
        f"<c:numRef><c:f>Sheet1!${letters}$2:${letters}${len(held) + 1}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(held)}"/>{points}'
        "</c:numCache></c:numRef>"
    )


def _letters(column: int) -> str:
    """Return the name of a column, counted from 0."""
    first, last = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)
