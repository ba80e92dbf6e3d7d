"""Means of cohorts in words: the data table, and the sentence for who cannot see the figure."""

from collections.abc import Sequence

from components.charts import _census_words as census_words
from components.charts import _estimates, label
from components.charts._mean_lanes import number_words, second_mean, second_words
from services.models.cohort import CohortFigures, CohortSummary
from services.models.table import Cell, Table

_MOST_METRICS = 12
"""So many are said in the sentence; the table has all."""


def means_table(cohorts: Sequence[CohortSummary], *, indices: Sequence[int]) -> Table:
    """Return one row for each metric and cohort, with both means and what they rest on."""
    return Table(
        columns=(
            *("Metric", "Scale", "Cohort", "Scored", "Mean", "Lower", "Upper", "Level, percent"),
            *("Mean with bands", "Lower with bands", "Upper with bands", "Without a usable band"),
            *("Tau squared", "I squared", "Remark"),
        ),
        rows=tuple(
            _row(cohort.label, cohort.figures[index]) for index in indices for cohort in cohorts
        ),
    )


def means_sentence(
    cohorts: Sequence[CohortSummary], *, indices: Sequence[int], with_bands: bool = False
) -> str:
    """Say every metric's mean with its interval in each cohort, or why there is none."""
    if not cohorts or not indices:
        return "No means."
    parts = [
        _metric(
            [(cohort.label, cohort.figures[index]) for cohort in cohorts], with_bands=with_bands
        )
        for index in indices[:_MOST_METRICS]
    ]
    rest = len(indices) - _MOST_METRICS
    more = [f"{rest} more metrics in the table."] if rest > 0 else []
    level = _estimates.level(cohorts[0].figures[indices[0]].mean)
    return " ".join([*parts, *more, f"In brackets: {level}."])


def _metric(found: Sequence[tuple[str, CohortFigures]], *, with_bands: bool) -> str:
    name = label.brief(found[0][1].metric.name)
    said = [
        f"{label.brief(cohort)} {_said(figures, with_bands=with_bands)}"
        for cohort, figures in found
    ]
    return f"{name}: {'; '.join(said)}."


def _said(figures: CohortFigures, *, with_bands: bool) -> str:
    said = number_words(figures)
    if with_bands and second_mean(figures) is not None:
        said += f" ({second_words(figures)})"
    return said


def _row(cohort: str, figures: CohortFigures) -> tuple[Cell, ...]:
    effects = figures.random_effects
    refused = _estimates.drawn_value(figures.mean) is None
    said = [census_words.mean_words(figures)] if refused else []
    return (
        *(figures.metric.name, _estimates.scale_words(figures.metric.scale)),
        *(cohort, figures.census.scored),
        *_estimates.cells(figures.mean),
        _estimates.rounded(100 * figures.mean.level),
        *_estimates.cells(effects.mean),
        effects.left_out,
        *(_estimates.rounded(effects.tau_squared), _estimates.rounded(effects.i_squared)),
        "; ".join([*said, *figures.remarks]) or None,
    )
