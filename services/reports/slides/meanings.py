"""What the numbers mean, on few slides: what each is and its limits; the notes hold all of it."""

import math
from collections.abc import Iterator, Sequence
from functools import partial

from pptx.slide import Slide

from services.models.content import Meaning
from services.reports import palette
from services.reports.slides import grid, measure, page
from services.reports.slides.grid import Column, Grid
from services.reports.slides.inert import one_line
from services.reports.slides.page import Page, Sheet
from services.reports.slides.paragraphs import Style

TITLE = "What these numbers mean"
_HEADER = ("Number", "What it is", "Limits")
_SIZES = (10.5, 9.5)
"""The largest by which all stand on one slide is taken, else the first."""
_FIRST = 150.0
_LINES = 5
Columns = tuple[Column, ...]
Held = list[tuple[Meaning, tuple[str, ...]]]


def meaning_pages(meanings: Sequence[Meaning], *, sheet: Sheet) -> Iterator[Page]:
    """Return the appendix: a row for each number; formula and source stand in the notes."""
    said = [each for each in meanings if each.parts]
    columns, filled = _fit(said, sheet)
    for number, held in enumerate(filled, start=1):
        yield Page(
            title=page.numbered(TITLE, number, len(filled)),
            kicker="Appendix",
            draw=partial(_draw, rows=tuple(row for _, row in held), columns=columns),
            notes=tuple(line for meaning, _ in held for line in _whole(meaning)),
        )


def _fit(meanings: Sequence[Meaning], sheet: Sheet) -> tuple[Columns, list[Held]]:
    """Return the look of the columns, and the rows of each slide."""
    made: list[tuple[Columns, list[Held]]] = []
    for size in _SIZES:
        columns = _columns(size, sheet.inner)
        rows = [(each, _row(each, columns)) for each in meanings]
        made.append((columns, list(_filled(rows, columns, sheet.body_height))))
        if len(made[-1][1]) <= 1:
            return made[-1]
    return made[0]


def _columns(size: float, room: float) -> Columns:
    wide = Column((room - _FIRST) / 2, Style(size))
    return Column(_FIRST, Style(size, palette.TEXT, bold=True)), wide, wide


def _row(meaning: Meaning, columns: Columns) -> tuple[str, ...]:
    # The first part says what the number is, the last one where it ends.
    limits = meaning.parts[-1][1] if len(meaning.parts) > 1 else ""
    return tuple(
        measure.cut(
            one_line(text),
            column.style.size,
            column.width - 2 * grid.PAD,
            lines=_LINES,
            bold=column.style.bold,
        )
        for text, column in zip((meaning.title, meaning.parts[0][1], limits), columns, strict=True)
    )


def _filled(rows: Held, columns: Columns, room: float) -> Iterator[Held]:
    """Cut the rows into slides by their heights, of nearly the same height."""
    heights = [grid.row_height(row, columns) for _, row in rows]
    room -= grid.row_height(_HEADER, columns)
    if sum(heights) > room:
        # A last slide with a single row would look forgotten.
        slides = math.ceil(sum(heights) / room)
        room = min(room, sum(heights) / slides + max(heights) / 2)
    held: Held = []
    used = 0.0
    for row, high in zip(rows, heights, strict=True):
        if held and used + high > room:
            yield held
            held, used = [], 0.0
        held.append(row)
        used += high
    if held:
        yield held


def _draw(slide: Slide, *, rows: tuple[tuple[str, ...], ...], columns: Columns) -> None:
    made = Grid(columns, rows, header=_HEADER)
    grid.draw_grid(slide, made, left=page.LEFT, top=page.BODY_TOP, alt=f"Table: {TITLE}")


def _whole(meaning: Meaning) -> Iterator[str]:
    yield one_line(meaning.title)
    yield from (f"{one_line(head)}: {one_line(text)}" for head, text in meaning.parts)
