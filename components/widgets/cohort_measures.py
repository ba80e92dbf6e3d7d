"""What was measured in cohorts: means side by side, then how one metric's scores lie."""

import streamlit as st

from components.documents import cohorts_measures
from components.widgets import explain, figures, url
from components.widgets.cohorts import BANDS, COUNTED_BANDS, METRIC, View
from components.widgets.filter_query import text_of
from components.widgets.plain_table import plain_table
from components.widgets.text import escaped
from services.models.cohort import CohortAnswer


def measures(answer: CohortAnswer, *, view: View, cut: float | None, compact: bool) -> None:
    """Draw the means of all metrics side by side, then how one metric's scores lie."""
    _bands_switch(answer, view)
    if len(answer.metrics) > 1 or view.with_bands:
        for scale in cohorts_measures.scales(answer):
            indices = cohorts_measures.indices_on(answer, scale)
            figures.show(
                cohorts_measures.means_drawing(
                    answer, indices, with_bands=view.with_bands, cut=cut, compact=compact
                ),
                in_document=cohorts_measures.have_means(answer, scale),
            )
        _captions(cohorts_measures.hidden_sentence(answer))
    index = _metric_picker(answer)
    figures.show(cohorts_measures.distribution_drawing(answer, index, cut=cut, compact=compact))
    _captions(*cohorts_measures.remark_sentences(answer, index))
    if view.with_bands:
        _heterogeneity(answer, index)


def _bands_switch(answer: CohortAnswer, view: View) -> None:
    url.follow(BANDS, lambda texts: text_of(texts) == COUNTED_BANDS)
    st.toggle("Count each score’s own band", key=BANDS, on_change=_record_switch)
    if view.with_bands:
        st.caption(cohorts_measures.bands_sentence(answer))


def _record_switch() -> None:
    if st.session_state[BANDS]:
        st.query_params[BANDS] = COUNTED_BANDS
    else:
        st.query_params.pop(BANDS, None)


def _metric_picker(answer: CohortAnswer) -> int:
    keys = [each.key for each in answer.metrics]
    if len(keys) < 2:
        return 0
    names = {each.key: cohorts_measures.metric_words(each) for each in answer.metrics}
    url.follow(METRIC, lambda texts: text_of(texts) if text_of(texts) in keys else keys[0])
    st.selectbox(
        "Look closer at",
        keys,
        key=METRIC,
        format_func=lambda key: names[key],
        on_change=url.record,
        args=(METRIC,),
    )
    return cohorts_measures.metric_index(answer, st.session_state[METRIC])


def _captions(*sentences: str) -> None:
    for sentence in filter(None, sentences):
        st.caption(escaped(sentence))


def _heterogeneity(answer: CohortAnswer, index: int) -> None:
    key = cohorts_measures.HETEROGENEITY_KEY
    table = cohorts_measures.heterogeneity_table(answer, index)
    plain_table(table, title=cohorts_measures.HETEROGENEITY_TITLE, key=key, pinned_as=key)
    _captions(*cohorts_measures.band_refusals(answer, index))
    explain.explain(*cohorts_measures.HETEROGENEITY_EXPLAINED, key=key)
