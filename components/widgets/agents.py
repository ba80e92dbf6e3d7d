"""The parts of the Agents page: how far graders agree, who is stricter, and where they part."""

from collections.abc import Mapping

import streamlit as st

from components.charts import (
    agents_figure,
    agents_sentence,
    agents_table,
    agreement_figure,
    agreement_sentence,
    agreement_table,
    severity_figure,
    severity_sentence,
    severity_table,
)
from components.documents.explanations import Explained
from components.documents.filter_words import filter_words
from components.widgets import explain, figures
from components.widgets.notices import caveats
from components.widgets.plain_table import plain_table
from components.widgets.text import escaped
from services.models import notation
from services.models.agreement import SPLIT_FROM, AgentsAnswer, GroupAgreement, SplitPanel
from services.models.browse import InterviewFilter
from services.models.estimate import Estimate
from services.models.table import Table

_INTERVIEW = "pages/review/interview.py"
_ONE = "interview"
_SHOWN = 10
"""Split panels in sight; the others are folded away."""
_CONVENTION = (
    "Krippendorff’s own conventions: from 0.8 on, conclusions may be drawn; from 0.667 on, "
    "tentative ones. An index says how consistent the graders are, not whether they are right."
)


def interview_asked() -> str:
    """Return the one interview that the URL asks about; empty for all of the filter."""
    return st.query_params.get(_ONE, "")


def scope(
    answer: AgentsAnswer, chosen: InterviewFilter, *, one: str, titles: Mapping[str, str]
) -> None:
    """Say whose grading is looked at."""
    if one:
        with st.container(horizontal=True, vertical_alignment="center", key="one-interview"):
            st.markdown("**One interview only.**")
            if st.button("Open the interview", key="to-interview"):
                st.switch_page(_INTERVIEW, query_params={_ONE: one})
            st.button("All interviews", key="all-interviews", on_click=_forget_interview)
    else:
        words = filter_words(chosen, titles=titles)
        st.caption(escaped(f"{words} · {answer.interviews:,} interviews with graders"))
    caveats(answer.warnings)


def indices(answer: AgentsAnswer) -> None:
    """Draw the three indices with their intervals, or why there are none."""
    agreement = answer.agreement
    if agreement.alpha.refusal:
        st.info(escaped(agreement.alpha.refusal), icon=":material/group_off:")
        return
    named = {
        "Krippendorff’s α": agreement.alpha,
        "ICC(2,1), one agent": agreement.icc2_1,
        "ICC(2,k), mean of all": agreement.icc2_k,
    }
    for column, (name, estimate) in zip(st.columns(3), named.items(), strict=True):
        with column.container(border=True, height="stretch"):
            _index(name, estimate)
    agents = notation.count(agreement.agents, "agent")
    with st.container(horizontal=True, vertical_alignment="center", key="index-notes"):
        st.caption(
            f"{agents}, {agreement.targets:,} targets (an interview’s question’s criterion each) "
            f"judged by two or more. {_CONVENTION}"
        )
        explain.explain(
            *(Explained.KRIPPENDORFF_ALPHA, Explained.ICC2_1, Explained.ICC2_K), key="indices"
        )


def heat_map(answer: AgentsAnswer, *, compact: bool) -> None:
    """Draw agents by criteria, and each agent's severity."""
    if not answer.cells:
        return
    figures.draw(
        agents_figure(answer, compact=compact),
        key="agents-heat",
        title="What each agent gave, by criterion",
        alt=agents_sentence(answer),
        table=agents_table(answer),
        explained=(Explained.SHARE_OF_MAXIMUM, Explained.CRITERION_SPREAD),
    )
    figures.draw(
        severity_figure(answer, compact=compact),
        key="severity",
        title="Stricter or more lenient than the others",
        alt=severity_sentence(answer),
        table=severity_table(answer),
        explained=(Explained.SEVERITY, Explained.CONFIDENCE_INTERVAL),
    )


def groups(answer: AgentsAnswer, *, compact: bool) -> None:
    """Draw the agreement by role and over time."""
    for name, title, found in (
        ("role", "Agreement by role", answer.by_role),
        ("month", "Agreement by month", answer.by_month),
    ):
        if len(found) > 1:
            _group_figure(found, name=name, title=title, compact=compact)


def split_panels(answer: AgentsAnswer) -> None:
    """Draw the questions on which two agents were far apart, with the way to each."""
    apart = notation.percent(SPLIT_FROM)
    st.subheader("Split panels", anchor=False)
    st.caption(
        f"{answer.split_total:,} of {answer.panels:,} questions with two or more agents have "
        f"totals that are {apart} % of the maximum apart, or more; the widest first."
    )
    explain.explain(Explained.SPLIT_PANEL, key="split-panels")
    if not answer.split:
        return
    columns = ("Candidate", "Role", "Question", "Lowest", "Highest", "Apart")
    rows = tuple(_split_row(each) for each in answer.split)
    _split_table(Table(columns=columns, rows=rows[:_SHOWN]), key="split-panels")
    if len(rows) > _SHOWN:
        with st.expander(f"The next {len(rows) - _SHOWN}"):
            _split_table(Table(columns=columns, rows=rows[_SHOWN:]), key="more-split-panels")
    names = {each.interview_id: each.candidate for each in answer.split}
    wanted = st.selectbox(
        "Open an interview",
        tuple(names),
        index=None,
        format_func=lambda each: names[each],
        key="open-split",
    )
    if wanted:
        st.switch_page(_INTERVIEW, query_params={_ONE: wanted})


def _split_table(table: Table, *, key: str) -> None:
    plain_table(table, title="Split panels", key=key)


def _index(name: str, estimate: Estimate) -> None:
    st.markdown(f"**{escaped(name)}**")
    if estimate.estimate is None:
        st.caption(escaped(estimate.refusal))
        return
    value = notation.number(estimate.estimate, places=2)
    if estimate.lower is None or estimate.upper is None:
        st.markdown(f"### {value}")
        st.caption(escaped(estimate.remark))
        return
    ends = [notation.number(end, places=2) for end in (estimate.lower, estimate.upper)]
    st.markdown(f"### {value}")
    level = notation.number(100 * estimate.level)
    remark = f" {estimate.remark}" if estimate.remark else ""
    st.caption(escaped(f"{level} % interval {ends[0]} to {ends[1]}, n = {estimate.n:,}.{remark}"))


def _group_figure(
    found: tuple[GroupAgreement, ...], *, name: str, title: str, compact: bool
) -> None:
    figures.draw(
        agreement_figure(found, compact=compact),
        key=f"agreement-{name}",
        title=title,
        alt=agreement_sentence(found),
        table=agreement_table(found),
        explained=(Explained.KRIPPENDORFF_ALPHA, Explained.CONFIDENCE_INTERVAL),
    )


def _split_row(panel: SplitPanel) -> tuple[str | int, ...]:
    return (
        panel.candidate,
        panel.role or "No role given",
        panel.question + 1,
        f"{panel.lowest_agent}: {notation.percent(panel.lowest)} %",
        f"{panel.highest_agent}: {notation.percent(panel.highest)} %",
        f"{notation.percent(panel.highest - panel.lowest)} %",
    )


def _forget_interview() -> None:
    st.query_params.pop(_ONE, None)
