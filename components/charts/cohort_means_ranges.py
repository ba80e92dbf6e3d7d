"""Means of cohorts for formats that draw charts themselves."""

from collections.abc import Sequence

from components.charts import _estimates
from components.charts._mean_lanes import axis_scale, number_words
from components.charts._ranges import estimate_range, fixed
from services.models.cohort import CohortFigures, CohortSummary
from services.models.content import Range, Ranges


def means_ranges(cohorts: Sequence[CohortSummary], *, indices: Sequence[int]) -> Ranges | None:
    """Return a row for each metric and cohort; None where a slide could not show them.

    All metrics in `indices` are on one scale, which is the whole axis.
    """
    metrics = [cohorts[0].figures[index].metric for index in indices] if cohorts else []
    scale = axis_scale(metrics)
    several = len(indices) > 1
    rows = [
        _row(cohort.label, cohort.figures[index], is_named=several)
        for index in indices
        for cohort in cohorts
    ]
    axis = f"Mean, {_estimates.scale_words(scale)}"
    return fixed(rows, span=(scale.low, scale.high), axis=axis)


def mean_number(figures: CohortFigures) -> str:
    """Write the mean with its interval and n: "71.3 (69.8–72.9), n = 120"; or why it is none."""
    return number_words(figures)


def median_number(figures: CohortFigures) -> str:
    """Write the median with its interval and n: "72 (70–75), n = 120"; or why it is none."""
    median = figures.median
    if _estimates.drawn_value(median) is None:
        return number_words(figures)
    said = _estimates.in_words(median, places=_estimates.places(figures.metric.scale))
    return f"{said}, {_estimates.size_words(figures.census.scored)}"


def _row(cohort: str, figures: CohortFigures, *, is_named: bool) -> Range:
    name = f"{figures.metric.name}: {cohort}" if is_named else cohort
    return estimate_range(name, figures.mean, words=number_words(figures))
