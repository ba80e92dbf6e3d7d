"""One figure, one finding, one slide: native where its kind allows, else drawn, else its table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from pptx.slide import Slide

from services.models import notation
from services.models.content import Chart, Remark
from services.reports.renderer import Picture
from services.reports.slides import (
    cells,
    natives,
    page,
    prose,
    remarks,
    slices,
    tables,
    vectors,
)
from services.reports.slides.inert import one_line
from services.reports.slides.natives import Drawn
from services.reports.slides.page import Means, Page, Sheet
from services.reports.slides.paragraphs import Box

NOT_DRAWN = "The figure itself needs a browser on the server to be drawn."
_MOST_SLIDES = 4
_MOST_NOTED = 20
"""So many rows of numbers stand in the notes."""
_PART = "The slides hold the first part of this figure; PDF and HTML hold all of it."


def figure_pages(chart: Chart, *, section: str, means: Means) -> Iterator[Page]:
    """Return the slides of one figure: those it needs, then its remarks that found no room."""
    kicker = " · ".join(dict.fromkeys(filter(None, map(one_line, (section, chart.title)))))
    sheet = means.sheet
    shown, rest = remarks.fitting((*sentences(chart, means), *chart.remarks), sheet=sheet)
    drawn = drawings(chart, means, shown)
    if drawn:
        draw = partial(_draw, shown=shown, sheet=sheet)
        yield from _drawn(chart, [partial(draw, drawing=each) for each in drawn], kicker)
    else:
        told = tables.Told(chart.finding, kicker, chart.table, chart.alt, sheet, shown)
        yield from tables.table_pages(replace(told, notes=notes(chart)))
    if rest:
        title = f"About: {chart.title}"
        yield from prose.prose_pages([Remark(rest)], title=title, kicker=kicker, sheet=sheet)


def _drawn(chart: Chart, drawn: Sequence[Callable[[Slide], None]], kicker: str) -> Iterator[Page]:
    for number, draw in enumerate(drawn, start=1):
        yield Page(
            title=page.numbered(chart.finding, number, len(drawn)),
            kicker=kicker,
            draw=draw,
            notes=notes(chart) if number == 1 else (),
        )


def _draw(slide: Slide, *, drawing: Drawn, shown: tuple[str, ...], sheet: Sheet) -> None:
    drawing(slide, _place(sheet, shown))
    remarks.draw_remarks(slide, shown, sheet=sheet)


def _place(sheet: Sheet, shown: Sequence[str]) -> Box:
    """Return where a figure lies above what is said of it."""
    high = sheet.body_height - remarks.room(shown, sheet=sheet)
    return Box(page.LEFT, page.BODY_TOP, sheet.inner, high)


def drawings(chart: Chart, means: Means, shown: Sequence[str]) -> Sequence[Drawn]:
    """Return what draws each slide of the figure; nothing where nothing can."""
    native, alt = chart.native, one_line(chart.alt)
    if native is not None and natives.is_drawable(native):
        return natives.drawings(native, alt=alt, most=_MOST_SLIDES, sheet=means.sheet)
    picture = means.pictures.get(chart.key)
    if picture is None:
        return []
    cut = slices.slices(picture, chart.figure, place=_place(means.sheet, shown))
    return [partial(_picture, picture=picture, part=part, alt=alt) for part in cut[:_MOST_SLIDES]]


def draw_whole(slide: Slide, chart: Chart, means: Means, box: Box) -> None:
    """Draw the first part of a figure that shares its slide; nothing where none could be read."""
    native, alt = chart.native, one_line(chart.alt)
    picture = means.pictures.get(chart.key)
    if native is not None and natives.is_drawable(native):
        natives.drawings(native, alt=alt, most=1, sheet=means.sheet)[0](slide, box)
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
    return natives.is_bare(native)


def _picture(slide: Slide, box: Box, *, picture: Picture, part: slices.Slice, alt: str) -> None:
    for number, (place, rows) in enumerate(slices.placed(picture, part, box)):
        # The rows of a picture in two pieces are heard once.
        said = alt if number == 0 else "The same figure, continued."
        vectors.draw_picture(slide, picture, place, alt=said, rows=rows)


def sentences(chart: Chart, means: Means) -> Iterator[str]:
    """Return what a reader must know of how this slide was made."""
    native = chart.native
    if native is None or not natives.is_drawable(native):
        yield from _of_a_picture(chart, means)
    else:
        yield from natives.sentences(native, most=_MOST_SLIDES, sheet=means.sheet)


def _of_a_picture(chart: Chart, means: Means) -> Iterator[str]:
    picture = means.pictures.get(chart.key)
    if picture is None:
        # A figure without anything in it needs no browser either.
        if not is_bare(chart):
            yield NOT_DRAWN
    elif len(slices.slices(picture, chart.figure, place=_place(means.sheet, ()))) > _MOST_SLIDES:
        yield _PART


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
