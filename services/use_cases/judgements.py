"""Judgements: what agents gave in the criteria, sorted by target, with each target's sums."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from services.analysis.agreement import Targets, judged_in_order
from services.analysis.complete_table import MOST_AGENTS, CompleteTable, complete_table, panels_of
from services.cache.frame.columns import NONE, Frame, Mask, Real, Whole


@dataclass(frozen=True)
class Opinions:
    """All judgements of some targets, sorted by target and agent; no agent judges one twice."""

    share: Real
    agent: Whole
    """Its place in `agents`."""
    agents: Whole
    """Words' numbers, ascending; each judged something."""
    role: Whole
    """A word's number."""


@dataclass(frozen=True)
class Judgements:
    """Some targets with what was given to them: an interview's question's criterion each.

    All arrays but those of `opinions` have one element a target; `opinions` may hold more than
    what was given to these targets.
    """

    opinions: Opinions
    begins: Whole
    """Where a target's judgements begin among the opinions."""
    sums: Targets
    panels: Whole
    """Who judged it, as bits (see `panels_of`)."""
    row: Whole
    question: Whole
    criterion: Whole
    """A word's number."""
    twice: int = 0
    """Judgements left out because the same agent had judged the same target already."""

    def __len__(self) -> int:
        """Return how many targets there are."""
        return len(self.row)

    @property
    def interviews(self) -> int:
        """Return in how many interviews an agent judged anything."""
        return len(numbered(self.row)[0])

    @property
    def clusters(self) -> Whole:
        """Return what belongs together: a target's interview, or its question if there is one."""
        several = len(self.row) > 0 and self.row.min() != self.row.max()
        return self.row if several else self.question

    @cached_property
    def table(self) -> CompleteTable:
        """The agents and targets of which every agent judged every target."""
        return complete_table(
            self.opinions.share, begins=self.begins, panels=self.panels, agents=self.opinions.agents
        )

    @property
    def judges(self) -> int:
        """Return how many agents judged any of the targets."""
        if len(self.opinions.agents) <= MOST_AGENTS:
            return int(np.bitwise_count(np.bitwise_or.reduce(self.panels, initial=0)))
        before = np.cumsum(self.sums.count) - self.sums.count
        count = int(self.sums.count.sum())
        places = np.arange(count) + np.repeat(self.begins - before, self.sums.count)
        return int(np.count_nonzero(np.bincount(self.opinions.agent[places])))

    @property
    def of_each(self) -> NDArray[np.int64]:
        """Return each judgement's target; for targets that hold all of the opinions only."""
        return np.repeat(np.arange(len(self)), self.sums.count)

    def parts(self, group: Whole, *, most: int) -> Iterator[tuple[int, "Judgements"]]:
        """Return the targets of each group, those with most targets first, `most` groups.

        `group` has one element a target.
        """
        present, codes = numbered(group)
        counts = np.bincount(codes, minlength=len(present))
        # Numbers of 16 bits are sorted by their digits, which is many times faster.
        order = np.argsort(codes.astype(np.uint16), kind="stable")
        ends = np.cumsum(counts)
        for at in np.argsort(-counts, kind="stable")[:most].tolist():
            yield int(present[at]), self._only(order[ends[at] - counts[at] : ends[at]])

    def _only(self, which: Whole) -> "Judgements":
        return Judgements(
            opinions=self.opinions,
            begins=self.begins[which],
            sums=self.sums.only(which),
            panels=self.panels[which],
            row=self.row[which],
            question=self.question[which],
            criterion=self.criterion[which],
        )


def judgements(frame: Frame, which: Mask) -> Judgements:
    """Return what the agents gave in the interviews of `which`; what has no share is left out."""
    columns = frame.criteria
    usable = which[columns.row] & np.isfinite(columns.share)
    usable &= (columns.agent != NONE) & (columns.criterion != NONE)
    chosen = np.flatnonzero(usable)
    agents, agent = numbered(columns.agent[chosen])
    target = _target_keys(columns.row[chosen], columns.question[chosen], columns.criterion[chosen])
    key = target * max(len(agents), 1) + agent
    twice = 0
    if not (key[1:] > key[:-1]).all():
        order = np.argsort(key, kind="stable")
        fresh = _changes(key[order])
        twice = len(fresh) - int(np.count_nonzero(fresh))
        order = order[fresh]
        chosen, target, agent = chosen[order], target[order], agent[order]
    begins = np.flatnonzero(_changes(target))
    first = chosen[begins]
    share = columns.share[chosen]
    return Judgements(
        opinions=Opinions(share, agent, agents, columns.agent_role[chosen]),
        begins=begins,
        sums=judged_in_order(share, begins),
        panels=panels_of(agent, begins),
        row=columns.row[first],
        question=columns.question[first],
        criterion=columns.criterion[first],
        twice=twice,
    )


def numbered(values: Whole) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the distinct numbers, ascending, and each element's place among them.

    For numbers that lie close together, as those of words do: nothing is sorted.
    """
    if not len(values):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    low = int(values.min())
    met = np.zeros(int(values.max()) - low + 1, dtype=bool)
    met[values - low if low else values] = True
    places = np.cumsum(met) - 1
    return np.flatnonzero(met) + low, places[values - low if low else values]


def _target_keys(row: Whole, question: Whole, criterion: Whole) -> NDArray[np.int64]:
    """Return a number for each target, in the order of the interviews."""
    criteria, place = numbered(criterion)
    questions = int(question.max(initial=0)) + 1
    key = row.astype(np.int64)
    key *= questions
    key += question
    key *= max(len(criteria), 1)
    key += place
    return key


def _changes(values: NDArray[np.int64]) -> Mask:
    """Return where a sorted array's value is another than the one before; the first one is."""
    changes = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes
