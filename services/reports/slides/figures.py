"""One figure, one finding, one slide: native where its kind allows, else drawn, else its table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from pptx.slide import Slide

from services.models import notation
from services.models.content import Bars, Chart, NativeChart, Range, Ranges, Remark
from services.reports.renderer import Picture
from services.reports.slides import (
    bars,
    cells,
    page,
    prose,
    ranges,
    remarks,
    slices,
    tables,
    vectors,
)
from services.reports.slides.inert import one_line
from services.reports.slides.page import Page
from services.reports.slides.paragraphs import Box

NOT_DRAWN = "The figure itself needs a browser on the server to be drawn."
_MOST_SLIDES = 4
_MOST_NOTED = 20
"""So many rows of numbers stand in the notes."""
_PART = "The slides hold the first part of this figure; PDF and HTML hold all of it."
Drawn = Callable[[Slide, Box], None]


def figure_pages(chart: Chart, *, section: str, pictures: Mapping[str, Picture]) -> Iterator[Page]:
    """Return the slides of one figure: those it needs, then its remarks that found no room."""
    kicker = " · ".join(dict.fromkeys(filter(None, map(one_line, (section, chart.title)))))
    shown, rest = remarks.fitting((*_sentences(chart, pictures), *chart.remarks))
    drawn = drawings(chart, pictures, shown)
    if drawn:
        yield from _drawn(chart, drawn, kicker=kicker, shown=shown)
    else:
        told = tables.Told(chart.finding, kicker, chart.table, chart.alt, shown, notes=notes(chart))
        yield from tables.table_pages(told)
    if rest:
        yield from prose.prose_pages([Remark(rest)], title=f"About: {chart.title}", kicker=kicker)


def _drawn(
    chart: Chart, drawings: Sequence[Drawn], *, kicker: str, shown: tuple[str, ...]
) -> Iterator[Page]:
    for number, draw in enumerate(drawings, start=1):
        yield Page(
            title=page.numbered(chart.finding, number, len(drawings)),
            kicker=kicker,
            draw=partial(_draw, drawing=draw, shown=shown),
            notes=notes(chart) if number == 1 else (),
        )


def _draw(slide: Slide, *, drawing: Drawn, shown: tuple[str, ...]) -> None:
    high = page.BODY_HEIGHT - remarks.room(shown)
    drawing(slide, Box(page.LEFT, page.BODY_TOP, page.INNER, high))
    remarks.draw_remarks(slide, shown)


def drawings(
    chart: Chart, pictures: Mapping[str, Picture], shown: Sequence[str]
) -> Sequence[Drawn]:
    """Return what draws each slide of the figure; nothing where nothing can."""
    native, alt = chart.native, one_line(chart.alt)
    if native is not None and is_drawable(native):
        if isinstance(native, Ranges):
            return [partial(_ranges, part=part, alt=alt) for part in ranges.parts(native)][
                :_MOST_SLIDES
            ]
        axis = bars.ends(native)
        return [partial(_bars, part=part, alt=alt, axis=axis) for part in bars.parts(native)][
            :_MOST_SLIDES
        ]
    picture = pictures.get(chart.key)
    if picture is None:
        return []
    cut = slices.slices(picture, chart.figure, height=page.BODY_HEIGHT - remarks.room(shown))
    return [partial(_picture, picture=picture, part=part, alt=alt) for part in cut[:_MOST_SLIDES]]


def draw_whole(slide: Slide, chart: Chart, pictures: Mapping[str, Picture], box: Box) -> None:
    """Draw the first part of a figure that shares its slide; nothing where none could be read."""
    native, alt = chart.native, one_line(chart.alt)
    picture = pictures.get(chart.key)
    if native is not None and is_drawable(native):
        if isinstance(native, Ranges):
            _ranges(slide, box, part=next(iter(ranges.parts(native))), alt=alt)
        else:
            part = next(iter(bars.parts(native)))
            _bars(slide, box, part=part, alt=alt, axis=bars.ends(native))
    elif picture is not None:
        scale = min(1, box.width / picture.width, box.height / picture.height)
        place = replace(box, width=picture.width * scale, height=picture.height * scale)
        if scale >= slices.SMALLEST:
            vectors.draw_picture(slide, picture, place, alt=alt)


def is_bare(chart: Chart) -> bool:
    """Whether a figure has nothing to be drawn: no rows, no bars, no marks."""
    native = chart.native
    if native is None:
        return not chart.figure.get("data")
    return not (native.rows if isinstance(native, Ranges) else native.categories)


def is_drawable(native: NativeChart) -> bool:
    """Whether there is anything to draw, and something to draw it on."""
    if isinstance(native, Ranges):
        return bool(native.rows) and ranges.is_drawable(native)
    return bool(native.categories and native.series)


def _ranges(slide: Slide, box: Box, *, part: Ranges, alt: str) -> None:
    ranges.draw_ranges(slide, part, box, alt=alt)


def _bars(slide: Slide, box: Box, *, part: Bars, alt: str, axis: tuple[float, float]) -> None:
    bars.draw_bars(slide, part, box, alt=alt, axis=axis)


def _picture(slide: Slide, box: Box, *, picture: Picture, part: slices.Slice, alt: str) -> None:
    for number, (place, rows) in enumerate(slices.placed(picture, part, box)):
        # The rows of a picture in two pieces are heard once.
        said = alt if number == 0 else "The same figure, continued."
        vectors.draw_picture(slide, picture, place, alt=said, rows=rows)


def _sentences(chart: Chart, pictures: Mapping[str, Picture]) -> Iterator[str]:
    """Return what a reader must know of how this slide was made."""
    native = chart.native
    if native is None or not is_drawable(native):
        yield from _of_a_picture(chart, pictures)
        return
    if isinstance(native, Bars):
        if bars.has_gaps(native):
            yield bars.MISSING
        if bars.hides_numbers(native):
            yield bars.NARROW
        whole = len(native.categories)
        held = sum(len(part.categories) for part in list(bars.parts(native))[:_MOST_SLIDES])
    else:
        yield from _of_ranges(native)
        whole = len(native.rows)
        held = sum(len(part.rows) for part in list(ranges.parts(native))[:_MOST_SLIDES])
    if whole > held:
        yield f"… and {notation.count(whole - held, 'more row')}: see the workbook."


def _of_a_picture(chart: Chart, pictures: Mapping[str, Picture]) -> Iterator[str]:
    picture = pictures.get(chart.key)
    if picture is None:
        # A figure without anything in it needs no browser either.
        if not is_bare(chart):
            yield NOT_DRAWN
    elif len(slices.slices(picture, chart.figure, height=page.BODY_HEIGHT)) > _MOST_SLIDES:
        yield _PART


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


def notes(chart: Chart) -> tuple[str, ...]:
    """Return what the figure says, its limits, and its first numbers."""
    rows = chart.table.rows[:_MOST_NOTED]
    left = len(chart.table.rows) - len(rows)
    return (
        chart.alt,
        *chart.remarks,
        "Numbers:",
        cells.line(chart.table.columns),
        *(cells.line(row) for row in rows),
        *([f"… and {notation.count(left, 'more row')}: see the workbook."] if left else []),
    )
