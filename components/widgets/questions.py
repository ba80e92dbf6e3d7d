"""The parts of the Questions page: how hard, how telling, how often skipped, and what changed."""

from collections.abc import Mapping

import streamlit as st

from components.documents import questions_figures
from components.documents.filter_words import filter_words
from components.documents.questions import drawn_drifts
from components.widgets import figures, url
from components.widgets.explain import explain
from components.widgets.figures import Picked
from components.widgets.filter_query import text_of
from components.widgets.notices import caveats
from components.widgets.pager import has_pages, numbered_pager, page_number
from components.widgets.plain_table import plain_table
from components.widgets.text import escaped, plain_text
from services.models.browse import InterviewFilter
from services.models.question_health import QuestionHealth, QuestionsAnswer

LIMIT = 50
_QUESTION = "question"


def offset() -> int:
    """Return how many questions stand before the page that is shown."""
    return (page_number() - 1) * LIMIT


def scope(answer: QuestionsAnswer, chosen: InterviewFilter, *, titles: Mapping[str, str]) -> None:
    """Say what is counted, and how much of it is too little to be told."""
    words = filter_words(chosen, titles=titles)
    st.caption(escaped(f"{words} · {questions_figures.asked_words(answer)}"))
    caveats(answer.warnings)
    if not answer.total:
        st.info(questions_figures.NOTHING_SCORED, icon=":material/search_off:")


def map_of_questions(answer: QuestionsAnswer, *, compact: bool) -> None:
    """Draw difficulty against discrimination, and every question's figures as a table."""
    if not answer.questions:
        _pager(answer)
        return
    if questions_figures.has_nothing_to_draw(answer):
        st.info(questions_figures.NOTHING_TO_DRAW, icon=":material/search_off:")
    else:
        figures.show(
            questions_figures.map_drawing(answer, compact=compact),
            on_select=_choose,
            in_document=not offset(),
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
        is_drawn = not offset() and question in drawn_drifts(answer)
        _question(question, compact=compact, in_document=is_drawn)


def _table_of_questions(answer: QuestionsAnswer) -> None:
    key = questions_figures.TABLE_KEY
    table = questions_figures.health_table(answer)
    # The document has those that were asked most, as the first page of the list.
    pinned_as = None if offset() else key
    plain_table(table, title=questions_figures.TABLE_TITLE, key=key, pinned_as=pinned_as)
    explain(*questions_figures.TABLE_EXPLAINED, key=key)
    _pager(answer)


def _pager(answer: QuestionsAnswer) -> None:
    if has_pages(answer.total, limit=LIMIT):
        numbered_pager(answer.total, limit=LIMIT, key="question-pager")


def _question(question: QuestionHealth, *, compact: bool, in_document: bool) -> None:
    plain_text(question.text)
    if question.refusal:
        st.info(escaped(question.refusal), icon=":material/search_off:")
        return
    if not question.drift:
        st.caption(questions_figures.NO_DRIFT)
        return
    drawing = questions_figures.drift_drawing(question, compact=compact)
    figures.show(drawing, in_document=in_document)


def _choose(picked: Picked) -> None:
    if picked.data:
        st.query_params[_QUESTION] = str(picked.data[0])
