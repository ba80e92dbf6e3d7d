"""One line of the result: what was measured, which target it has, and the floor beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of several measurements: median, and the quartiles around it."""

    median: float
    low: float
    high: float
    count: int

    @staticmethod
    def of(values: Sequence[float]) -> "Spread":
        """Sum up one measurement or more."""
        if len(values) < 2:
            return Spread(values[0], values[0], values[0], 1)
        low, _, high = quantiles(values, n=4, method="inclusive")
        return Spread(median(values), low, high, len(values))


class Basis(StrEnum):
    """What a target speaks of: the figure itself, or the figure divided by its floor."""

    VALUE = "value"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Target:
    """A limit and the side of it that is wanted."""

    limit: float
    at_least: bool
    basis: Basis


def at_most(limit: float, *, basis: Basis = Basis.VALUE) -> Target:
    """Want the median to be no more than `limit`."""
    return Target(limit, at_least=False, basis=basis)


def at_least(limit: float, *, basis: Basis = Basis.VALUE) -> Target:
    """Want the median to be no less than `limit`."""
    return Target(limit, at_least=True, basis=basis)


@dataclass(frozen=True, slots=True)
class Floor:
    """The least that is possible, in the figure's unit: the same work without our code."""

    what: str
    spread: Spread


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, in `unit`; a figure without a target is there to be known."""

    what: str
    unit: str
    measured: Spread
    target: Target | None = None
    floor: Floor | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the floor the figure is; of a rate, the share of the floor's."""
        if self.floor is None or not self.floor.spread.median:
            return None
        return self.measured.median / self.floor.spread.median

    @property
    def excess(self) -> float | None:
        """How many times the target was missed, 1 or less when it was met; None without one."""
        if self.target is None:
            return None
        judged = self.ratio if self.target.basis is Basis.RATIO else self.measured.median
        if judged is None:
            return None
        if self.target.at_least:
            return self.target.limit / judged if judged else float("inf")
        return judged / self.target.limit


@dataclass(frozen=True, slots=True)
class Chapter:
    """Figures that belong together, or the sentence that says why there are none."""

    title: str
    figures: Sequence[Figure] = ()
    skipped: str = ""
    failed: bool = False
