"""What differs between cohorts, in words and figures, and how each went over time."""

import streamlit as st

from components.documents import cohorts_changes
from components.widgets import figures
from components.widgets.cohorts import PERIOD, View
from components.widgets.segments import segments
from components.widgets.text import escaped
from services.models.cohort import CohortAnswer
from services.models.trend import Period, TrendAnswer


def differences(answer: CohortAnswer, *, view: View, compact: bool) -> None:
    """Draw every pair's difference, in words first; what is refused is said once."""
    if len(answer.cohorts) < 2:
        st.info(cohorts_changes.ONE_ONLY, icon=":material/add:")
        return
    st.header("What differs", anchor=False, divider="gray")
    _sentences(answer)
    if cohorts_changes.have_means(answer):
        figures.show(cohorts_changes.differences_drawing(answer.differences, compact=compact))
        if view.with_bands:
            counted = cohorts_changes.counting_bands(answer)
            figures.show(cohorts_changes.with_bands_drawing(counted, compact=compact))
    if cohorts_changes.have_pass_rates(answer):
        figures.show(
            cohorts_changes.pass_differences_drawing(answer.pass_differences, compact=compact)
        )


def trends(answer: TrendAnswer | None, *, cut: float | None, compact: bool) -> None:
    """Draw mean and pass rate over time."""
    if answer is None or not cohorts_changes.have_periods(answer):
        return
    st.header("Over time", anchor=False, divider="gray")
    words = {period.value: period.capitalize() for period in Period}
    segments("Period", PERIOD, words, default=Period.MONTH)
    for what in cohorts_changes.TRENDS:
        drawing = cohorts_changes.trend_drawing(answer, what, cut=cut, compact=compact)
        if drawing is None:
            st.caption(escaped(cohorts_changes.no_trend_sentence(answer, what)))
        else:
            figures.show(drawing)
    undated = cohorts_changes.undated_sentence(answer)
    if undated:
        st.caption(undated)


def _sentences(answer: CohortAnswer) -> None:
    """Say the differences in words; pairs that are refused for one reason share a line."""
    for sentence in cohorts_changes.found_sentences(answer)[: cohorts_changes.MOST_SENTENCES]:
        st.markdown(f"- {escaped(sentence)}")
    rest = cohorts_changes.rest_sentence(answer)
    if rest:
        st.caption(rest)
    for sentence in cohorts_changes.refusal_sentences(answer):
        st.caption(escaped(sentence))
