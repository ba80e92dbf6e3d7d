"""Differences of cohorts in words: what a reader may conclude, and no more."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.models import notation
from services.models.cohort import Metric, Pooling
from services.models.estimate import Estimate
from services.models.score import PERCENT, ScoreKind

_MOST_NAMED = 5


@dataclass(frozen=True)
class Unit:
    """How a difference is written: its factor, its decimals and what it counts."""

    factor: float = 1
    places: int = 1

    def written(self, value: float) -> str:
        """Write a number of the unit."""
        return notation.number(value * self.factor, places=self.places)

    def between(self, lower: float, upper: float) -> str:
        """Write an interval: "1.2 to 5.0"."""
        return f"{self.written(lower)} to {self.written(upper)}"

    def is_nothing(self, value: float) -> bool:
        """Tell whether a difference is too small to be written."""
        return not self.written(value).strip("0.")


PERCENTAGE_POINTS = Unit(factor=100)


def unit_of(metric: Metric) -> Unit:
    """Return the unit of a metric's points: a finer one for a short scale."""
    return Unit(places=1 if metric.scale.high - metric.scale.low > 10 else 2)


def score_sentence(
    labels: tuple[str, str], metric: Metric, found: Estimate, *, chance: str | None
) -> str:
    """Say how the second cohort scores beside the first; `chance` is what `chance_words` gave."""
    first, second = labels
    if found.estimate is None:
        return f"{second} and {first} are not compared: {lowered(found.refusal)}"
    unit, size = unit_of(metric), abs(found.estimate)
    what = "" if metric.kind is ScoreKind.OVERALL else f" in {metric.name}"
    of = "" if metric.scale == PERCENT else f" of {notation.number(metric.scale.high)}"
    if unit.is_nothing(size):
        said = f"{second} and {first} score the same{what}"
    else:
        direction = "higher" if found.estimate > 0 else "lower"
        said = f"{second} scores {unit.written(size)} points{of} {direction} than {first}{what}"
    return f"{said}{_ended(found, chance, unit)}"


def pass_sentence(labels: tuple[str, str], found: Estimate, *, chance: str | None) -> str:
    """Say how the second cohort's pass rate lies beside the first's, in percentage points."""
    first, second = labels
    if found.estimate is None:
        return f"The pass rates of {second} and {first} are not compared: {lowered(found.refusal)}"
    size = abs(found.estimate)
    if PERCENTAGE_POINTS.is_nothing(size):
        said = f"{second} and {first} pass equally often"
    else:
        direction = "higher" if found.estimate > 0 else "lower"
        points = PERCENTAGE_POINTS.written(size)
        said = f"The pass rate of {second} is {points} percentage points {direction} than {first}’s"
    return f"{said}{_ended(found, chance, PERCENTAGE_POINTS)}"


def chance_words(
    corrected: tuple[float, float] | None, *, comparisons: int, unit: Unit
) -> str | None:
    """Say whether chance alone could make the difference; None without an interval."""
    if corrected is None:
        return None
    lower, upper = corrected
    if not lower <= 0 <= upper:
        return "unlikely to be chance alone"
    if comparisons < 2:
        return "this could be chance"
    ends = unit.between(lower, upper)
    return f"this could be chance: {ends} once all {comparisons} comparisons here are counted"


def pooled_words(pooling: Pooling, names: Sequence[str]) -> str:
    """Warn that several instruments are put together, because a reader chose so."""
    what = "versions" if pooling is Pooling.VERSIONS else "instruments"
    more = len(names) - _MOST_NAMED
    named = ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    return (
        f"{len(names)} {what} are put together, as you chose: {named}. They may measure "
        "differently, so that a difference can be the instruments’ own."
    )


def lowered(sentence: str) -> str:
    """Return a sentence as it goes on behind a colon."""
    return sentence[:1].lower() + sentence[1:]


def _ended(found: Estimate, chance: str | None, unit: Unit) -> str:
    if found.lower is None or found.upper is None:
        return f", with no interval. {found.remark}".rstrip()
    level = notation.number(100 * found.level)
    ends = unit.between(found.lower, found.upper)
    return f", {level} % interval {ends}" + (f"; {chance}." if chance else ".")
