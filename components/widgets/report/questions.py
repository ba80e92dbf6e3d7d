"""Section: one question at a time, with its scores, its agents and their reasons."""

from collections.abc import Sequence

import streamlit as st

from components.documents.interview_drawings import agent_criteria, question_scores
from components.documents.interview_questions import is_drawn
from components.documents.interview_words import agent_name, question_facts, written_about
from components.widgets import figures
from components.widgets.figures import Picked
from components.widgets.remarks import remarks
from components.widgets.report.answers import Answers, answer
from components.widgets.text import escaped, plain_text
from services.models import notation
from services.models.agents import AgentAssessment, Panel
from services.models.interview import Question
from services.models.report import InterviewReport
from services.models.score import ScoreState

_AGENTS = "pages/analyse/agents.py"
_CHOSEN = "chosen-criterion"


@st.fragment
def questions_section(report: InterviewReport, *, answers: Answers, compact: bool) -> None:
    """Draw a picker and the chosen question; nothing without questions.

    Another question or cell draws this section alone anew.
    """
    interview = report.stored.interview
    if not interview.questions:
        return
    heading = "Questions and agents" if interview.panels else "Questions and answers"
    st.header(heading, anchor=False, divider="gray")
    question = _picked(interview.questions)
    panel = next((one for one in interview.panels if one.question_index == question.index), None)
    _words(question)
    answer(report, question, answers=answers)
    if question.score.state is not ScoreState.UNSCORED:
        _question_scores(question, compact=compact)
    if panel and panel.agents:
        _panel(panel, compact=compact)
    elif interview.panels:
        st.caption("The vendor gave no agents' assessments for this question.")
    if any(len(one.agents) > 1 for one in interview.panels):
        st.page_link(
            _AGENTS,
            label="Do the agents of this interview agree?",
            icon=":material/groups:",
            query_params={"interview": report.stored.id},
        )


def _picked(questions: Sequence[Question]) -> Question:
    # The same numbers as in the names of scores and on the timeline.
    labels = {f"{question.index + 1}": question for question in questions}
    chosen = st.segmented_control(
        "Question",
        tuple(labels),
        default="1",
        key="question",
        bind="query-params",
        required=True,
        on_change=_forget_criterion,
    )
    return labels.get(chosen or "1", questions[0])


def _words(question: Question) -> None:
    plain_text(question.text)
    facts = question_facts(question)
    if facts:
        st.caption(escaped(facts))
    if question.summary:
        plain_text(question.summary)


def _question_scores(question: Question, *, compact: bool) -> None:
    drawing = question_scores(question, compact=compact)
    figures.show(drawing, in_document=is_drawn(question))
    spoken = written_about(question)
    if spoken:
        with st.expander("What was written about these skills"):
            remarks(spoken, key="question-remarks")


def _panel(panel: Panel, *, compact: bool) -> None:
    chosen = st.session_state.get(_CHOSEN)
    drawing = agent_criteria(panel, selected=chosen, compact=compact)
    figures.show(drawing, on_select=_choose_criterion)
    reasons = _reasons(panel.agents, chosen)
    if chosen and reasons:
        st.markdown("**The reason for the chosen cell**")
        remarks(reasons, key="criterion-reason")
        st.button("Show all agents", on_click=_forget_criterion)
        return
    st.caption("Choose a cell for the agent's reason.")
    summaries = [(agent_name(agent), agent.summary) for agent in panel.agents if agent.summary]
    if summaries:
        with st.expander("What each agent concluded"):
            remarks(summaries, key="agent-summaries")


def _reasons(
    agents: Sequence[AgentAssessment], chosen: tuple[str, str] | None
) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []
    for agent in agents:
        for criterion in agent.criteria:
            if chosen == (agent.agent_id, criterion.key):
                points = notation.part_of(criterion.weighted, criterion.maximum)
                reason = criterion.rationale or "The agent gave no reason."
                found.append((f"{agent_name(agent)}, {criterion.label}: {points}", reason))
    return found


def _choose_criterion(picked: Picked) -> None:
    if len(picked.data) >= 2:
        st.session_state[_CHOSEN] = (str(picked.data[0]), str(picked.data[1]))


def _forget_criterion() -> None:
    st.session_state.pop(_CHOSEN, None)
