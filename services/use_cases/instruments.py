"""Whose results are counted: instruments are never put together unless a reader chose to."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from services.cache.codes import STATE_CODES
from services.cache.frame.columns import NONE, Frame, Mask
from services.models.cohort import Instrument, InstrumentChoice, InstrumentCount, Pooling
from services.models.score import ScoreState
from services.use_cases.cohort_sentences import pooled_words

SCORED = STATE_CODES[ScoreState.SCORED]
_LONGEST_VERSION = 60
"""How much of one a sentence holds."""


@dataclass(frozen=True)
class Instruments:
    """The instruments of one frame; `codes` holds each interview's, its place in `all`."""

    frame: Frame
    titles: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _found(self) -> tuple[tuple[Instrument, ...], NDArray[np.int64]]:
        columns, frame = self.frame.interviews, self.frame
        width = max(frame.versions, default=0) + 2
        joint = columns.vendor.astype(np.int64) * width + (columns.version - NONE)
        present, codes = _numbered(joint)
        instruments = tuple(
            Instrument(
                vendor=frame.vendors[int(code // width)],
                version=frame.versions.get(int(code % width) + NONE),
            )
            for code in present
        )
        return instruments, codes

    @property
    def all(self) -> tuple[Instrument, ...]:
        """Return every instrument of the frame."""
        return self._found[0]

    @property
    def codes(self) -> NDArray[np.int64]:
        """Return each interview's instrument."""
        return self._found[1]

    @cached_property
    def scored(self) -> Mask:
        """Return which interviews hold a score at all, of somebody who is surely the candidate."""
        scored = np.zeros(len(self.frame.interviews), dtype=bool)
        for columns in self.frame.scores.values():
            scored[columns.row[columns.state == SCORED]] = True
        return scored & ~self.frame.interviews.doubtful

    def counts(self, mask: Mask) -> NDArray[np.int64]:
        """Return how many interviews of `mask` each instrument measured."""
        return np.bincount(self.codes[mask], minlength=len(self.all))

    def words(self, instrument: Instrument) -> str:
        """Name an instrument for a reader: "Qode ci_v2"."""
        title = self.titles.get(instrument.vendor, instrument.vendor)
        version = instrument.version or ""
        if len(version) > _LONGEST_VERSION:
            version = f"{version[:_LONGEST_VERSION]}…"
        return f"{title} {version}".rstrip()

    def counted(
        self, tables: Sequence[NDArray[np.int64]], choice: InstrumentChoice
    ) -> list[frozenset[int]]:
        """Return for each cohort the instruments that its figures rest on.

        The tables are the `counts` of those who have a result. A cohort without any result of what
        was chosen by default rests on its own most frequent instrument.
        """
        if choice.pooling is Pooling.VENDORS:
            return [frozenset(map(int, np.flatnonzero(table))) for table in tables]
        if choice.instrument is not None:
            fixed = self._named(choice.instrument, choice.pooling)
            return [fixed] * len(tables)
        whole = sum(tables, np.zeros(len(self.all), dtype=np.int64))
        return [self._by_default(table, whole, choice.pooling) for table in tables]

    def listed(
        self, table: NDArray[np.int64], counted: frozenset[int]
    ) -> tuple[InstrumentCount, ...]:
        """Return the instruments behind a table of `counts`, most frequent first."""
        order = sorted(np.flatnonzero(table).tolist(), key=lambda code: (-table[code], code))
        return tuple(
            InstrumentCount(
                instrument=self.all[code], count=int(table[code]), is_counted=code in counted
            )
            for code in order
        )

    def within(self, mask: Mask, counted: frozenset[int]) -> Mask:
        """Return the interviews of `mask` that the counted instruments measured."""
        counts = np.zeros(len(self.all), dtype=bool)
        counts[list(counted)] = True
        within: Mask = mask & counts[self.codes]
        return within

    def narrowed(self, mask: Mask, having: Mask, choice: InstrumentChoice) -> "Narrowed":
        """Return the interviews of `mask` that count, by the instruments of those in `having`."""
        table = self.counts(mask & having)
        (counted,) = self.counted([table], choice)
        return Narrowed(
            self.within(mask, counted),
            self.listed(table, counted),
            tuple(self._caveats(table, counted, choice)),
        )

    def left_out(self, table: NDArray[np.int64], counted: frozenset[int]) -> str:
        """Say whose results are not counted, and how many; empty where all are."""
        left_out = int(table.sum() - table[list(counted)].sum())
        if not left_out:
            return ""
        of = ", ".join(self.words(self.all[code]) for code in sorted(counted) if table[code])
        of = of or "the chosen instrument"
        return f"results of {of} only; {left_out:,} of other instruments are left out."

    def together(self, counted: frozenset[int], pooling: Pooling) -> Iterator[str]:
        """Say which instruments are put together, where a reader chose so."""
        names = [self.words(self.all[code]) for code in sorted(counted)]
        if pooling is not Pooling.NONE and len(names) > 1:
            yield pooled_words(pooling, names)

    def _caveats(
        self, table: NDArray[np.int64], counted: frozenset[int], choice: InstrumentChoice
    ) -> Iterator[str]:
        yield from self.together(counted, choice.pooling)
        if said := self.left_out(table, counted):
            yield said[0].upper() + said[1:]

    def _by_default(
        self, table: NDArray[np.int64], whole: NDArray[np.int64], pooling: Pooling
    ) -> frozenset[int]:
        if not whole.any():
            return frozenset()
        for counts in (whole, table):
            first = self._named(self._foremost(counts, pooling), pooling)
            if table[list(first)].any() or not table.any():
                return first
        return frozenset()

    def _foremost(self, counts: NDArray[np.int64], pooling: Pooling) -> Instrument:
        """Return the instrument with the most results, or one of the vendor with the most."""
        own = counts
        if pooling is Pooling.VERSIONS:
            vendors = [each.vendor for each in self.all]
            totals: Counter[str] = Counter()
            for vendor, count in zip(vendors, counts.tolist(), strict=True):
                totals[vendor] += count
            own = np.array([totals[vendor] for vendor in vendors])
        return self.all[int(own.argmax())]

    def _named(self, wanted: Instrument, pooling: Pooling) -> frozenset[int]:
        alike = (
            code
            for code, instrument in enumerate(self.all)
            if instrument == wanted
            or (pooling is Pooling.VERSIONS and instrument.vendor == wanted.vendor)
        )
        return frozenset(alike)


@dataclass(frozen=True)
class Narrowed:
    """Interviews of the instruments that count, and what a reader must know of the others."""

    mask: Mask
    listed: tuple[InstrumentCount, ...]
    warnings: tuple[str, ...]


def _numbered(joint: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the distinct numbers and each one's place among them; without sorting them all."""
    if not len(joint):
        return joint, joint
    present = np.flatnonzero(np.bincount(joint))
    places = np.zeros(int(joint.max()) + 1, dtype=np.int64)
    places[present] = np.arange(len(present))
    return present, places[joint]
