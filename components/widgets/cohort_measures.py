"""What was measured in cohorts: means side by side, then how one metric's scores lie."""

import streamlit as st

from components.charts import (
    distribution_figure,
    distribution_sentence,
    distribution_table,
    means_figure,
    means_sentence,
    means_table,
)
from components.documents.explanations import Explained
from components.widgets import explain, figures, url
from components.widgets.cohorts import BANDS, COUNTED_BANDS, KINDS, View
from components.widgets.filter_query import text_of
from components.widgets.plain_table import plain_table
from components.widgets.text import escaped
from services.models import notation
from services.models.cohort import CohortAnswer, Metric
from services.models.score import PERCENT, Scale
from services.models.table import Table

_METRIC = "metric"


def measures(answer: CohortAnswer, *, view: View, cut: float | None, compact: bool) -> None:
    """Draw the means of all metrics side by side, then how one metric's scores lie."""
    _bands_switch(answer, view)
    if len(answer.metrics) > 1 or view.with_bands:
        for scale in dict.fromkeys(each.scale for each in answer.metrics):
            _means(answer, scale, view=view, cut=cut, compact=compact)
        _hidden(answer)
    index = _metric_picker(answer)
    cohorts = answer.cohorts
    figures.draw(
        distribution_figure(cohorts, index=index, cut=cut, compact=compact),
        key="distribution",
        title=f"How the scores lie: {answer.metrics[index].name}",
        alt=distribution_sentence(cohorts, index=index, cut=cut),
        table=distribution_table(cohorts, index=index),
        explained=(
            *(Explained.OVERALL_MEAN, Explained.CONFIDENCE_INTERVAL, Explained.MEDIAN),
            *(Explained.QUARTILES, Explained.COVERAGE),
        ),
    )
    _remarks(answer, index)
    if view.with_bands:
        _heterogeneity(answer, index)


def _means(
    answer: CohortAnswer, scale: Scale, *, view: View, cut: float | None, compact: bool
) -> None:
    """Draw the metrics of one scale: two never share an axis."""
    indices = [index for index, each in enumerate(answer.metrics) if each.scale == scale]
    ends = f", {notation.number(scale.low)}–{notation.number(scale.high)}"
    figures.draw(
        means_figure(
            answer.cohorts,
            indices=indices,
            with_bands=view.with_bands,
            cut=cut,
            compact=compact,
        ),
        key=f"cohort-means-{scale.low}-{scale.high}",
        title=f"{KINDS[answer.metrics[0].kind]}{'' if scale == PERCENT else ends}: means",
        alt=means_sentence(answer.cohorts, indices=indices, with_bands=view.with_bands),
        table=means_table(answer.cohorts, indices=indices),
        explained=(
            *(Explained.OVERALL_MEAN, Explained.CONFIDENCE_INTERVAL),
            *(Explained.COVERAGE, Explained.RANDOM_EFFECTS),
        ),
    )


def _bands_switch(answer: CohortAnswer, view: View) -> None:
    url.follow(BANDS, lambda texts: text_of(texts) == COUNTED_BANDS)
    st.toggle("Count each score’s own band", key=BANDS, on_change=_record_switch)
    if view.with_bands:
        level = notation.number(100 * answer.level)
        st.caption(
            "The second mark is the random-effects mean (DerSimonian and Laird): every interview "
            f"counts by its band, which is taken to be at {level} %, symmetric and independent. No "
            "vendor states its level."
        )


def _record_switch() -> None:
    if st.session_state[BANDS]:
        st.query_params[BANDS] = COUNTED_BANDS
    else:
        st.query_params.pop(BANDS, None)


def _hidden(answer: CohortAnswer) -> None:
    more = sum(each.kind is answer.metrics[0].kind for each in answer.available) - len(
        answer.metrics
    )
    if more > 0:
        st.caption(f"The {len(answer.metrics)} with the most scores; {more} more are not drawn.")


def _metric_picker(answer: CohortAnswer) -> int:
    keys = [each.key for each in answer.metrics]
    if len(keys) < 2:
        return 0
    names = {each.key: _metric_words(each) for each in answer.metrics}
    url.follow(_METRIC, lambda texts: text_of(texts) if text_of(texts) in keys else keys[0])
    st.selectbox(
        "Look closer at",
        keys,
        key=_METRIC,
        format_func=lambda key: names[key],
        on_change=url.record,
        args=(_METRIC,),
    )
    return keys.index(st.session_state[_METRIC] or keys[0])


def _metric_words(metric: Metric) -> str:
    ends = f"{notation.number(metric.scale.low)}–{notation.number(metric.scale.high)}"
    return f"{metric.name} ({ends})"


def _remarks(answer: CohortAnswer, index: int) -> None:
    for cohort in answer.cohorts:
        for remark in cohort.figures[index].remarks:
            st.caption(escaped(f"{cohort.label}: {remark}"))


def _heterogeneity(answer: CohortAnswer, index: int) -> None:
    columns = ("Cohort", "Mean with bands", "τ² (points²)", "I²", "Scores without a usable band")
    rows = []
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
    table = Table(columns=columns, rows=tuple(rows))
    plain_table(table, title="How far interviews differ beyond their bands", key="heterogeneity")
    explain.explain(
        *(Explained.RANDOM_EFFECTS, Explained.TAU_SQUARED, Explained.I_SQUARED),
        key="heterogeneity",
    )
