"""Tallies: the sums over interviews that a rate per hour and its interval rest on."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from services.analysis.sample import Real

_HOUR_S: Final = 3600
_LONGEST_S: Final = 1e9
"""Thirty years: a longer interview is a mistake of a clock."""

Whole = NDArray[np.signedinteger[Any]]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Tally:
    """One kind of event over the interviews in which it was collected."""

    interviews: int = 0
    with_any: int = 0
    all_events: int = 0
    timed: int = 0
    """Interviews of known length, with a known number of events; all below is of them alone."""
    hours: float = 0.0
    squared_hours: float = 0.0
    events: float = 0.0
    squared_events: float = 0.0
    products: float = 0.0
    """Hours times events, of each interview."""

    def __add__(self, other: "Tally") -> "Tally":
        """Return the tally of both together; they share no interview."""
        return Tally(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


def tally(events: ArrayLike, seconds: ArrayLike) -> Tally:
    """Return the tally of events that were collected everywhere, one element an interview.

    A length that is NaN, infinite, 0 or less is not known, nor is a negative number of events, one
    that is NaN, or an infinite one.
    """
    counts, lengths = (np.asarray(each, dtype=np.float64).ravel() for each in (events, seconds))
    is_known = (counts >= 0) & (counts < np.inf)
    return _tally(np.where(is_known, counts, 0.0), np.where(is_known, _hours(lengths), 0.0))


def tallies(
    events: Whole, seconds: Real, *, missing: Whole, bits: Sequence[int], among: Mask
) -> tuple[Tally, ...]:
    """Return a tally for each kind, a column of `events`: (interviews, kinds), none negative.

    `missing` holds, for each interview, the sum of the `bits` of the kinds that were not collected
    in it. What was seen was collected, whatever its bit says. Only interviews `among` these count.
    Those that lack the same kinds are summed together: so the columns are gone through once.
    """
    found = [Tally() for _ in bits]
    for pattern in np.flatnonzero(np.bincount(missing)).tolist():
        rows = np.flatnonzero((missing == pattern) & among)
        lacks = [bool(pattern & bit) for bit in bits]
        parts = _alike(events[rows], _hours(seconds[rows]), lacks)
        found = [a + b for a, b in zip(found, parts, strict=True)]
    return tuple(found)


def _alike(events: Whole, hours: Real, lacks: Sequence[bool]) -> Iterator[Tally]:
    """Yield a tally for each kind, over interviews that all lack the same kinds."""
    if all(lacks) and not events.any():
        # Half of all interviews, where only one vendor proctors.
        yield from (Tally() for _ in lacks)
        return
    for counts, is_missing in zip(events.T.astype(np.float64), lacks, strict=True):
        seen = np.flatnonzero(counts) if is_missing else slice(None)
        yield _tally(counts[seen], hours[seen])


def _tally(counts: Real, hours: Real) -> Tally:
    """Return the tally; hours are 0 where they are not known."""
    is_timed = hours > 0
    timed = int(np.count_nonzero(is_timed))
    known = counts if timed == len(counts) else counts[is_timed]
    beside = hours if timed == len(counts) else hours[is_timed]
    # Not by `@`: its threads wait for each other on a machine that is busy.
    return Tally(
        interviews=len(counts),
        with_any=int(np.count_nonzero(counts)),
        all_events=int(counts.sum()),
        timed=timed,
        hours=float(beside.sum()),
        squared_hours=float(np.square(beside).sum()),
        events=float(known.sum()),
        squared_events=float(np.square(known).sum()),
        products=float((known * beside).sum()),
    )


def _hours(seconds: Real) -> Real:
    """Return hours, and 0 where the length is not known."""
    is_known = (seconds > 0) & (seconds <= _LONGEST_S)
    return np.where(is_known, seconds, 0.0) / _HOUR_S
