"""The first slide: what this is, what was counted, when, and by which instruments."""

from functools import partial

from pptx.slide import Slide

from services.models.content import About, Content
from services.reports import palette
from services.reports.slides import grid, measure, page
from services.reports.slides.block import draw_block
from services.reports.slides.grid import Column, Grid
from services.reports.slides.inert import one_line
from services.reports.slides.page import Page
from services.reports.slides.paragraphs import Box, Style, fill
from services.reports.slides.source_line import instruments_words
from services.reports.slides.template import COVER_SUBTITLE, COVER_TITLE
from services.reports.stamp import stamp

_SUBTITLE = Style(18, palette.MUTED)
_LABEL = Style(13, palette.MUTED)
_VALUE = Style(13)
_LABEL_WIDTH = 130
_TOP = 308
_LINES = 3


def cover_page(content: Content) -> Page:
    """Return the first slide."""
    facts = _facts(content.about)
    wide = COVER_TITLE.width - _LABEL_WIDTH
    rows = tuple(
        (label, measure.cut(value, _VALUE.size, wide - 2 * grid.PAD, lines=_LINES))
        for label, value in facts
    )
    whole = [
        f"{label}: {value}"
        for (label, value), row in zip(facts, rows, strict=True)
        if value != row[1]
    ]
    return Page(
        title=content.title,
        kicker=content.about.program,
        draw=partial(_draw, subtitle=one_line(content.subtitle), rows=rows, wide=wide),
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


def _draw(slide: Slide, *, subtitle: str, rows: tuple[tuple[str, str], ...], wide: float) -> None:
    draw_block(slide, Box(page.LEFT, 96, 6, page.BODY_BOTTOM - 96), palette.SCORE)
    for shape in slide.placeholders:
        if shape.placeholder_format.idx == 1:
            said = measure.cut(subtitle, _SUBTITLE.size, COVER_SUBTITLE.width, lines=2)
            fill(shape, [[(said, _SUBTITLE)]])
    columns = (Column(_LABEL_WIDTH, _LABEL), Column(wide, _VALUE))
    alt = "; ".join(f"{label}: {value}" for label, value in rows)
    grid.draw_grid(slide, Grid(columns, rows), left=COVER_TITLE.left - grid.PAD, top=_TOP, alt=alt)
