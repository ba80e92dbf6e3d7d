"""What was measured in cohorts: means side by side, how one metric's scores lie, and remarks."""

from collections.abc import Sequence

from components.charts import (
    distribution_figure,
    distribution_sentence,
    distribution_table,
    mean_number,
    means_figure,
    means_sentence,
    means_table,
    median_number,
)
from components.documents.drawing import Drawing
from components.documents.explanations import Explained
from services.models import notation
from services.models.cohort import (
    FEWEST_FOR_A_SUMMARY,
    FEWEST_WITHOUT_A_WARNING,
    CohortAnswer,
    Metric,
)
from services.models.score import PERCENT, Scale, ScoreKind
from services.models.table import Cell, Table

KINDS = {
    ScoreKind.OVERALL: "Overall",
    ScoreKind.DOMAIN: "Domains",
    ScoreKind.SKILL: "Skills",
    ScoreKind.RUBRIC: "Rubric",
    ScoreKind.LANGUAGE: "Language",
    ScoreKind.CODING: "Coding",
}
HETEROGENEITY_KEY = "heterogeneity"
HETEROGENEITY_TITLE = "How far interviews differ beyond their bands"
HETEROGENEITY_EXPLAINED = (Explained.RANDOM_EFFECTS, Explained.TAU_SQUARED, Explained.I_SQUARED)


def scales(answer: CohortAnswer) -> tuple[Scale, ...]:
    """Return the scales of the metrics, each once: two never share an axis."""
    return tuple(dict.fromkeys(each.scale for each in answer.metrics))


def indices_on(answer: CohortAnswer, scale: Scale) -> tuple[int, ...]:
    """Return the places of the metrics that are on `scale`."""
    return tuple(index for index, each in enumerate(answer.metrics) if each.scale == scale)


def have_means(answer: CohortAnswer, scale: Scale) -> bool:
    """Tell whether any cohort has a mean of a metric on `scale`."""
    return any(
        cohort.figures[index].mean.estimate is not None
        for cohort in answer.cohorts
        for index in indices_on(answer, scale)
    )


def metric_index(answer: CohortAnswer, key: str | None) -> int:
    """Return the place of the metric of this key; of the first, where there is none of it."""
    keys = [each.key for each in answer.metrics]
    return keys.index(key) if key in keys else 0


def means_drawing(
    answer: CohortAnswer,
    indices: Sequence[int],
    *,
    with_bands: bool,
    cut: float | None,
    compact: bool,
) -> Drawing:
    """Return the means of these metrics, which are on one scale."""
    first = answer.metrics[indices[0]]
    scale = first.scale
    ends = f", {notation.number(scale.low)}–{notation.number(scale.high)}"
    return Drawing(
        key=f"cohort-means-{scale.low:g}-{scale.high:g}".replace(".", "-"),
        title=f"{KINDS[first.kind]}{'' if scale == PERCENT else ends}: means",
        figure=means_figure(
            answer.cohorts, indices=indices, with_bands=with_bands, cut=cut, compact=compact
        ),
        alt=means_sentence(answer.cohorts, indices=indices, with_bands=with_bands),
        table=means_table(answer.cohorts, indices=indices),
        explained=(
            *(Explained.OVERALL_MEAN, Explained.CONFIDENCE_INTERVAL),
            *(Explained.COVERAGE, Explained.RANDOM_EFFECTS),
        ),
    )


def distribution_drawing(
    answer: CohortAnswer, index: int, *, cut: float | None, compact: bool
) -> Drawing:
    """Return how the scores of metric `index` lie in each cohort."""
    cohorts = answer.cohorts
    return Drawing(
        key="distribution",
        title=f"How the scores lie: {answer.metrics[index].name}",
        figure=distribution_figure(cohorts, index=index, cut=cut, compact=compact),
        alt=distribution_sentence(cohorts, index=index, cut=cut),
        table=distribution_table(cohorts, index=index),
        explained=(
            *(Explained.OVERALL_MEAN, Explained.CONFIDENCE_INTERVAL, Explained.MEDIAN),
            *(Explained.QUARTILES, Explained.COVERAGE),
        ),
    )


def medians_words(answer: CohortAnswer, index: int, *, most: int = 3) -> str:
    """Say the median of metric `index` in each cohort, or, where these are many, how many."""
    name = answer.metrics[index].name
    if len(answer.cohorts) > most:
        return f"How {name} lies in {len(answer.cohorts)} cohorts"
    said = (f"{each.label} {median_number(each.figures[index])}" for each in answer.cohorts)
    return f"{name}, median: {'; '.join(said)}"


def means_words(answer: CohortAnswer, index: int, *, most: int = 3) -> str:
    """Say the mean of metric `index` in each cohort, or, where these are many, how many."""
    name = answer.metrics[index].name
    if len(answer.cohorts) > most:
        return f"{name} in {len(answer.cohorts)} cohorts"
    said = (f"{each.label} {mean_number(each.figures[index])}" for each in answer.cohorts)
    return f"{name}, mean: {'; '.join(said)}"


def bands_sentence(answer: CohortAnswer) -> str:
    """Say what the second mark of the means is."""
    level = notation.number(100 * answer.level)
    return (
        "The second mark is the random-effects mean (DerSimonian and Laird): every interview "
        f"counts by its band, which is taken to be at {level} %, symmetric and independent. No "
        "vendor states its level."
    )


def hidden_sentence(answer: CohortAnswer) -> str:
    """Say how many metrics are not drawn; empty where all are."""
    kind = answer.metrics[0].kind
    more = sum(each.kind is kind for each in answer.available) - len(answer.metrics)
    if more <= 0:
        return ""
    return f"The {len(answer.metrics)} with the most scores; {more} more are not drawn."


def metric_words(metric: Metric) -> str:
    """Name a metric with its scale: "Kafka (0–100)"."""
    ends = f"{notation.number(metric.scale.low)}–{notation.number(metric.scale.high)}"
    return f"{metric.name} ({ends})"


def remark_sentences(answer: CohortAnswer, index: int) -> tuple[str, ...]:
    """Say what a reader must know of metric `index` in each cohort."""
    return tuple(
        f"{cohort.label}: {remark}"
        for cohort in answer.cohorts
        for remark in cohort.figures[index].remarks
    )


def size_sentences(answer: CohortAnswer, indices: Sequence[int]) -> tuple[str, ...]:
    """Count the means of these metrics that rest on little, or that there are none of."""
    sizes = [cohort.figures[index].census.scored for cohort in answer.cohorts for index in indices]
    none = sum(size < FEWEST_FOR_A_SUMMARY for size in sizes)
    small = sum(FEWEST_FOR_A_SUMMARY <= size < FEWEST_WITHOUT_A_WARNING for size in sizes)
    told = {
        f"are not given: fewer than {FEWEST_FOR_A_SUMMARY} scores.": none,
        f"rest on fewer than {FEWEST_WITHOUT_A_WARNING} scores: the interval is wide, and one "
        "interview can move it.": small,
    }
    return tuple(f"{n:,} of {len(sizes):,} means {words}" for words, n in told.items() if n)


def heterogeneity_table(answer: CohortAnswer, index: int) -> Table:
    """Return for each cohort the mean that counts bands, and how far interviews differ beyond."""
    rows: list[tuple[Cell, ...]] = []
    for cohort in answer.cohorts:
        found = cohort.figures[index].random_effects
        i_squared = found.i_squared
        rows.append(
            (
                cohort.label,
                notation.with_interval(found.mean),
                None if found.tau_squared is None else notation.number(found.tau_squared, places=2),
                None if i_squared is None else f"{100 * i_squared:.0f} %",
                found.left_out,
            )
        )
    columns = ("Cohort", "Mean with bands", "τ² (points²)", "I²", "Scores without a usable band")
    return Table(columns=columns, rows=tuple(rows))


def band_refusals(answer: CohortAnswer, index: int) -> tuple[str, ...]:
    """Say which cohorts have no mean that counts bands, and why."""
    found = ((each.label, each.figures[index].random_effects.mean) for each in answer.cohorts)
    return tuple(f"{label}: {mean.refusal}" for label, mean in found if mean.refusal)
