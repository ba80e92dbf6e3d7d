"""Distributions in words: their data tables, and the sentence for who cannot see them."""

from collections.abc import Iterator, Sequence

from components.charts import _census_words as census_words
from components.charts import _estimates, label
from components.charts.distribution import scale_of
from services.models import notation
from services.models.cohort import FEWEST_FOR_A_SUMMARY, CohortFigures, CohortSummary
from services.models.score import PERCENT
from services.models.table import Cell, Table

_COLUMNS = (
    *("Cohort", "Metric", "Scale", "Members", "Scored", "Not evaluated", "Missing"),
    *("Not scored by the vendor", "Doubtful speaker", "Without a result", "Coverage, percent"),
    *("Mean", "Mean, lower", "Mean, upper", "Median", "Median, lower", "Median, upper"),
    *("Lower quartile", "Upper quartile", "Level, percent", "Beyond the scale", "Remark"),
)


def distribution_table(cohorts: Sequence[CohortSummary], *, index: int) -> Table:
    """Return one row for each cohort: who was counted, and every figure of metric `index`."""
    return Table(
        columns=_COLUMNS,
        rows=tuple(_row(cohort.label, cohort.figures[index]) for cohort in cohorts),
    )


def spread_table(cohorts: Sequence[CohortSummary], *, index: int) -> Table:
    """Return one row for each dot or bin that is drawn; a dot's row begins where it ends."""
    return Table(
        columns=("Cohort", "From", "To", "Interviews"),
        rows=tuple(
            row for cohort in cohorts for row in _spread(cohort.label, cohort.figures[index])
        ),
    )


def distribution_sentence(
    cohorts: Sequence[CohortSummary], *, index: int, cut: float | None = None
) -> str:
    """Say of each cohort how many were scored, mean, median and middle half, and who is left out.

    Below five scores the scores themselves are said.
    """
    if not cohorts:
        return "No cohorts."
    metric = cohorts[0].figures[index].metric
    parts = [f"{label.brief(metric.name)} on a scale of {_estimates.scale_words(metric.scale)}."]
    parts += [_said(cohort.label, cohort.figures[index]) for cohort in cohorts]
    if cut is not None and scale_of(cohorts, index=index) == PERCENT:
        parts.append(f"The cut of {notation.number(cut)} is drawn.")
    return " ".join([*parts, *_level(cohorts, index=index)])


def _level(cohorts: Sequence[CohortSummary], *, index: int) -> Iterator[str]:
    means = [cohort.figures[index].mean for cohort in cohorts]
    drawn = [mean for mean in means if _estimates.drawn_value(mean) is not None]
    if drawn:
        yield f"In brackets: {_estimates.level(drawn[0])}."


def _said(name: str, figures: CohortFigures) -> str:
    census = figures.census
    said = [census_words.mean_words(figures)]
    if census.scored >= FEWEST_FOR_A_SUMMARY:
        said.append(census_words.coverage(census))
    elif census.scored:
        scores = ", ".join(f"{value:.6g}" for value in census_words.finite(figures))
        said = [f"{said[0]}; scores {scores.replace('-', '−')}"]
    said += census_words.median_words(figures)
    said += [*census_words.warnings(figures), *census_words.left_out(census)]
    return f"{label.brief(name)}: {', '.join(said)}."


def _row(name: str, figures: CohortFigures) -> tuple[Cell, ...]:
    census = figures.census
    lower, upper = census_words.quartiles(figures) or (None, None)
    return (
        *(name, figures.metric.name, _estimates.scale_words(figures.metric.scale)),
        *(census.members, census.scored, census.not_evaluated, census.missing),
        *(census.unscored, census.doubtful, census.pending),
        None if census.coverage is None else _estimates.rounded(100 * census.coverage),
        *_estimates.cells(figures.mean),
        *_estimates.cells(figures.median),
        *(_estimates.rounded(lower), _estimates.rounded(upper)),
        *(_estimates.rounded(100 * figures.mean.level), census_words.beyond_scale(figures)),
        _remark(figures),
    )


def _remark(figures: CohortFigures) -> str | None:
    refused = _estimates.drawn_value(figures.mean) is None
    said = [census_words.mean_words(figures)] if refused else []
    return "; ".join([*said, *figures.remarks]) or None


def _spread(name: str, figures: CohortFigures) -> Iterator[tuple[Cell, ...]]:
    drawn = figures.distribution
    for value in census_words.finite(figures):
        yield (name, value, value, 1)
    if not drawn.values:
        for low, high, count in zip(drawn.edges, drawn.edges[1:], drawn.counts, strict=False):
            yield (name, low, high, count)
