"""The slide at the end: the limits, what is too short for a slide, what is too long for any."""

from collections.abc import Iterator

from services.models import notation
from services.models.content import (
    Content,
    Depth,
    Listing,
    Remark,
    Section,
    Tone,
    Words,
)
from services.reports.slides.inert import one_line
from services.reports.slides.page import Page, Sheet
from services.reports.slides.prose import Prose, prose_pages

KEEP_IN_MIND = "What to keep in mind"
ELSEWHERE = "In the other formats"
_MOST_NAMED = 6
"""So many titles stand one below the other, more of them in a row."""


def closing_pages(content: Content, *, sheet: Sheet) -> Iterator[Page]:
    """Return the limits of the document and every warning in it, each once; then what is left."""
    kept, left = list(_kept(content)), list(_elsewhere(content))
    title = KEEP_IN_MIND if kept else ELSEWHERE
    yield from prose_pages([*kept, *left], title=title, kicker=content.title, sheet=sheet)


def is_aside(section: Section) -> bool:
    """Whether a section only says why there is nothing to show: no slide of its own."""
    return all(isinstance(block, Remark) for block in section.blocks)


def _kept(content: Content) -> Iterator[Prose]:
    """Return warnings, then limits, then the asides of sections that have nothing else."""
    blocks = [block for section in content.sections for block in section.blocks]
    warnings = dict.fromkeys(
        sentence
        for block in blocks
        if isinstance(block, Remark) and block.tone is Tone.WARNING
        for sentence in block.sentences
    )
    asides = {
        sentence: f"{one_line(section.title)}: {sentence}"
        for section in content.sections
        if is_aside(section)
        for block in section.blocks
        if isinstance(block, Remark) and block.tone is not Tone.WARNING
        for sentence in block.sentences
    }
    limits = dict.fromkeys((*content.about.limits, *asides))
    notes = tuple(asides.get(each, each) for each in limits if each not in warnings)
    if warnings:
        yield Remark(tuple(warnings), Tone.WARNING)
    if notes:
        yield Remark(notes)


def _elsewhere(content: Content) -> Iterator[Words]:
    named = [said for section in content.sections for said in _left_out(section)]
    if not named:
        return
    first = "PDF, HTML and the workbook hold what slides leave out:"
    if len(named) > _MOST_NAMED:
        yield Words(f"{first} {'; '.join(named)}.")
    else:
        yield Words("\n".join((first, *(f"• {each}" for each in named))))


def _left_out(section: Section) -> Iterator[str]:
    """Yield what slides hold nothing of: long tables, and sections that pages alone have."""
    if section.depth is Depth.NONE:
        yield one_line(section.title)
        return
    for block in section.blocks:
        if isinstance(block, Listing) and (block.is_long or section.depth is Depth.BRIEF):
            yield f"{one_line(block.title)}: {notation.count(len(block.table.rows), 'row')}"
