"""What differs between cohorts, in words and figures, and how each went over time."""

from collections import Counter
from typing import Literal

import streamlit as st

from components.charts import (
    differences_figure,
    differences_sentence,
    differences_table,
    pass_differences_figure,
    pass_differences_sentence,
    pass_differences_table,
    trend_figure,
    trend_sentence,
    trend_table,
)
from components.documents.explanations import Explained
from components.widgets import figures
from components.widgets.cohorts import PERIOD, View
from components.widgets.segments import segments
from components.widgets.text import escaped
from services.models import notation
from services.models.cohort import CohortAnswer
from services.models.trend import Period, TrendAnswer

_MOST_SENTENCES = 12


def differences(answer: CohortAnswer, *, view: View, compact: bool) -> None:
    """Draw every pair's difference, in words first; what is refused is said once."""
    if len(answer.cohorts) < 2:
        st.info("Add a second cohort to see what differs.", icon=":material/add:")
        return
    st.header("What differs", anchor=False, divider="gray")
    _sentences(answer)
    if any(each.mean.estimate is not None for each in answer.differences):
        figures.draw(
            differences_figure(answer.differences, compact=compact),
            key="differences",
            title="Differences of means",
            alt=differences_sentence(answer.differences),
            table=differences_table(answer.differences),
            explained=(
                *(Explained.MEAN_DIFFERENCE, Explained.HOLM, Explained.HEDGES_G),
                Explained.CLIFFS_DELTA,
            ),
        )
        if view.with_bands:
            _with_bands(answer, compact=compact)
    if any(each.difference.estimate is not None for each in answer.pass_differences):
        figures.draw(
            pass_differences_figure(answer.pass_differences, compact=compact),
            key="pass-differences",
            title="Differences of pass rates",
            alt=pass_differences_sentence(answer.pass_differences),
            table=pass_differences_table(answer.pass_differences),
            explained=(Explained.PASS_DIFFERENCE, Explained.HOLM),
        )


def _with_bands(answer: CohortAnswer, *, compact: bool) -> None:
    """Draw the same differences of the means that count each score's own band."""
    counted = tuple(
        each.model_copy(
            update={
                # What was left out stands in the table of the bands, once for each cohort.
                "mean": each.with_bands.model_copy(update={"remark": ""}),
                "corrected_lower": None,
                "corrected_upper": None,
            }
        )
        for each in answer.differences
    )
    figures.draw(
        differences_figure(counted, compact=compact),
        key="differences-with-bands",
        title="Differences of means that count each score’s band",
        alt=differences_sentence(counted),
        table=differences_table(counted),
        explained=(Explained.RANDOM_EFFECTS, Explained.MEAN_DIFFERENCE),
    )


def trends(answer: TrendAnswer | None, *, cut: float | None, compact: bool) -> None:
    """Draw mean and pass rate over time."""
    if answer is None or not any(trend.points for trend in answer.trends):
        return
    st.header("Over time", anchor=False, divider="gray")
    words = {period.value: period.capitalize() for period in Period}
    segments("Period", PERIOD, words, default=Period.MONTH)
    shown: tuple[tuple[Literal["mean", "pass_rate"], str], ...] = (
        ("mean", f"{answer.metric.name}: mean"),
        ("pass_rate", "Pass rate"),
    )
    for what, title in shown:
        if not _has_figures(answer, what):
            st.caption(f"{title} by {answer.period}: no period has five results or more.")
            continue
        figures.draw(
            trend_figure(answer, what=what, cut=cut if what == "mean" else None, compact=compact),
            key=f"trend-{what}",
            title=f"{title} by {answer.period}",
            alt=trend_sentence(answer, what=what),
            table=trend_table(answer, what=what),
            explained=(Explained.TREND, Explained.CONFIDENCE_INTERVAL),
        )
    undated = sum(trend.undated for trend in answer.trends)
    if undated:
        st.caption(
            f"{notation.count(undated, 'scored interview')} without a usable date: in no period."
        )


def _has_figures(answer: TrendAnswer, what: Literal["mean", "pass_rate"]) -> bool:
    points = (point for trend in answer.trends for point in trend.points)
    return any(getattr(point, what).estimate is not None for point in points)


def _sentences(answer: CohortAnswer) -> None:
    """Say the differences in words; pairs that are refused for one reason share a line."""
    found = [(each.mean, each.sentence) for each in answer.differences]
    found += [(each.difference, each.sentence) for each in answer.pass_differences]
    said = [sentence for estimate, sentence in found if estimate.estimate is not None]
    for sentence in said[:_MOST_SENTENCES]:
        st.markdown(f"- {escaped(sentence)}")
    if len(said) > _MOST_SENTENCES:
        st.caption(f"{len(said) - _MOST_SENTENCES} more are in the figures and their tables.")
    refusals = Counter(estimate.refusal for estimate, _ in found if estimate.estimate is None)
    for refusal, pairs in refusals.items():
        amount = notation.count(pairs, "comparison is", plural="comparisons are")
        st.caption(escaped(f"{amount} not made: {refusal}"))
