"""Which slides a document becomes, in which order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from services.models.content import (
    Block,
    Chart,
    Content,
    Depth,
    Facts,
    Listing,
    Remark,
    Section,
    Words,
)
from services.reports.slides import brief, remarks, tables
from services.reports.slides.closing import closing_pages, is_aside
from services.reports.slides.cover import cover_page
from services.reports.slides.figures import figure_pages, is_bare
from services.reports.slides.folding import carried, folded
from services.reports.slides.inert import one_line
from services.reports.slides.meanings import meaning_pages
from services.reports.slides.page import NUMBERED, Means, Page, Sheet, numbered
from services.reports.slides.prose import Prose, prose_pages


def planned(content: Content, *, means: Means) -> list[Page]:
    """Return all slides of a document."""
    sheet = means.sheet
    shown = [each for each in content.sections if each.depth is not Depth.NONE]
    sections = carried([each for each in shown if not is_aside(each)])
    return [
        cover_page(content, sheet=sheet),
        *_told_apart(_sections(sections, content, means)),
        *closing_pages(content, sheet=sheet),
        *meaning_pages(content.meanings, sheet=sheet),
    ]


def _sections(sections: Sequence[Section], content: Content, means: Means) -> Iterator[Page]:
    """Return the slides of all sections: brief ones beside each other may share theirs."""
    for depth, group in groupby(sections, key=lambda each: each.depth):
        if depth is Depth.BRIEF:
            yield from brief.brief_pages(tuple(group), content.title, means)
        else:
            for section in group:
                yield from _section(section, content, means)


def _told_apart(pages: Iterator[Page]) -> Iterator[Page]:
    """Return the slides, those of one title with a number: "Shortlist (2 of 3)".

    Two figures of one finding, each on several slides, are counted through.
    """
    held = [(page, NUMBERED.sub("", page.title)) for page in pages]
    total, met = Counter(title for _, title in held), Counter[str]()
    for page, title in held:
        met[title] += 1
        if total[title] > 1:
            page = replace(page, title=numbered(title, met[title], total[title]))
        yield page


def _section(section: Section, content: Content, means: Means) -> Iterator[Page]:
    """Return the slides of a section: what is written between its figures stands together."""
    waiting: list[Prose] = []
    sheet = means.sheet
    for block in (*_gathered(folded(section.blocks, sheet=sheet), sheet), None):
        written = _written(block)
        if written:
            waiting += written
            continue
        if waiting:
            yield from prose_pages(waiting, title=section.title, kicker=content.title, sheet=sheet)
            waiting = []
        if isinstance(block, Chart | Listing):
            yield from _shown(block, section, means)


def _gathered(blocks: Sequence[Block], sheet: Sheet) -> list[Block]:
    """Return the blocks with all words first where one slide holds them.

    Three slides with a sentence each, a figure between them, say less.
    """
    said = [block for block in blocks if _written(block)]
    words = [each for block in said for each in _written(block)]
    pages = prose_pages(words, title="", kicker="", sheet=sheet)
    if len(list(pages)) != 1:
        return list(blocks)
    first = blocks.index(said[0])
    rest = [block for block in blocks[first:] if block not in said]
    return [*blocks[:first], *said, *rest]


def _written(block: Block | None) -> list[Prose]:
    """Return what is said in words; an empty table is no slide of its own."""
    if isinstance(block, Words | Facts | Remark):
        return [block]
    if isinstance(block, Chart | Listing) and _has_nothing(block):
        said = one_line(block.finding or block.title)
        none = "" if isinstance(block, Chart) and block.finding else ": no rows."
        # The remark is not the reader's fault: it says why there is nothing.
        return [Words(f"{said}{none}"), *([Remark(block.remarks)] if block.remarks else [])]
    return []


def _has_nothing(block: Chart | Listing) -> bool:
    """Whether there is neither a row nor anything to be drawn."""
    if isinstance(block, Listing):
        return not block.table.rows and not block.is_long
    return not block.table.rows and is_bare(block)


def _shown(block: Chart | Listing, section: Section, means: Means) -> Iterator[Page]:
    if isinstance(block, Chart):
        yield from figure_pages(block, section=section.title, means=means)
    elif not block.is_long:
        yield from _listing(block, section, means.sheet)


def _listing(block: Listing, section: Section, sheet: Sheet) -> Iterator[Page]:
    shown, rest = remarks.fitting(block.remarks, sheet=sheet, most=remarks.BELOW_TABLES)
    heads = dict.fromkeys((section.title, block.title if block.finding else ""))
    told = tables.Told(
        title=block.finding or block.title,
        kicker=" · ".join(filter(None, map(one_line, heads))),
        table=block.table,
        alt=one_line(f"Table: {block.title}")[:1_000],
        sheet=sheet,
        remarks=shown,
    )
    yield from tables.table_pages(told)
    if rest:
        title = f"About: {block.title}"
        yield from prose_pages([Remark(rest)], title=title, kicker=section.title, sheet=sheet)
