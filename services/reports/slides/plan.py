"""Which slides a document becomes, in which order."""

from collections.abc import Iterator, Mapping, Sequence

from services.models.content import (
    Block,
    Chart,
    Content,
    Facts,
    Listing,
    Meaning,
    Remark,
    Section,
    Tone,
    Words,
)
from services.reports.renderer import Picture
from services.reports.slides import remarks, tables
from services.reports.slides.cover import cover_page
from services.reports.slides.figures import figure_pages
from services.reports.slides.folding import folded
from services.reports.slides.inert import one_line
from services.reports.slides.page import Page
from services.reports.slides.prose import Entry, Prose, prose_pages

KEEP_IN_MIND = "What to keep in mind"
ELSEWHERE = "In the other formats"
MEANING = "What these numbers mean"


def planned(content: Content, *, pictures: Mapping[str, Picture]) -> list[Page]:
    """Return all slides of a document."""
    return [
        cover_page(content),
        *(page for section in content.sections for page in _section(section, content, pictures)),
        *_keep_in_mind(content),
        *_elsewhere(content),
        *_meanings(content.meanings),
    ]


def _section(section: Section, content: Content, pictures: Mapping[str, Picture]) -> Iterator[Page]:
    """Return the slides of a section: what is written between its figures stands together."""
    waiting: list[Prose] = []
    for block in (*_gathered(folded(section.blocks)), None):
        written = _written(block)
        if written:
            waiting += written
            continue
        if waiting:
            yield from prose_pages(waiting, title=section.title, kicker=content.title)
            waiting = []
        if isinstance(block, Chart | Listing):
            yield from _shown(block, section, pictures)


def _gathered(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with all words first where one slide holds them.

    Three slides with a sentence each, a figure between them, say less.
    """
    said = [block for block in blocks if _written(block)]
    pages = prose_pages([each for block in said for each in _written(block)], title="", kicker="")
    if len(list(pages)) != 1:
        return list(blocks)
    first = blocks.index(said[0])
    rest = [block for block in blocks[first:] if block not in said]
    return [*blocks[:first], *said, *rest]


def _written(block: Block | None) -> list[Prose]:
    """Return what is said in words; an empty table is no slide of its own."""
    if isinstance(block, Words | Facts | Remark):
        return [block]
    if isinstance(block, Listing) and not block.table.rows and not block.is_long:
        said = [Words(f"{one_line(block.finding or block.title)}: no rows.")]
        return [*said, Remark(block.remarks)] if block.remarks else [*said]
    return []


def _shown(
    block: Chart | Listing, section: Section, pictures: Mapping[str, Picture]
) -> Iterator[Page]:
    if isinstance(block, Chart):
        yield from figure_pages(block, section=section.title, pictures=pictures)
    elif not block.is_long:
        yield from _listing(block, section)


def _listing(block: Listing, section: Section) -> Iterator[Page]:
    shown, rest = remarks.fitting(block.remarks)
    heads = dict.fromkeys((section.title, block.title if block.finding else ""))
    told = tables.Told(
        title=block.finding or block.title,
        kicker=" · ".join(filter(None, map(one_line, heads))),
        table=block.table,
        alt=one_line(f"Table: {block.title}")[:1_000],
        remarks=shown,
    )
    yield from tables.table_pages(told)
    if rest:
        yield from prose_pages([Remark(rest)], title=f"About: {block.title}", kicker=section.title)


def _keep_in_mind(content: Content) -> Iterator[Page]:
    """Return the limits of the document and every warning in it, each once."""
    warnings = dict.fromkeys(
        sentence
        for block in _blocks(content)
        if isinstance(block, Remark) and block.tone is Tone.WARNING
        for sentence in block.sentences
    )
    limits = dict.fromkeys(each for each in content.about.limits if each not in warnings)
    said = [
        Remark(tuple(sentences), tone)
        for sentences, tone in ((warnings, Tone.WARNING), (limits, Tone.NOTE))
        if sentences
    ]
    yield from prose_pages(said, title=KEEP_IN_MIND, kicker=content.title)


def _elsewhere(content: Content) -> Iterator[Page]:
    long = [
        f"{one_line(block.title)}: {len(block.table.rows):,} rows"
        for block in _blocks(content)
        if isinstance(block, Listing) and block.is_long
    ]
    if long:
        said = "These are too long for slides; PDF, HTML and the workbook hold them whole."
        words = Words("\n".join((said, *(f"• {each}" for each in long))))
        yield from prose_pages([words], title=ELSEWHERE, kicker=content.title)


def _meanings(meanings: Sequence[Meaning]) -> Iterator[Page]:
    entries = [Entry(meaning.title, Facts(meaning.parts)) for meaning in meanings]
    yield from prose_pages(entries, title=MEANING, kicker="Appendix")


def _blocks(content: Content) -> Iterator[Block]:
    for section in content.sections:
        yield from section.blocks
