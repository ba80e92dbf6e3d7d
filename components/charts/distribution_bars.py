"""Distributions for formats that draw charts themselves: the bins, where there are any."""

from collections.abc import Sequence
from itertools import pairwise

from components.charts import _census_words, _estimates
from services.models import notation
from services.models.cohort import CohortFigures, CohortSummary
from services.models.content import Bars

_MOST_COHORTS = 6


def distribution_bars(cohorts: Sequence[CohortSummary], *, index: int) -> Bars | None:
    """Return the share of each cohort in each bin, in percent, its mean and median in its name.

    None where a cohort has too few scores for bins: its scores are dots, each for itself, which
    no bar can say. A cohort without any score is named, and has no bars.
    """
    figures = [cohort.figures[index] for cohort in cohorts]
    binned = [each.distribution for each in figures if sum(each.distribution.counts)]
    dotted = any(each.distribution.values for each in figures)
    if not binned or dotted or len(cohorts) > _MOST_COHORTS:
        return None
    edges = [notation.number(edge) for edge in binned[0].edges]
    scale = _estimates.scale_words(figures[0].metric.scale)
    return Bars(
        categories=tuple(f"{low}–{high}" for low, high in pairwise(edges)),
        series=tuple(
            (_name(cohort.label, each), _shares(each, bins=len(edges) - 1))
            for cohort, each in zip(cohorts, figures, strict=True)
        ),
        axis="Share, percent",
        across=f"Score, {scale}; above: share of the cohort, in percent",
    )


def _name(cohort: str, figures: CohortFigures) -> str:
    words = (_census_words.coverage(figures.census), _census_words.mean_words(figures))
    more = _census_words.median_words(figures)
    return f"{cohort}: {', '.join((*words, *more, *_census_words.warnings(figures)))}"


def _shares(figures: CohortFigures, *, bins: int) -> tuple[float | None, ...]:
    counts, n = figures.distribution.counts, figures.census.scored
    if not counts or not n:
        return (None,) * bins
    return tuple(round(100 * count / n, 2) for count in counts)
