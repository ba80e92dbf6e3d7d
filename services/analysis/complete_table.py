"""The complete table: the agents and targets of which every agent judged every target."""

from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from services.analysis.agreement import Real, Whole

MOST_AGENTS: Final = 62
"""Whose sets fit into the bits of one number; further ones are in no table."""
_MOST_SETS: Final = 200
"""Of the sets of agents that occur, only the most frequent are tried."""
_SAME: Final = 1e-9
"""The computer's last digits are no difference."""


@dataclass(frozen=True, slots=True)
class CompleteTable:
    """Judgements without a gap; no rows where no two agents judged the same target."""

    agents: tuple[int, ...]
    """Of the columns, ascending."""
    cells: Real
    """(targets, agents)."""

    @property
    def is_one_opinion(self) -> bool:
        """Return whether all agents gave the same on every target."""
        return bool(np.ptp(self.cells, axis=1).max(initial=0.0) <= _SAME)

    def clones(self) -> tuple[tuple[int, int], ...]:
        """Return the pairs of agents that gave the same on every target."""
        return tuple(
            (self.agents[a], self.agents[b])
            for a, b in combinations(range(len(self.agents)), 2)
            if np.abs(self.cells[:, a] - self.cells[:, b]).max(initial=0.0) <= _SAME
        )


def panels_of(agents: Whole, begins: Whole) -> NDArray[np.int64]:
    """Return who judged each target: bit `a` stands for agent `a`.

    `agents` (numbers from 0, one a judgement) are sorted by target, whose judgements begin at
    `begins`.
    """
    if not len(agents):
        return np.empty(0, dtype=np.int64)
    bits = np.zeros(max(int(agents.max()) + 1, MOST_AGENTS), dtype=np.int64)
    bits[:MOST_AGENTS] = np.left_shift(1, np.arange(MOST_AGENTS))
    return np.asarray(np.bitwise_or.reduceat(bits[agents], begins))


def complete_table(
    shares: Real, *, begins: Whole, panels: NDArray[np.int64], agents: Whole
) -> CompleteTable:
    """Return the table of the set of agents with the most judgements beyond the first one's.

    Of all sets that are some target's whole panel, two agents or more, that is the one with the
    largest (targets that all of them judged) x (agents - 1). `shares` has one element a judgement,
    sorted by agent from where its target `begins`; `begins` and `panels` have one element a target;
    `agents` says what each bit of a panel stands for.
    """
    sets, counts = np.unique(panels, return_counts=True)
    chosen = _largest(sets, counts)
    if not chosen:
        return CompleteTable((), np.empty((0, 0)))
    whole = np.flatnonzero((panels & chosen) == chosen)
    bits = [at for at in range(MOST_AGENTS) if chosen >> at & 1]
    cells = np.empty((len(whole), len(bits)))
    for column, bit in enumerate(bits):
        before = np.bitwise_count(panels[whole] & ((1 << bit) - 1))
        cells[:, column] = shares[begins[whole] + before]
    return CompleteTable(tuple(int(agents[bit]) for bit in bits), cells)


def _largest(sets: NDArray[np.int64], counts: Whole) -> int:
    """Return the set that gives the largest table; 0 where no target has two agents."""
    sizes = np.bitwise_count(sets).astype(np.int64)
    order = np.argsort(-counts * (sizes >= 2), kind="stable")[:_MOST_SETS]
    order = order[sizes[order] >= 2]
    if not len(order):
        return 0
    inside = (sets[None, :] & sets[order, None]) == sets[order, None]
    worth = (inside * counts[None, :]).sum(axis=1) * (sizes[order] - 1)
    return int(sets[order[int(worth.argmax())]])
