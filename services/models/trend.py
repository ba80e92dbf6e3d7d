"""Cohorts over time: one figure a period, and where another instrument took over."""

from enum import StrEnum

from services.models.browse import InterviewFilter
from services.models.cohort import Metric
from services.models.estimate import Estimate
from services.models.value import Value


class Period(StrEnum):
    """How finely a trend counts."""

    MONTH = "month"
    WEEK = "week"


class TrendPoint(Value):
    """One period of one cohort."""

    label: str
    """Such as "2026-11" or "2026-W07"."""
    start_day: str
    """The first day as ISO text."""
    mean: Estimate
    pass_rate: Estimate
    versions: tuple[str, ...]
    """The instruments behind it, most frequent first."""
    is_partial: bool
    """Whether the period has not ended yet."""
    begins_version: bool
    """Whether another instrument measured the period before."""
    wanted: InterviewFilter | None = None
    """The list behind it, where a filter can say it."""


class Trend(Value):
    """One cohort over time, oldest first; periods without a result are left out."""

    label: str
    points: tuple[TrendPoint, ...]
    undated: int
    """Scored interviews without a date, or with one that cannot be meant."""


class TrendAnswer(Value):
    """All cohorts over time in one metric."""

    metric: Metric
    period: Period
    level: float
    trends: tuple[Trend, ...]
    warnings: tuple[str, ...] = ()
