"""A report of a reader's own: what was pinned, in its order, and what changed since last time."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from components.documents import imprint
from components.documents.parts import is_of
from services.models import notation
from services.models.answered import Edition
from services.models.content import (
    About,
    Block,
    Chart,
    Content,
    Listing,
    Remark,
    Section,
    Tone,
    Words,
)
from services.models.plan import CHANGES, Changes, Pin, ReportPlan
from services.models.table import Table

_GONE = (
    "“{title}” was pinned here. Today's answer has no such figure: there may be too few results, "
    "or what it showed is gone."
)


def assembled(
    plan: ReportPlan, contents: Sequence[Content], edition: Edition, changes: Changes | None
) -> Content:
    """Return the plan as one document; each pin is a section with the filters of its own."""
    taken: Counter[str] = Counter()
    sections = [
        _section(pin, content, taken) for pin, content in zip(plan.pins, contents, strict=True)
    ]
    first = [_changed(changes)] if changes else []
    return Content(
        title=plan.title,
        subtitle=f"{notation.count(len(plan.pins), 'part')}, put together by hand",
        about=_about(contents, edition),
        sections=(*first, *sections),
        stem=imprint.stem("report", edition),
        meanings=tuple({each.title: each for one in contents for each in one.meanings}.values()),
    )


def _about(contents: Sequence[Content], edition: Edition) -> About:
    abouts = [each.about for each in contents]
    filters = list(dict.fromkeys(each.filters for each in abouts))
    counted = list(dict.fromkeys(each.counted for each in abouts))
    return imprint.about(
        edition,
        filters=filters[0] if len(filters) == 1 else "Each part has filters of its own",
        counted=counted[0] if len(counted) == 1 else "Each part has an n of its own",
        instruments=tuple(dict.fromkeys(one for each in abouts for one in each.instruments)),
        limits=(limit for each in abouts for limit in each.limits),
    )


def _section(pin: Pin, content: Content, taken: Counter[str]) -> Section:
    said = " · ".join(part for part in (content.about.filters, content.about.counted) if part)
    heads = [Words(said)] if said else []
    notes = [Words(pin.note)] if pin.note.strip() else []
    blocks: list[Block]
    if pin.block is None:
        blocks = [block for section in content.sections for block in section.blocks]
        title = pin.title or content.title
    else:
        found = _found(content, pin.block)
        blocks, title = [*found], pin.title or (found[0].title if found else pin.block)
    blocks = blocks or [*_said_instead(content)]
    if not blocks:
        gone = Remark((_GONE.format(title=title),), Tone.WARNING)
        return Section(title, (*heads, gone, *notes))
    one = pin.block is not None and len(blocks) == 1
    own = [_own(block, pin, taken, title=title if one else None) for block in blocks]
    return Section(title, (*heads, *own, *notes))


def _found(content: Content, pinned: str) -> list[Chart | Listing]:
    """Return what was pinned: one block, or the parts that paper cuts it into."""
    return [
        block
        for section in content.sections
        for block in section.blocks
        if isinstance(block, Chart | Listing) and is_of(block.key, pinned)
    ]


def _said_instead(content: Content) -> Iterable[Remark]:
    """Return what a document warns of that holds no figure at all: it could not be read."""
    if not any(content.tables()):
        for section in content.sections:
            for block in section.blocks:
                if isinstance(block, Remark) and block.tone is Tone.WARNING:
                    yield block


def _own(block: Block, pin: Pin, taken: Counter[str], *, title: str | None) -> Block:
    """Return the block with a key that is the same whenever the same is pinned."""
    if not isinstance(block, Chart | Listing):
        return block
    asked = hashlib.sha256(pin.ask.model_dump_json().encode()).hexdigest()[:8]
    key = f"{block.key}-{asked}"
    taken[key] += 1
    own = key if taken[key] == 1 else f"{key}-{taken[key]}"
    return replace(block, key=own, title=title or block.title)


def _changed(changes: Changes) -> Section:
    since = notation.moment(changes.since)
    title = "What changed"
    moved = [
        *(f"“{each}” is no longer there." for each in changes.missing),
        *(f"“{each}” is new." for each in changes.added),
    ]
    if not changes.total and not moved:
        said = f"Nothing: every number is what it was when this report was made on {since}."
        return Section(title, (Words(said),))
    told = f"Since this report was last made, on {since}: {_count(changes)}."
    remarks = (Remark(tuple(moved)),) if moved else ()
    return Section(title, (Words(told), *remarks, *_cells(changes)))


def _count(changes: Changes) -> str:
    said = notation.count(changes.total, "number or row differs", plural="numbers or rows differ")
    more = changes.total - len(changes.cells)
    return f"{said}, of which {len(changes.cells)} are named" if more else said


def _cells(changes: Changes) -> Iterable[Listing]:
    if changes.cells:
        rows = tuple(
            (each.where, each.row, each.column, each.before, each.now) for each in changes.cells
        )
        table = Table(columns=("Figure or table", "Row", "Column", "Then", "Now"), rows=rows)
        yield Listing(key=CHANGES, title="Then and now", table=table)
