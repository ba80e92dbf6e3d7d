"""The look that native charts share: fonts, axes, gridlines, exact place of the drawing."""

from collections.abc import Iterable, Iterator
from typing import Any

from pptx.chart.axis import CategoryAxis, ValueAxis
from pptx.chart.chart import Chart
from pptx.enum.chart import XL_AXIS_CROSSES, XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.slide import Slide
from pptx.util import Pt

from services.reports import palette
from services.reports.slides.chart_data import ChartData
from services.reports.slides.fonts import named
from services.reports.slides.paragraphs import Box, elements, rgb

LABEL_SIZE = 12
_CHART = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'


def shares(count: int, *, most: int) -> Iterator[tuple[int, int]]:
    """Return (start, end) of parts of nearly the same size, none of more than `most`."""
    parts = -(-count // most)
    for part in range(parts):
        yield count * part // parts, count * (part + 1) // parts


def add_chart(slide: Slide, kind: XL_CHART_TYPE, box: Box, data: ChartData, *, alt: str) -> Chart:
    """Add a native chart that has no title of its own: the slide's says more."""
    held: Any = data
    frame: Any = slide.shapes.add_chart(
        kind, Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height), held
    )
    frame.name = "Chart"
    frame.element.xpath(".//p:cNvPr")[0].set("descr", alt)
    chart: Chart = frame.chart
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(LABEL_SIZE)
    chart.font.color.rgb = rgb(palette.TEXT)
    return chart


def name_fonts(chart: Chart, texts: Iterable[str]) -> None:
    """Name the fonts that the scripts of these texts need, wherever the chart writes."""
    fonts = named("\n".join(texts))
    root: Any = chart.element
    for look in root.xpath(".//a:defRPr | .//a:rPr") if fonts else ():
        for font in elements(fonts):
            look.append(font)


def label_size(row: float) -> float:
    """Return the size of a font that fits into rows of so many points."""
    return LABEL_SIZE if row >= 22 else 11 if row >= 18 else 10


def from_the_top(chart: Chart, *, size: float) -> None:
    """Read the categories from the top, with the axis of values below them."""
    axis = chart.category_axis
    axis.tick_labels.font.size = Pt(size)
    axis.reverse_order = True
    chart.value_axis.crosses = XL_AXIS_CROSSES.MINIMUM
    # python-pptx cannot say it: the axis of values lies at the last category, the lowest.
    root: Any = chart.element
    root.xpath(".//c:valAx/c:crosses")[0].set("val", "max")
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.format.line.color.rgb = rgb(palette.MUTED)
    axis.format.line.width = Pt(0.75)
    axis.has_major_gridlines = False


def value_axis(chart: Chart, *, title: str) -> None:
    """Set the axis of values in the quiet voice, with what it counts below it."""
    axis = chart.value_axis
    axis_title(axis, title)
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_labels.font.size = Pt(LABEL_SIZE)
    axis.tick_labels.font.color.rgb = rgb(palette.MUTED)
    axis.format.line.fill.background()
    axis.major_gridlines.format.line.color.rgb = rgb(palette.GRID)
    axis.major_gridlines.format.line.width = Pt(0.75)


def axis_title(axis: CategoryAxis | ValueAxis, title: str) -> None:
    """Write beside an axis what it counts; nothing where that is not said."""
    axis.has_title = bool(title)
    if title:
        frame = axis.axis_title.text_frame
        frame.text = title
        font = frame.paragraphs[0].runs[0].font
        font.size, font.bold = Pt(LABEL_SIZE), False
        font.color.rgb = rgb(palette.MUTED)


def place_inside(chart: Chart, inside: Box, *, within: Box) -> None:
    """Fix where the bars lie in the chart: lines can then be put onto them."""
    root: Any = chart.element
    (area,) = root.xpath(".//c:plotArea")
    for old in area.xpath("./c:layout"):
        area.remove(old)
    shares_of = {
        "x": (inside.left - within.left) / within.width,
        "y": (inside.top - within.top) / within.height,
        "w": inside.width / within.width,
        "h": inside.height / within.height,
    }
    parts = "".join(f'<c:{name} val="{share:.6f}"/>' for name, share in shares_of.items())
    area.insert(
        0,
        parse_xml(
            f'<c:layout {_CHART}><c:manualLayout><c:layoutTarget val="inner"/>'
            f'<c:xMode val="edge"/><c:yMode val="edge"/>{parts}</c:manualLayout></c:layout>'
        ),
    )
