"""Cohorts as they are counted: their members, and whose results the figures rest on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from services.cache.frame.columns import Mask
from services.models.cohort import CohortDefinition, Instrument, InstrumentCount, Overlap
from services.use_cases.instruments import Instruments


@dataclass(frozen=True)
class Group:
    """A cohort as it is counted."""

    label: str
    definition: CohortDefinition
    instruments: Instruments
    members: Mask
    table: NDArray[np.int64]
    """How many scored members each instrument measured."""
    counted: frozenset[int]

    @cached_property
    def mask(self) -> Mask:
        """Return the members that the figures rest on."""
        return self.instruments.within(self.members, self.counted)

    def warnings(self) -> list[str]:
        """Say what is not counted."""
        if not self.members.any():
            return [f"{self.label}: no interview matches."]
        said = self.instruments.left_out(self.table, self.counted)
        return [f"{self.label}: {said}"] if said else []


def labels(definitions: Sequence[CohortDefinition]) -> tuple[str, ...]:
    """Return a label for each cohort, none twice."""
    taken: dict[str, int] = {}
    found = []
    for index, definition in enumerate(definitions):
        label = definition.name.strip() or f"Cohort {chr(ord('A') + index)}"
        taken[label] = taken.get(label, 0) + 1
        found.append(label if taken[label] == 1 else f"{label} ({taken[label]})")
    return tuple(found)


def all_counted(groups: Sequence[Group]) -> frozenset[int]:
    """Return the instruments that any cohort's figures rest on, by their codes."""
    return frozenset[int]().union(*(group.counted for group in groups))


def chosen(groups: Sequence[Group]) -> tuple[Instrument, ...]:
    """Return the instruments that any cohort's figures rest on."""
    return tuple(groups[0].instruments.all[code] for code in sorted(all_counted(groups)))


def all_instruments(groups: Sequence[Group]) -> tuple[InstrumentCount, ...]:
    """Return the instruments of all cohorts together, each interview once."""
    instruments, table = groups[0].instruments, groups[0].table
    if len(groups) > 1:
        anywhere = np.logical_or.reduce([group.members for group in groups])
        table = instruments.counts(anywhere & instruments.scored)
    return instruments.listed(table, all_counted(groups))


def overlaps(groups: Sequence[Group]) -> tuple[Overlap, ...]:
    """Return how many interviews each pair shares, pairs without any left out."""
    pairs = (
        (a, b, int(np.count_nonzero(a.members & b.members))) for a, b in combinations(groups, 2)
    )
    return tuple(Overlap(a=a.label, b=b.label, shared=n) for a, b, n in pairs if n)
