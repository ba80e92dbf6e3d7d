"""Tables on slides: split over several with their headings repeated, up to a limit that is said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pptx.slide import Slide

from services.models import notation
from services.models.content import Remark, Words
from services.models.table import Table
from services.reports import palette
from services.reports.slides import cells, grid, measure, page, remarks
from services.reports.slides.grid import Column, Grid
from services.reports.slides.page import Page, Sheet
from services.reports.slides.paragraphs import Box, Style, text_box
from services.reports.slides.prose import Prose, prose_pages

MOST_SLIDES = 4
MOST_ROWS = 14
"""On one slide of 16:9."""
MOST_COLUMNS = 16
"""Of a table with more, no part is shown."""
_FEW_ROWS = 6
"""So few may have cells of many lines."""
_STYLES = (Style(12), Style(11), Style(9.5))
"""The largest that lets all cells stand on one line is taken."""
_WIDEST = 320.0
_NARROWEST = 44.0
_MORE = Style(11, palette.TEXT, bold=True)
_MORE_HEIGHT = 22


@dataclass(frozen=True, slots=True)
class Told:
    """A table with what stands around it."""

    title: str
    kicker: str
    table: Table
    alt: str
    sheet: Sheet
    remarks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def table_pages(told: Told) -> Iterator[Page]:
    """Return the slides of a table; what does not fit is counted, and named where it is whole."""
    if len(told.table.columns) > MOST_COLUMNS:
        yield from _too_wide(told)
        return
    whole = _grid(told.table, told.sheet)
    parts = _parts(whole, told)
    left_out = len(told.table.rows) - sum(len(part.rows) for part in parts)
    for number, part in enumerate(parts, start=1):
        more = f"… and {notation.count(left_out, 'more row')}: see the workbook."
        yield Page(
            title=page.numbered(told.title, number, len(parts)),
            kicker=told.kicker,
            draw=partial(
                _draw, part=part, told=told, more=more if left_out and number == len(parts) else ""
            ),
            notes=told.notes if number == 1 else (),
        )


def _too_wide(told: Told) -> Iterator[Page]:
    """Say so: some of its columns alone could be scores without their bands."""
    count = notation.count(len(told.table.columns), "column")
    said: list[Prose] = [
        Words(told.alt),
        Remark((f"{count} are too many for a slide: see the workbook.", *told.remarks)),
    ]
    for planned in prose_pages(said, title=told.title, kicker=told.kicker, sheet=told.sheet):
        yield replace(planned, notes=(*planned.notes, *told.notes))


def _draw(slide: Slide, *, part: Grid, told: Told, more: str) -> None:
    top: float = page.BODY_TOP
    if part.rows:
        grid.draw_grid(slide, part, left=page.LEFT, top=top, alt=told.alt)
        top += grid.header_height(part)
        top += sum(grid.row_height(row, part.columns) for row in part.rows) + 6
    else:
        more = "No rows."
    if more:
        box = Box(page.LEFT, top, told.sheet.inner, _MORE_HEIGHT)
        text_box(slide, box, [[(more, _MORE)]]).name = "What is not here"
    remarks.draw_remarks(slide, told.remarks, sheet=told.sheet)


def _most_rows(sheet: Sheet) -> int:
    return int(sheet.taller(MOST_ROWS))


def _grid(table: Table, sheet: Sheet) -> Grid:
    rows = [
        tuple(cells.words(cell)[:2_000] for cell in row)
        for row in table.rows[: MOST_SLIDES * _most_rows(sheet)]
    ]
    header = tuple(cells.words(name)[:200] for name in table.columns)
    style, widths = _fit([header, *rows], sheet.inner)
    columns = tuple(
        Column(width, style, "r" if cells.is_number_column(table, index) else "l")
        for index, width in enumerate(widths)
    )
    lines = 10 if len(rows) <= _FEW_ROWS else 3
    return Grid(
        columns=columns,
        rows=tuple(_fitted(row, columns, lines=lines) for row in rows),
        header=_fitted(header, columns, bold=True),
    )


def _fit(rows: Sequence[Sequence[str]], room: float) -> tuple[Style, list[float]]:
    """Return the largest look that holds each cell on one line, else the smallest; and widths."""
    for style in _STYLES:
        needed = [
            min(_WIDEST, max(_NARROWEST, *(_needed(text, style.size) for text in column)))
            for column in zip(*rows, strict=True)
        ]
        if sum(needed) <= room:
            stretch = min(1.4, room / max(1, sum(needed)))
            return style, [width * stretch for width in needed]
    return style, _shared_out(needed, room)


def _fitted(
    row: Sequence[str], columns: Sequence[Column], *, lines: int = 3, bold: bool = False
) -> tuple[str, ...]:
    return tuple(
        measure.cut(text, column.style.size, column.width - 2 * grid.PAD, lines=lines, bold=bold)
        for text, column in zip(row, columns, strict=True)
    )


def _shared_out(needed: Sequence[float], room: float) -> list[float]:
    """Share the slide's width out: narrow columns keep what they need, wide ones the rest."""
    limit, free, left = 0.0, room, len(needed)
    for width in sorted(needed):
        limit = free / left
        free -= min(width, limit)
        left -= 1
    return [min(width, limit) for width in needed]


def _needed(text: str, size: float) -> float:
    lines = text[:200].split("\n")
    return max(measure.width(line, size, bold=True) for line in lines) + 2 * grid.PAD + 2


def _parts(whole: Grid, told: Told) -> list[Grid]:
    """Cut the rows into slides by their heights."""
    sheet, most = told.sheet, _most_rows(told.sheet)
    room = sheet.body_height - remarks.room(told.remarks, sheet=sheet) - _MORE_HEIGHT
    room -= grid.header_height(whole)
    parts: list[list[tuple[str, ...]]] = [[]]
    used = 0.0
    for row in whole.rows:
        high = grid.row_height(row, whole.columns)
        if parts[-1] and (used + high > room or len(parts[-1]) == most):
            parts.append([])
            used = 0
        parts[-1].append(row)
        used += high
    return [replace(whole, rows=tuple(part)) for part in parts[:MOST_SLIDES]]
