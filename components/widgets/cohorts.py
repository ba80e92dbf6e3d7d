"""The head of the Cohorts page: who is in the cohorts, and whose results are counted."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.documents.explanations import Explained
from components.widgets import explain, instruments
from components.widgets.filter_query import text_of
from components.widgets.notices import caveats
from components.widgets.plain_table import plain_table
from components.widgets.segments import segments
from components.widgets.text import escaped
from services.models import notation
from services.models.cohort import (
    CohortAnswer,
    CohortSummary,
    InstrumentChoice,
)
from services.models.score import ScoreKind
from services.models.table import Cell, Table
from services.models.trend import Period

_SOURCES = "pages/manage/sources.py"
_KIND = "kind"
BANDS, PERIOD = "bands", "period"
KINDS = {
    ScoreKind.OVERALL: "Overall",
    ScoreKind.DOMAIN: "Domains",
    ScoreKind.SKILL: "Skills",
    ScoreKind.RUBRIC: "Rubric",
    ScoreKind.LANGUAGE: "Language",
    ScoreKind.CODING: "Coding",
}
COUNTED_BANDS = "yes"


@dataclass(frozen=True)
class View:
    """What the reader looks at."""

    kind: ScoreKind
    choice: InstrumentChoice
    with_bands: bool
    period: Period


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
    )


def guards(answer: CohortAnswer, *, titles: Mapping[str, str]) -> None:
    """Draw whose results are counted, what was left out, and the choice to put more together."""
    instruments.picker(answer.choice, answer.instruments, titles=titles)
    caveats(answer.warnings)
    for overlap in answer.overlaps:
        st.caption(
            escaped(
                f"{overlap.a} and {overlap.b} share {notation.count(overlap.shared, 'interview')}, "
                "counted in both."
            )
        )


def anybody(answer: CohortAnswer) -> bool:
    """Tell whether any interview is in any cohort; draw what helps where there is none."""
    if any(cohort.members for cohort in answer.cohorts):
        return True
    st.info(
        "No interview matches any of these cohorts. Edit one, or fetch interviews first.",
        icon=":material/search_off:",
    )
    st.page_link(_SOURCES, label="Go to Sources", icon=":material/cable:")
    return False


def summary(answer: CohortAnswer) -> None:
    """Draw one line for each cohort: how many, how many of them counted, verdicts, notices."""
    columns = (
        *("Cohort", "Interviews", "Counted", "Passed", "Failed", "Undetermined", "No verdict"),
        *("Pass rate", "With notices"),
    )
    rows = tuple(_summary_row(each) for each in answer.cohorts)
    plain_table(Table(columns=columns, rows=rows), title="Cohorts", key="cohort-summary")
    level = notation.number(100 * answer.level)
    with st.container(horizontal=True, vertical_alignment="center", key="summary-notes"):
        st.caption(
            f"Intervals are at {level} % (SCOREBAND_INTERVAL_LEVEL). Undetermined is no fail and "
            "in no rate.",
            width="content",
        )
        explain.explain(
            *(Explained.PASS_RATE, Explained.NOTICE_RATE, Explained.CONFIDENCE_INTERVAL),
            key="cohort-summary",
        )


def kind_picker(answer: CohortAnswer) -> None:
    """Draw the choice of what is compared; only kinds that anybody has a score of."""
    kinds = tuple(dict.fromkeys(each.kind for each in answer.available)) or (ScoreKind.OVERALL,)
    words = {kind.value: KINDS[kind] for kind in kinds}
    segments("Score", _KIND, words, default=ScoreKind.OVERALL)


def _summary_row(cohort: CohortSummary) -> tuple[Cell, ...]:
    return (
        cohort.label,
        cohort.members,
        cohort.counted,
        cohort.passed,
        cohort.failed,
        cohort.undetermined,
        cohort.no_verdict,
        notation.rate(cohort.pass_rate),
        notation.rate(cohort.notice_rate),
    )
