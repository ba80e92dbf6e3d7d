"""The parts of the Questions page: how hard, how telling, how often skipped, and what changed."""

from collections.abc import Mapping

import streamlit as st

from components.charts import (
    drift_figure,
    drift_sentence,
    drift_table,
    questions_figure,
    questions_sentence,
    questions_table,
)
from components.documents.explanations import Explained
from components.documents.filter_words import filter_words
from components.widgets import figures, url
from components.widgets.explain import explain
from components.widgets.figures import Picked
from components.widgets.filter_query import text_of
from components.widgets.notices import caveats
from components.widgets.pager import has_pages, numbered_pager, page_number
from components.widgets.plain_table import plain_table
from components.widgets.text import escaped, plain_text
from services.models import notation
from services.models.browse import InterviewFilter
from services.models.question_health import FEWEST_ANSWERS, QuestionHealth, QuestionsAnswer
from services.models.table import Cell, Table

LIMIT = 50
_QUESTION = "question"


def offset() -> int:
    """Return how many questions stand before the page that is shown."""
    return (page_number() - 1) * LIMIT


def scope(answer: QuestionsAnswer, chosen: InterviewFilter, *, titles: Mapping[str, str]) -> None:
    """Say what is counted, and how much of it is too little to be told."""
    words = filter_words(chosen, titles=titles)
    st.caption(
        escaped(
            f"{words} · {notation.count(answer.total, 'question')}, {answer.too_few:,} with fewer "
            f"than {FEWEST_ANSWERS} scores: of these nothing is said."
        )
    )
    caveats(answer.warnings)
    if not answer.total:
        st.info(
            "No question of these interviews was scored. Qode scores questions one by one.",
            icon=":material/search_off:",
        )


def map_of_questions(answer: QuestionsAnswer, *, compact: bool) -> None:
    """Draw difficulty against discrimination, and every question's figures as a table."""
    if not answer.questions:
        _pager(answer)
        return
    if all(each.refusal for each in answer.questions):
        st.info(
            f"No question has {FEWEST_ANSWERS} scores yet: there is nothing to draw.",
            icon=":material/search_off:",
        )
        _table_of_questions(answer)
        return
    figures.draw(
        questions_figure(answer, compact=compact),
        key="questions",
        title="How hard and how telling each question is",
        alt=questions_sentence(answer),
        table=questions_table(answer),
        on_select=_choose,
        explained=(Explained.DIFFICULTY, Explained.DISCRIMINATION),
    )
    _table_of_questions(answer)


def closer(answer: QuestionsAnswer, *, compact: bool) -> None:
    """Draw one question: its words, its figures, and what changed between versions."""
    keys = [each.key for each in answer.questions]
    if not keys:
        return
    texts = {each.key: each.text for each in answer.questions}
    url.follow(_QUESTION, lambda asked: text_of(asked) if text_of(asked) in keys else None)
    st.selectbox(
        "Look closer at a question",
        keys,
        key=_QUESTION,
        format_func=lambda key: texts[key][:120],
        placeholder="Choose one, or a mark above",
        on_change=url.record,
        args=(_QUESTION,),
    )
    chosen = st.session_state[_QUESTION]
    question = next((each for each in answer.questions if each.key == chosen), None)
    if question:
        _question(question, compact=compact)


def _table_of_questions(answer: QuestionsAnswer) -> None:
    columns = (
        *("Question", "Asked", "Scored", "Mean share", "Spread", "Discrimination"),
        *("Skipped", "Median time"),
    )
    rows = tuple(_row(each) for each in answer.questions)
    plain_table(Table(columns=columns, rows=rows), title="Questions", key="question-table")
    explain(Explained.SPREAD, Explained.SKIP_RATE, Explained.QUESTION_TIME, key="question-table")
    _pager(answer)


def _pager(answer: QuestionsAnswer) -> None:
    if has_pages(answer.total, limit=LIMIT):
        numbered_pager(answer.total, limit=LIMIT, key="question-pager")


def _question(question: QuestionHealth, *, compact: bool) -> None:
    plain_text(question.text)
    if question.refusal:
        st.info(escaped(question.refusal), icon=":material/search_off:")
        return
    if not question.drift:
        st.caption("One assessment version asked it, or too few answers of the others: no drift.")
        return
    figures.draw(
        drift_figure(question, compact=compact),
        key="drift",
        title="Change of the mean share between assessment versions",
        alt=drift_sentence(question),
        table=drift_table(question),
        explained=(Explained.DRIFT, Explained.CONFIDENCE_INTERVAL),
    )


def _row(question: QuestionHealth) -> tuple[Cell, ...]:
    if question.refusal:
        return (question.text, question.asked, question.scored, *("—",) * 5)
    time = question.median_time_s
    correlation = question.discrimination
    return (
        question.text,
        question.asked,
        question.scored,
        notation.rate(question.difficulty),
        "—" if question.spread is None else f"{notation.percent(question.spread)} %",
        "—" if correlation.estimate is None else notation.number(correlation.estimate, places=2),
        notation.rate(question.skip_rate),
        "—" if time is None else notation.clock(time),
    )


def _choose(picked: Picked) -> None:
    if picked.data:
        st.query_params[_QUESTION] = str(picked.data[0])
