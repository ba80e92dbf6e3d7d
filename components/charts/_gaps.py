"""Differences of two cohorts as a figure needs them, whether of means or of pass rates."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from components.charts import _estimates
from services.models.cohort import Difference, PassDifference
from services.models.estimate import Estimate
from services.models.score import Scale

RATE_NAME = "Pass rate"
_RATE_KEY = "pass_rate"


@dataclass(frozen=True, slots=True)
class Gap:
    """One difference, b minus a; drawn in the unit of the axis."""

    a: str
    b: str
    metric: str
    key: str
    """What a click hands over for the metric."""
    scale: Scale | None
    """The metric's; None for pass rates, which are in percentage points."""
    difference: Estimate
    corrected: tuple[float, float] | None
    """Both ends after Holm's correction, in the unit of the axis."""
    could_be_chance: bool | None

    @property
    def factor(self) -> float:
        """What makes the estimate a number of the axis: shares become percentage points."""
        return 100 if self.scale is None else 1

    @property
    def places(self) -> int:
        """The decimals that it is written with."""
        return 1 if self.scale is None else _estimates.places(self.scale)

    @property
    def value(self) -> float | None:
        """The difference in the unit of the axis; None where it was refused."""
        return _estimates.drawn_value(self.difference, factor=self.factor)

    @property
    def ends(self) -> tuple[float, float] | None:
        """The plain interval in the unit of the axis."""
        return _estimates.ends(self.difference, factor=self.factor)

    @property
    def number(self) -> str:
        """The difference with its interval in words, or why there is none."""
        if self.value is None:
            return _estimates.refusal(self.difference)
        said = _estimates.signed(self.value, places=self.places)
        if self.ends is None:
            return f"{said}, no interval"
        lower, upper = (_estimates.number(end, places=self.places) for end in self.ends)
        return f"{said} ({lower} to {upper})"

    @property
    def verdict(self) -> str:
        """Whether chance alone can make it, in words; why there is no interval where there is none.

        Nothing is said of a difference that was refused.
        """
        if self.value is None:
            return ""
        if self.could_be_chance is None:
            return self.difference.remark.rstrip(". ")
        if not self.could_be_chance:
            return "unlikely to be chance alone"
        lower, upper = self.ends or (0.0, 0.0)
        is_corrected = not lower <= 0 <= upper
        return f"could be chance{' once corrected' * is_corrected}"


def score_gaps(differences: Sequence[Difference]) -> list[Gap]:
    """Return differences of means, in points."""
    return [
        Gap(
            a=each.a,
            b=each.b,
            metric=each.metric.name,
            key=each.metric.key,
            scale=each.metric.scale,
            difference=each.mean,
            corrected=_pair(each.corrected_lower, each.corrected_upper, factor=1),
            could_be_chance=each.could_be_chance,
        )
        for each in differences
    ]


def pass_gaps(differences: Sequence[PassDifference]) -> list[Gap]:
    """Return differences of pass rates, in percentage points."""
    return [
        Gap(
            a=each.a,
            b=each.b,
            metric=RATE_NAME,
            key=_RATE_KEY,
            scale=None,
            difference=each.difference,
            corrected=_pair(each.corrected_lower, each.corrected_upper, factor=100),
            could_be_chance=each.could_be_chance,
        )
        for each in differences
    ]


def _pair(lower: float | None, upper: float | None, *, factor: float) -> tuple[float, float] | None:
    if lower is None or upper is None or not (isfinite(lower) and isfinite(upper)):
        return None
    first, second = sorted((lower * factor, upper * factor))
    return (first, second)
