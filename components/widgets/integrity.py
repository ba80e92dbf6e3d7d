"""The parts of the Integrity page: rates of signals, what reviewers said, who awaits a look."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from components.charts import signal_rates_figure, signal_rates_sentence, signal_rates_table
from components.charts.flags import FLAG_NAMES
from components.documents.explanations import Explained
from components.widgets import figures, url
from components.widgets.explain import explain
from components.widgets.filter_query import text_of
from components.widgets.pager import has_pages, numbered_pager, page_number, restart
from components.widgets.plain_table import plain_table
from components.widgets.segments import segments
from components.widgets.text import escaped
from services.models import notation
from services.models.funnel import Split
from services.models.integrity import AwaitingReview, IntegrityAnswer, ReviewCount
from services.models.table import Table

LIMIT = 25
_BY = "by"
_PER = "per"
_INTERVIEW = "pages/review/interview.py"


Per = Literal["interview", "hour"]
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
    noun = "interview" if whole.interviews == 1 else "interviews"
    st.caption(escaped(f"{whole.label} · {whole.interviews:,} {noun} that began"))
    if not whole.interviews:
        st.info(
            "No interview that began matches these filters. Take one away, or clear them all.",
            icon=":material/search_off:",
        )
        return False
    figures.draw(
        signal_rates_figure(answer, per=per, compact=compact),
        key="signal-rates",
        title="Signals by interview" if per == "interview" else "Signals by hour of interview",
        alt=signal_rates_sentence(answer, per=per),
        table=signal_rates_table(answer),
        explained=(
            Explained.SIGNAL_SHARE if per == "interview" else Explained.SIGNAL_RATE,
            Explained.CONFIDENCE_INTERVAL,
        ),
    )
    level = notation.number(100 * answer.level)
    st.caption(
        f"Intervals are at {level} %. “Not collected” is not zero: such an interview is in no rate "
        "of that signal. Signals are cues for a person to look, never verdicts, and they never "
        "enter a score or an outcome."
    )
    for sentence in answer.warnings:
        st.caption(escaped(sentence))
    return True


def reviews(answer: IntegrityAnswer) -> None:
    """Draw what reviewers said of each kind of flag, each flag by its latest review."""
    counted = [each for each in answer.reviews if _flags(each)]
    if not counted:
        return
    _heading("What people said about it", Explained.REVIEWS, key="reviews")
    rows = tuple(
        (FLAG_NAMES[one.kind], one.confirmed, one.dismissed, one.asked, one.awaiting)
        for one in counted
    )
    columns = ("Signal", "Confirmed", "Dismissed", "Ask the candidate", "Not reviewed")
    table = Table(columns=columns, rows=rows)
    plain_table(table, title="Flags by their latest review", key="flag-dispositions")


def awaiting(answer: IntegrityAnswer) -> None:
    """Draw the interviews with flags that nobody has looked at, each with the way to it."""
    if not any(map(_flags, answer.reviews)):
        return
    _heading("Awaiting review", Explained.AWAITING_REVIEW, key="awaiting")
    if not answer.awaiting_total:
        st.success("Every flag has been looked at.", icon=":material/task_alt:")
        return
    noun = "interview" if answer.awaiting_total == 1 else "interviews"
    st.caption(
        f"{answer.awaiting_total:,} {noun} with flags that nobody has looked at, newest first."
    )
    with st.container(key="awaiting-review", gap="xsmall"):
        for each in answer.awaiting:
            _way_to(each)
    if has_pages(answer.awaiting_total, limit=LIMIT):
        numbered_pager(answer.awaiting_total, limit=LIMIT, key="awaiting-pager")


def _heading(title: str, explained: Explained, *, key: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-title"):
        st.subheader(title, anchor=False, width="content")
        explain(explained, key=key)


def _flags(count: ReviewCount) -> int:
    return count.confirmed + count.dismissed + count.asked + count.awaiting


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
