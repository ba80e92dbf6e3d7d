"""The head of the Cohorts page: who is in the cohorts, and whose results are counted."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.documents import cohorts_summary
from components.documents.cohorts_measures import KINDS
from components.widgets import explain, instruments
from components.widgets.filter_query import text_of
from components.widgets.notices import caveats
from components.widgets.plain_table import plain_table
from components.widgets.segments import segments
from components.widgets.text import escaped
from services.models.cohort import CohortAnswer, InstrumentChoice
from services.models.score import ScoreKind
from services.models.trend import Period

_SOURCES = "pages/manage/sources.py"
_KIND = "kind"
BANDS, METRIC, PERIOD = "bands", "metric", "period"
COUNTED_BANDS = "yes"


@dataclass(frozen=True)
class View:
    """What the reader looks at."""

    kind: ScoreKind
    choice: InstrumentChoice
    with_bands: bool
    period: Period
    metric: str | None
    """The key of the one that is looked at closer, if the URL names one."""


def view() -> View:
    """Return what the URL asks to look at; nothing is drawn."""
    asked = text_of(st.query_params.get_all(_KIND))
    kind = asked if asked in tuple(KINDS) else ScoreKind.OVERALL
    period = text_of(st.query_params.get_all(PERIOD))
    return View(
        kind=ScoreKind(kind),
        choice=instruments.in_url(),
        with_bands=text_of(st.query_params.get_all(BANDS)) == COUNTED_BANDS,
        period=Period(period) if period in tuple(Period) else Period.MONTH,
        metric=text_of(st.query_params.get_all(METRIC)) or None,
    )


def guards(answer: CohortAnswer, *, titles: Mapping[str, str]) -> None:
    """Draw whose results are counted, what was left out, and the choice to put more together."""
    instruments.picker(answer.choice, answer.instruments, titles=titles)
    caveats(answer.warnings)
    for sentence in cohorts_summary.overlap_sentences(answer):
        st.caption(escaped(sentence))


def anybody(answer: CohortAnswer) -> bool:
    """Tell whether any interview is in any cohort; draw what helps where there is none."""
    if not cohorts_summary.is_empty(answer):
        return True
    st.info(
        f"{cohorts_summary.NOBODY} Edit one, or fetch interviews first.",
        icon=":material/search_off:",
    )
    st.page_link(_SOURCES, label="Go to Sources", icon=":material/cable:")
    return False


def summary(answer: CohortAnswer) -> None:
    """Draw one line for each cohort: how many, how many of them counted, verdicts, notices."""
    key = cohorts_summary.SUMMARY_KEY
    table = cohorts_summary.summary_table(answer)
    plain_table(table, title=cohorts_summary.SUMMARY_TITLE, key=key, pinned_as=key)
    with st.container(horizontal=True, vertical_alignment="center", key="summary-notes"):
        st.caption(cohorts_summary.level_sentence(answer), width="content")
        explain.explain(*cohorts_summary.SUMMARY_EXPLAINED, key=key)
    for sentence in cohorts_summary.rate_refusals(answer):
        st.caption(escaped(sentence))


def kind_picker(answer: CohortAnswer) -> None:
    """Draw the choice of what is compared; only kinds that anybody has a score of."""
    kinds = tuple(dict.fromkeys(each.kind for each in answer.available)) or (ScoreKind.OVERALL,)
    words = {kind.value: KINDS[kind] for kind in kinds}
    segments("Score", _KIND, words, default=ScoreKind.OVERALL)
