"""The parts of the Integrity page: rates of signals, what reviewers said, who awaits a look."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from components.documents import integrity_words
from components.documents.explanations import Explained
from components.documents.integrity_figures import Per, rates_drawing, reviews_table
from components.widgets import figures, url
from components.widgets.explain import explain
from components.widgets.filter_query import text_of
from components.widgets.pager import has_pages, numbered_pager, page_number, restart
from components.widgets.plain_table import plain_table
from components.widgets.segments import segments
from components.widgets.text import escaped
from services.models import notation
from services.models.funnel import Split
from services.models.integrity import AwaitingReview, IntegrityAnswer

LIMIT = 25
_BY = "by"
_PER = "per"
_INTERVIEW = "pages/review/interview.py"
_PER_WORDS: Mapping[str, str] = {"interview": "Share of interviews", "hour": "Events per hour"}


@dataclass(frozen=True)
class View:
    """What the reader looks at."""

    by: Split | None
    """What the interviews are split up by; None for not at all."""
    per: Per


def view() -> View:
    """Draw what to split up by, and whether to count interviews or events by the hour."""
    splits = tuple(Split)
    url.follow(_BY, lambda texts: text_of(texts) if text_of(texts) in splits else None)
    with st.container(horizontal=True, gap="large", key="integrity-view"):
        st.segmented_control(
            "Split by", splits, key=_BY, format_func=str.capitalize, on_change=restart, args=(_BY,)
        )
        per = segments("Count", _PER, _PER_WORDS, default="interview")
    by = st.session_state[_BY]
    return View(by=Split(by) if by else None, per="hour" if per == "hour" else "interview")


def offset() -> int:
    """Return how many interviews stand before those of the list that is shown."""
    return (page_number() - 1) * LIMIT


def rates(answer: IntegrityAnswer, *, per: Per, compact: bool) -> bool:
    """Draw how often each signal came up; return whether there was anything to count."""
    whole = answer.cohorts[0]
    st.caption(escaped(f"{whole.label} · {integrity_words.counted_words(answer)}"))
    if not whole.interviews:
        st.info(integrity_words.NO_INTERVIEW, icon=":material/search_off:")
        return False
    figures.show(rates_drawing(answer, per=per, compact=compact))
    level, missing = integrity_words.level_words(answer), integrity_words.NOT_COLLECTED
    st.caption(f"{level} {missing} {integrity_words.CUES}")
    for sentence in answer.warnings:
        st.caption(escaped(sentence))
    return True


def reviews(answer: IntegrityAnswer) -> None:
    """Draw what reviewers said of each kind of flag, each flag by its latest review."""
    if not integrity_words.has_flags(answer):
        return
    _heading(integrity_words.SAID, Explained.REVIEWS, key="reviews")
    plain_table(
        reviews_table(answer),
        title=integrity_words.BY_LATEST_REVIEW,
        key="flag-dispositions",
        pinned_as="flag-dispositions",
    )


def awaiting(answer: IntegrityAnswer) -> None:
    """Draw the interviews with flags that nobody has looked at, each with the way to it."""
    if not integrity_words.has_flags(answer):
        return
    _heading(integrity_words.AWAITING, Explained.AWAITING_REVIEW, key="awaiting")
    if not answer.awaiting_total:
        st.success(integrity_words.ALL_LOOKED_AT, icon=":material/task_alt:")
        return
    st.caption(integrity_words.awaiting_words(answer))
    with st.container(key="awaiting-review", gap="xsmall"):
        for each in answer.awaiting:
            _way_to(each)
    if has_pages(answer.awaiting_total, limit=LIMIT):
        numbered_pager(answer.awaiting_total, limit=LIMIT, key="awaiting-pager")


def _heading(title: str, explained: Explained, *, key: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-title"):
        st.subheader(title, anchor=False, width="content")
        explain(explained, key=key)


def _way_to(each: AwaitingReview) -> None:
    happened = notation.day(each.happened_at) if each.happened_at else "no date"
    waiting = f"{each.awaiting} of {notation.count(each.flags, 'flag')} to review"
    with st.container(
        horizontal=True, vertical_alignment="center", gap="xsmall", key=f"way-{each.interview_id}"
    ):
        st.page_link(
            _INTERVIEW,
            label=f"**{escaped(each.candidate)}**",
            icon=":material/flag:",
            query_params={"interview": each.interview_id},
        )
        facts = f"{waiting} · {each.role or 'Role not given'} · {happened}"
        st.caption(escaped(facts), width="content")
