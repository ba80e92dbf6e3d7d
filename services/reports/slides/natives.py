"""Which native chart draws a figure, in how many slides, and what a reader must know of it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

from pptx.slide import Slide

from services.models import notation
from services.models.content import Bars, Lines, NativeChart, Range, Ranges
from services.reports.slides import bars, columns, lines, ranges
from services.reports.slides.page import Sheet
from services.reports.slides.paragraphs import Box

Part = TypeVar("Part")
Drawn = Callable[[Slide, Box], None]
INTERVALS = (
    "Upright lines are intervals. A line is parted where another assessment version begins, and "
    "where a period has too few results for a figure."
)


def is_drawable(native: NativeChart) -> bool:
    """Whether there is anything to draw, and something to draw it on."""
    if isinstance(native, Ranges):
        return bool(native.rows) and ranges.is_drawable(native)
    if isinstance(native, Lines):
        return lines.is_drawable(native)
    return bool(native.categories and native.series)


def is_bare(native: NativeChart) -> bool:
    """Whether there is no row, no bar, no period."""
    return not (native.rows if isinstance(native, Ranges) else native.categories)


def drawings(native: NativeChart, *, alt: str, most: int, sheet: Sheet) -> Sequence[Drawn]:
    """Return what draws each slide of a chart, at most so many."""
    if isinstance(native, Ranges):
        parts = _parts(ranges.parts(native, sheet), most)
        return [partial(_ranges, part=part, alt=alt, sheet=sheet) for part in parts]
    if isinstance(native, Lines):
        return [partial(_lines, whole=native, alt=alt)]
    draw = partial(_columns if columns.is_upright(native) else _bars, alt=alt, sheet=sheet)
    axis = bars.ends(native)
    return [partial(draw, part=part, axis=axis) for part in _parts(_bar_parts(native, sheet), most)]


def sentences(native: NativeChart, *, most: int, sheet: Sheet) -> Iterator[str]:
    """Return what a reader must know of how `most` slides show the chart."""
    if isinstance(native, Lines):
        yield INTERVALS
    elif isinstance(native, Ranges):
        yield from _of_ranges(native)
        shown = sum(len(part.rows) for part in _parts(ranges.parts(native, sheet), most))
        yield from _more(len(native.rows) - shown)
    else:
        yield from _of_bars(native)
        parts = _parts(_bar_parts(native, sheet), most)
        shown = sum(len(part.categories) * len(part.series) for part in parts)
        left = len(native.categories) * len(native.series) - shown
        yield from _more(-(-left // max(1, len(native.series))))


def _bar_parts(native: Bars, sheet: Sheet) -> Iterator[Bars]:
    return columns.parts(native) if columns.is_upright(native) else bars.parts(native, sheet)


def _parts(found: Iterator[Part], most: int) -> list[Part]:
    return list(islice(found, most))


def _more(left: int) -> Iterator[str]:
    if left > 0:
        yield f"… and {notation.count(left, 'more row')}: see the workbook."


def _ranges(slide: Slide, box: Box, *, part: Ranges, alt: str, sheet: Sheet) -> None:
    ranges.draw_ranges(slide, part, box, alt=alt, sheet=sheet)


def _lines(slide: Slide, box: Box, *, whole: Lines, alt: str) -> None:
    lines.draw_lines(slide, whole, box, alt=alt)


def _bars(
    slide: Slide, box: Box, *, part: Bars, alt: str, axis: tuple[float, float], sheet: Sheet
) -> None:
    bars.draw_bars(slide, part, box, alt=alt, axis=axis, sheet=sheet)


def _columns(
    slide: Slide, box: Box, *, part: Bars, alt: str, axis: tuple[float, float], sheet: Sheet
) -> None:
    columns.draw_columns(slide, part, box, alt=alt, axis=axis, sheet=sheet)


def _of_bars(native: Bars) -> Iterator[str]:
    if bars.has_gaps(native):
        yield bars.MISSING
    if bars.hides_numbers(native):
        yield bars.NARROW


def _of_ranges(native: Ranges) -> Iterator[str]:
    low, high = native.low, native.high
    beyond = [row for row in native.rows if row.value is not None and not low <= row.value <= high]
    if beyond:
        said = notation.count(len(beyond), "value")
        yield f"{said} beyond the axis: drawn at its end, with the true number beside the name."
    bands = [
        row
        for row in native.rows
        if row.value is not None and not low <= min(_ends(row)) <= max(_ends(row)) <= high
    ]
    if len(bands) > len(beyond):
        yield "A band that reaches beyond the axis is drawn to its end; its words are whole."
    if native.cut is not None and not low <= native.cut <= high:
        yield f"The cut, {notation.number(native.cut)}, is beyond the axis."


def _ends(row: Range) -> tuple[float, ...]:
    return tuple(end for end in (row.lower, row.upper, row.value) if end is not None)
