"""Dots of a small cohort: each at its own value, stacked where they would cover each other."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dot:
    """One value, and on which level above the ground it lies (0 is the lowest)."""

    value: float
    level: int


def swarm(values: Sequence[float], *, apart: float) -> tuple[Dot, ...]:
    """Return a dot for each value, ascending, on the lowest level where it touches no other.

    Two dots of one level lie at least `apart` (in the values' unit) from each other.
    """
    dots: list[Dot] = []
    last: list[float] = []
    for value in sorted(values):
        free = (level for level, before in enumerate(last) if value - before >= apart)
        level = next(free, len(last))
        if level == len(last):
            last.append(value)
        last[level] = value
        dots.append(Dot(value, level))
    return tuple(dots)
