"""A remark beside a figure becomes one of its own: a slide with one sentence says too little."""

from collections.abc import Sequence
from dataclasses import replace

from services.models.content import Block, Chart, Facts, Listing, Remark, Section, Tone, Words
from services.reports.slides import remarks
from services.reports.slides.inert import one_line
from services.reports.slides.page import Sheet

_PROSE = Words | Facts | Remark
_FEW_FACTS = 3
_LINE = 160
"""So many signs at most are a line."""


def carried(sections: Sequence[Section]) -> list[Section]:
    """Return the sections: one that is a line of facts goes into the figure that follows it."""
    kept: list[Section] = []
    waiting: Section | None = None
    for section in sections:
        joined = section
        if waiting and isinstance(section.blocks[0], Chart | Listing):
            joined = replace(section, blocks=(Remark((_line(waiting),)), *section.blocks))
        elif waiting:
            kept.append(waiting)
        waiting = section if _line(section) else None
        kept += [] if waiting else [joined]
    return [*kept, waiting] if waiting else kept


def folded(blocks: Sequence[Block], *, sheet: Sheet) -> list[Block]:
    """Return the blocks: remarks of one tone are one, short ones go into what stands beside.

    Words that say what the title of a figure's slide says are left out.
    """
    findings = {one_line(each.finding) for each in blocks if isinstance(each, Chart | Listing)}
    kept: list[Block] = []
    for block in blocks:
        last = kept[-1] if kept else None
        if isinstance(block, Words) and one_line(block.text) in findings:
            continue
        if isinstance(block, Remark):
            joined = _together(last, block) or _joined(last, block, sheet)
            kept[-1:] = [joined] if joined else [*kept[-1:], block]
        else:
            kept = _with_remarks_before(kept, block, sheet)
    return kept


def _with_remarks_before(kept: list[Block], block: Block, sheet: Sheet) -> list[Block]:
    """Return the blocks with one more, which takes up the remarks that alone stand before it."""
    start = len(kept)
    while start and isinstance(kept[start - 1], Remark):
        start -= 1
    if start and isinstance(kept[start - 1], _PROSE):
        return [*kept, block]
    joined: Block | None = block
    for remark in kept[start:]:
        joined = _joined(joined, remark, sheet)
    return [*kept, block] if joined is None else [*kept[:start], joined]


def _line(section: Section) -> str:
    """Return a section as one line of a few short facts; nothing where it is more than that."""
    (first, *others) = section.blocks
    if others or not isinstance(first, Facts) or len(first.rows) > _FEW_FACTS:
        return ""
    said = " · ".join(f"{one_line(label)}: {one_line(value)}" for label, value in first.rows)
    return said if len(said) <= _LINE else ""


def _together(last: Block | None, remark: Remark) -> Block | None:
    """Return two remarks of one tone as one."""
    if not isinstance(last, Remark) or last.tone is not remark.tone:
        return None
    return replace(last, sentences=(*last.sentences, *remark.sentences))


def _joined(figure: Block | None, remark: Block | None, sheet: Sheet) -> Block | None:
    """Return the figure with the remark; None where there is no room, or no figure."""
    if not isinstance(figure, Chart | Listing) or not isinstance(remark, Remark):
        return None
    if isinstance(figure, Listing) and figure.is_long:
        return None
    mark = "▲ Caution: " if remark.tone is Tone.WARNING else ""
    said = (*figure.remarks, *(f"{mark}{sentence}" for sentence in remark.sentences))
    most = remarks.BELOW_TABLES if isinstance(figure, Listing) else remarks.BELOW_CHARTS
    _, rest = remarks.fitting(said, sheet=sheet, most=most)
    return None if rest else replace(figure, remarks=said)
