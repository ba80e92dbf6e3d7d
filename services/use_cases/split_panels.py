"""Split panels: the questions on which two agents' totals were far apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from services.cache.frame.columns import Frame, Mask, Whole
from services.cache.store import Store
from services.models import notation
from services.models.agreement import MOST_SPLIT, SPLIT_FROM, SplitPanel

_SAME = 1e-9
"""A quarter of the maximum is a quarter, whatever the computer's last digit says."""


@dataclass(frozen=True, slots=True)
class SplitPanels:
    """How many questions two agents or more judged, how many are split, and the widest of them."""

    panels: int = 0
    total: int = 0
    widest: tuple[SplitPanel, ...] = ()


def split_panels(store: Store, frame: Frame, which: Mask) -> SplitPanels:
    """Return the split panels of the interviews of `which`; agents without a total do not count."""
    columns = frame.panels
    chosen = np.flatnonzero(which[columns.row] & np.isfinite(columns.share))
    if not len(chosen):
        return SplitPanels()
    row = columns.row[chosen].astype(np.int64)
    question = columns.question[chosen]
    key = row * (int(question.max()) + 1) + question
    order = np.argsort(key, kind="stable")
    chosen, key = chosen[order], key[order]
    begins = np.flatnonzero(np.diff(key, prepend=key[0] - 1))
    ends = np.append(begins[1:], len(chosen))
    share = columns.share[chosen]
    apart = np.maximum.reduceat(share, begins) - np.minimum.reduceat(share, begins)
    split = np.flatnonzero(apart >= SPLIT_FROM - _SAME)
    widest = split[np.argsort(-apart[split], kind="stable")[:MOST_SPLIT]]
    panels = [chosen[begins[at] : ends[at]] for at in widest]
    return SplitPanels(
        panels=int(np.count_nonzero(ends - begins >= 2)),
        total=len(split),
        widest=tuple(_told(store, frame, panels)),
    )


def _told(store: Store, frame: Frame, panels: Sequence[Whole]) -> Iterator[SplitPanel]:
    """Return each panel, given as its places in the columns, with whose interview it is."""
    columns = frame.panels
    numbers = [int(frame.interviews.number[columns.row[places[0]]]) for places in panels]
    ids = store.public_ids(numbers)
    rows = {row.id: row for row in store.rows(list(dict.fromkeys(ids.values())))}
    for number, places in zip(numbers, panels, strict=True):
        row = rows.get(ids.get(number, ""))
        if row is None:
            # Erased since the columns were read.
            continue
        share = columns.share[places]
        lowest, highest = places[share.argmin()], places[share.argmax()]
        yield SplitPanel(
            interview_id=row.id,
            candidate=notation.called(row.candidate_name, row.candidate_email),
            role=row.role,
            question=int(columns.question[places[0]]),
            lowest_agent=frame.words[int(columns.agent[lowest])],
            lowest=float(columns.share[lowest]),
            highest_agent=frame.words[int(columns.agent[highest])],
            highest=float(columns.share[highest]),
        )
