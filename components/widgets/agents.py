"""The parts of the Agents page: how far graders agree, who is stricter, and where they part."""

from collections.abc import Mapping

import streamlit as st

from components.documents import agents_figures
from components.documents.explanations import Explained
from components.documents.filter_words import filter_words
from components.widgets import explain, figures
from components.widgets.notices import caveats
from components.widgets.plain_table import plain_table
from components.widgets.text import escaped
from services.models.agreement import AgentsAnswer
from services.models.browse import InterviewFilter
from services.models.estimate import Estimate

_INTERVIEW = "pages/review/interview.py"
_ONE = "interview"
_SHOWN = 10
"""Split panels in sight; the others are folded away."""


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
        st.caption(escaped(f"{words} · {agents_figures.graded_words(answer)}"))
    caveats(answer.warnings)


def indices(answer: AgentsAnswer) -> None:
    """Draw the three indices with their intervals, or why there are none."""
    refusal = answer.agreement.alpha.refusal
    if refusal:
        st.info(escaped(refusal), icon=":material/group_off:")
        return
    for column, (name, estimate) in zip(st.columns(3), agents_figures.indices(answer), strict=True):
        with column.container(border=True, height="stretch"):
            _index(name, estimate)
    with st.container(horizontal=True, vertical_alignment="center", key="index-notes"):
        st.caption(agents_figures.targets_sentence(answer))
        explain.explain(*agents_figures.INDICES_EXPLAINED, key="indices")


def heat_map(answer: AgentsAnswer, *, compact: bool) -> None:
    """Draw agents by criteria, and each agent's severity."""
    if answer.cells:
        figures.show(agents_figures.heat_drawing(answer, compact=compact))
        figures.show(agents_figures.severity_drawing(answer, compact=compact))


def groups(answer: AgentsAnswer, *, compact: bool) -> None:
    """Draw the agreement by role and over time."""
    if len(answer.by_role) > 1:
        figures.show(agents_figures.group_drawing(answer.by_role, "role", compact=compact))
    if len(answer.by_month) > 1:
        figures.show(agents_figures.group_drawing(answer.by_month, "month", compact=compact))


def split_panels(answer: AgentsAnswer) -> None:
    """Draw the questions on which two agents were far apart, with the way to each."""
    key, title = agents_figures.SPLIT_KEY, agents_figures.SPLIT_TITLE
    st.subheader(title, anchor=False)
    st.caption(agents_figures.split_sentence(answer))
    explain.explain(Explained.SPLIT_PANEL, key=key)
    if not answer.split:
        return
    first, more = answer.split[:_SHOWN], answer.split[_SHOWN:]
    plain_table(agents_figures.split_table(first), title=title, key=key, pinned_as=key)
    if more:
        with st.expander(f"The next {len(more)}"):
            plain_table(agents_figures.split_table(more), title=title, key=f"more-{key}")
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


def _index(name: str, estimate: Estimate) -> None:
    value, words = agents_figures.index_words(estimate)
    st.markdown(f"**{escaped(name)}**")
    if value:
        st.markdown(f"### {value}")
    st.caption(escaped(words))


def _forget_interview() -> None:
    st.query_params.pop(_ONE, None)
