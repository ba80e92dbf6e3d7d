"""The first slide: what this is, what was counted, when, and by which instruments."""

from collections.abc import Sequence
from functools import partial

from pptx.slide import Slide

from services.models.content import About, Content
from services.reports import palette
from services.reports.slides import grid, measure, page
from services.reports.slides.block import draw_block
from services.reports.slides.grid import Column, Grid
from services.reports.slides.inert import one_line
from services.reports.slides.page import Page, Sheet
from services.reports.slides.paragraphs import Box, Style, fill
from services.reports.slides.source_line import instruments_words
from services.reports.slides.template import cover_subtitle, cover_title
from services.reports.stamp import stamp

_SUBTITLE = Style(18, palette.MUTED)
_LABEL = Style(13, palette.MUTED)
_VALUE = Style(13)
_LABEL_WIDTH = 130
_BELOW = 212
"""The facts, from the top of the title on."""
_LINES = 3
Rows = tuple[tuple[str, str], ...]


def cover_page(content: Content, *, sheet: Sheet) -> Page:
    """Return the first slide."""
    facts = _facts(content.about)
    rows = _fitting(facts, sheet)
    whole = [
        f"{label}: {value}"
        for (label, value), row in zip(facts, rows, strict=True)
        if value != row[1]
    ]
    return Page(
        title=content.title,
        kicker=content.about.program,
        draw=partial(_draw, subtitle=one_line(content.subtitle), rows=rows, sheet=sheet),
        notes=(content.subtitle, *whole, *content.about.limits),
        is_cover=True,
    )


def _facts(about: About) -> list[tuple[str, str]]:
    marks = [
        *(["synthetic data: no real people"] if about.is_synthetic else []),
        *(["masked: names are replaced by pseudonyms"] if about.is_masked else []),
    ]
    said = [
        ("Counted", one_line(about.filters)),
        ("How many", one_line(about.counted)),
        ("Made", stamp(about.made_at)),
        ("Measured by", instruments_words(about)),
        ("Please note", "; ".join(marks)),
    ]
    return [(label, value) for label, value in said if value]


def _columns(sheet: Sheet) -> tuple[Column, ...]:
    wide = cover_title(sheet).width - _LABEL_WIDTH
    return Column(_LABEL_WIDTH, _LABEL), Column(wide, _VALUE)


def _fitting(facts: Sequence[tuple[str, str]], sheet: Sheet) -> Rows:
    """Return the facts as they stand on the slide: of few lines each where many are long."""
    columns = _columns(sheet)
    room = sheet.body_bottom - cover_title(sheet).top - _BELOW
    for lines in range(_LINES, 0, -1):
        wide = columns[1].width - 2 * grid.PAD
        rows = tuple(
            (each, measure.cut(said, _VALUE.size, wide, lines=lines)) for each, said in facts
        )
        if sum(grid.row_height(row, columns) for row in rows) <= room:
            break
    return rows


def _draw(slide: Slide, *, subtitle: str, rows: Rows, sheet: Sheet) -> None:
    title, below = cover_title(sheet), cover_subtitle(sheet)
    bar = Box(page.LEFT, title.top, 6, sheet.body_bottom - title.top)
    draw_block(slide, bar, palette.SCORE)
    for shape in slide.placeholders:
        if shape.placeholder_format.idx == 1:
            said = measure.cut(subtitle, _SUBTITLE.size, below.width, lines=2)
            fill(shape, [[(said, _SUBTITLE)]])
    alt = "; ".join(f"{label}: {value}" for label, value in rows)
    made, left = Grid(_columns(sheet), rows), title.left - grid.PAD
    grid.draw_grid(slide, made, left=left, top=title.top + _BELOW, alt=alt)
