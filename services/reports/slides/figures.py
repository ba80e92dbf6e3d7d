"""One figure, one finding, one slide: native where its kind allows, else drawn, else its table."""

from collections.abc import Iterator, Mapping, Sequence
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
from services.reports.slides.page import Page
from services.reports.slides.paragraphs import Box

NOT_DRAWN = "The figure itself needs a browser on the server to be drawn."
_MOST_SLIDES = 4
_MOST_NOTED = 20
"""So many rows of numbers stand in the notes."""
_PART = "The slides hold the first part of this figure; PDF and HTML hold all of it."


def figure_pages(chart: Chart, *, section: str, pictures: Mapping[str, Picture]) -> Iterator[Page]:
    """Return the slides of one figure: those it needs, then its remarks that found no room."""
    kicker = " · ".join(dict.fromkeys(filter(None, map(one_line, (section, chart.title)))))
    shown, rest = remarks.fitting((*sentences(chart, pictures), *chart.remarks))
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
    if native is not None and natives.is_drawable(native):
        return natives.drawings(native, alt=alt, most=_MOST_SLIDES)
    picture = pictures.get(chart.key)
    if picture is None:
        return []
    cut = slices.slices(picture, chart.figure, height=page.BODY_HEIGHT - remarks.room(shown))
    return [partial(_picture, picture=picture, part=part, alt=alt) for part in cut[:_MOST_SLIDES]]


def draw_whole(slide: Slide, chart: Chart, pictures: Mapping[str, Picture], box: Box) -> None:
    """Draw the first part of a figure that shares its slide; nothing where none could be read."""
    native, alt = chart.native, one_line(chart.alt)
    picture = pictures.get(chart.key)
    if native is not None and natives.is_drawable(native):
        natives.drawings(native, alt=alt, most=1)[0](slide, box)
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


def sentences(chart: Chart, pictures: Mapping[str, Picture]) -> Iterator[str]:
    """Return what a reader must know of how this slide was made."""
    native = chart.native
    if native is None or not natives.is_drawable(native):
        yield from _of_a_picture(chart, pictures)
    else:
        yield from natives.sentences(native, most=_MOST_SLIDES)


def _of_a_picture(chart: Chart, pictures: Mapping[str, Picture]) -> Iterator[str]:
    picture = pictures.get(chart.key)
    if picture is None:
        # A figure without anything in it needs no browser either.
        if not is_bare(chart):
            yield NOT_DRAWN
    elif len(slices.slices(picture, chart.figure, height=page.BODY_HEIGHT)) > _MOST_SLIDES:
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
