"""Differences of two cohorts as a figure needs them, whether of means or of pass rates."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from components.charts import _estimates
from components.charts._offsets import Offset
from services.models.cohort import Difference, PassDifference
from services.models.score import Scale

RATE_NAME = "Pass rate"
_RATE_KEY = "pass_rate"


@dataclass(frozen=True, slots=True)
class Gap:
    """One difference, b minus a."""

    a: str
    b: str
    metric: str
    key: str
    """What a click hands over for the metric."""
    scale: Scale | None
    """The metric's; None for pass rates, which are in percentage points."""
    offset: Offset


def score_gaps(differences: Sequence[Difference]) -> list[Gap]:
    """Return differences of means, in points."""
    return [
        Gap(
            a=each.a,
            b=each.b,
            metric=each.metric.name,
            key=each.metric.key,
            scale=each.metric.scale,
            offset=Offset(
                each.mean,
                could_be_chance=each.could_be_chance,
                corrected=_pair(each.corrected_lower, each.corrected_upper, factor=1),
                factor=1,
                places=_estimates.places(each.metric.scale),
            ),
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
            offset=Offset(
                each.difference,
                could_be_chance=each.could_be_chance,
                corrected=_pair(each.corrected_lower, each.corrected_upper, factor=100),
            ),
        )
        for each in differences
    ]


def _pair(lower: float | None, upper: float | None, *, factor: float) -> tuple[float, float] | None:
    if lower is None or upper is None or not (isfinite(lower) and isfinite(upper)):
        return None
    first, second = sorted((lower * factor, upper * factor))
    return (first, second)
