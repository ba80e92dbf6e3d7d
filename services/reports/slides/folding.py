"""A remark beside a figure becomes one of its own: a slide with one sentence says too little."""

from collections.abc import Sequence
from dataclasses import replace

from services.models.content import Block, Chart, Facts, Listing, Remark, Tone, Words
from services.reports.slides import remarks

_PROSE = Words | Facts | Remark


def folded(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks: remarks of one tone are one, short ones go into what stands beside."""
    kept: list[Block] = []
    for block in blocks:
        last = kept[-1] if kept else None
        if isinstance(block, Remark):
            joined = _together(last, block) or _joined(last, block)
        else:
            joined = _joined(block, last) if _stands_alone(kept) else None
        if joined is None:
            kept.append(block)
        else:
            kept[-1] = joined
    return kept


def _stands_alone(kept: Sequence[Block]) -> bool:
    """Whether the last block is a remark that nothing was said before."""
    before = kept[-2] if len(kept) > 1 else None
    return bool(kept) and isinstance(kept[-1], Remark) and not isinstance(before, _PROSE)


def _together(last: Block | None, remark: Remark) -> Block | None:
    """Return two remarks of one tone as one."""
    if not isinstance(last, Remark) or last.tone is not remark.tone:
        return None
    return replace(last, sentences=(*last.sentences, *remark.sentences))


def _joined(figure: Block | None, remark: Block | None) -> Block | None:
    """Return the figure with the remark; None where there is no room, or no figure."""
    if not isinstance(figure, Chart | Listing) or not isinstance(remark, Remark):
        return None
    if isinstance(figure, Listing) and figure.is_long:
        return None
    mark = "▲ Caution: " if remark.tone is Tone.WARNING else ""
    said = (*figure.remarks, *(f"{mark}{sentence}" for sentence in remark.sentences))
    _, rest = remarks.fitting(said)
    return None if rest else replace(figure, remarks=said)
