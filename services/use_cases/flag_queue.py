"""The flags of many interviews against their reviews: what was decided, and what awaits a look."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from services.cache.codes import SIGNAL_CODES
from services.cache.frame.columns import Frame, InterviewColumns, Mask, Whole
from services.cache.store import Store
from services.models import notation
from services.models.browse import InterviewFilter
from services.models.integrity import AwaitingReview, Disposition, ReviewCount, kind_of
from services.models.recording import SignalKind

Latest = Mapping[str, Mapping[str, Disposition]]
"""For each interview's public id and each flag's key what its latest review says."""
_PLACES = {kind: place for place, kind in enumerate(SIGNAL_CODES)}
_ORDER = tuple(Disposition)
_AT_ONCE = 5_000
"""How many ids are asked for in one statement."""


@dataclass(frozen=True, slots=True)
class FlagQueue:
    """The flags of some interviews that began.

    A review of a flag that a newer answer no longer holds counts as long as the interview has any
    flag of that kind: the columns know how many flags there are, not which.
    """

    columns: InterviewColumns
    rows: NDArray[np.intp]
    """The interviews, as rows of the columns."""
    said: Whole
    """(kinds, dispositions): flags by what their latest review says."""
    waiting: Whole
    """(interviews, kinds): flags without a review."""

    @property
    def total(self) -> int:
        """Return how many interviews have a flag that nobody has looked at."""
        return int(self._flagged().sum())

    def counts(self) -> tuple[ReviewCount, ...]:
        """Return what was decided on each kind of signal."""
        waiting = self.waiting.sum(axis=0)
        confirm, dismiss, ask = map(
            _ORDER.index, (Disposition.CONFIRM, Disposition.DISMISS, Disposition.ASK)
        )
        return tuple(
            ReviewCount(
                kind=kind,
                confirmed=int(self.said[_PLACES[kind], confirm]),
                dismissed=int(self.said[_PLACES[kind], dismiss]),
                asked=int(self.said[_PLACES[kind], ask]),
                awaiting=int(waiting[_PLACES[kind]]),
            )
            for kind in SignalKind
        )

    def awaiting(self, store: Store, *, offset: int, limit: int) -> tuple[AwaitingReview, ...]:
        """Return one page of the interviews with flags nobody has looked at, newest first."""
        places = np.flatnonzero(self._flagged())
        rows = self.rows[places]
        columns = self.columns
        newest = np.lexsort((columns.number[rows], columns.happened_ms[rows]))[::-1]
        page = places[newest[offset : offset + limit]]
        numbers = [int(number) for number in columns.number[self.rows[page]]]
        ids = store.public_ids(numbers)
        # What was erased since the columns were read has no id any more.
        wanted = {
            ids[number]: place for number, place in zip(numbers, page, strict=True) if number in ids
        }
        return tuple(
            AwaitingReview(
                interview_id=row.id,
                candidate=notation.called(row.candidate_name, row.candidate_email),
                role=row.role,
                happened_at=row.happened_at,
                awaiting=int(self.waiting[wanted[row.id]].sum()),
                flags=int(columns.signals[self.rows[wanted[row.id]]].sum()),
            )
            for row in store.rows(list(wanted))
        )

    def _flagged(self) -> Mask:
        flagged: Mask = self.waiting.sum(axis=1) > 0
        return flagged


def flag_queue(store: Store, frame: Frame, began: Mask, latest: Latest) -> FlagQueue:
    """Hold the flags of the interviews in `began` against `latest`."""
    columns = frame.interviews
    rows = np.flatnonzero(began)
    waiting = columns.signals[rows].astype(np.int64)
    said = np.zeros((len(_PLACES), len(_ORDER)), dtype=np.int64)
    for row, reviews in _reviewed(store, frame, began, latest):
        flags = columns.signals[row]
        tally = _tally(reviews)
        # More reviews than flags: some are of flags that a newer answer no longer holds.
        waiting[np.searchsorted(rows, row)] = np.maximum(flags - tally.sum(axis=1), 0)
        said += np.where((flags > 0)[:, None], tally, 0)
    return FlagQueue(columns=columns, rows=rows, said=said, waiting=waiting)


def _reviewed(
    store: Store, frame: Frame, began: Mask, latest: Latest
) -> Iterator[tuple[int, Mapping[str, Disposition]]]:
    """Yield each interview of `began` that has reviews, as its row, with them."""
    ids = tuple(latest)
    for first in range(0, len(ids), _AT_ONCE):
        wanted = InterviewFilter(ids=ids[first : first + _AT_ONCE], gone=None)
        mask = store.members(frame, wanted) & began
        rows = np.flatnonzero(mask)
        numbers = [int(number) for number in frame.interviews.number[rows]]
        names = store.public_ids(numbers)
        for row, number in zip(rows, numbers, strict=True):
            if number in names:
                yield int(row), latest[names[number]]


def _tally(reviews: Mapping[str, Disposition]) -> Whole:
    """Return (kinds, dispositions): how many flags of each kind have each disposition."""
    tally = np.zeros((len(_PLACES), len(_ORDER)), dtype=np.int64)
    for signal, disposition in reviews.items():
        kind = kind_of(signal)
        if kind is not None:
            tally[_PLACES[kind], _ORDER.index(disposition)] += 1
    return tally
