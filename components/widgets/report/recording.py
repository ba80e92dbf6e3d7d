"""Section: what happened when; timeline, recording and transcript move together."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.documents.interview_drawings import (
    answer_latency,
    is_recorded,
    is_watched,
    timeline,
)
from components.documents.interview_words import CUES, latency_words
from components.widgets import figures, reviewing
from components.widgets.figures import Picked
from components.widgets.notices import told_to_the_reader
from components.widgets.player import player
from components.widgets.reviewing import Reviewing
from components.widgets.transcript import transcript
from services.models.document import StoredInterview
from services.models.integrity import latest
from services.models.interview import AssetKind, Interview
from services.models.report import InterviewReport

_AT = "at"
_CHANNEL = "recording"


@st.fragment
def recording_section(
    report: InterviewReport,
    *,
    hosts: tuple[str, ...],
    compact: bool,
    refetch: Callable[[str, str], None],
    reviews: Reviewing,
) -> None:
    """Draw timeline, reviews, player, transcript and latency, each where there is data for it.

    `refetch` gets a fresh link where the recording's has died. Another second draws this section
    alone anew, and so does a review.
    """
    interview = report.stored.interview
    if not is_recorded(interview):
        return
    watched = is_watched(interview)
    heading = "Recording" if watched else "Transcript"
    st.header(heading, anchor=False, divider="gray")
    at = _second_in_url()
    if watched:
        with told_to_the_reader():
            _watched(report.stored, reviews, at=at, compact=compact)
    if _player_and_transcript(interview, at=at, hosts=hosts):
        with told_to_the_reader():
            refetch(interview.vendor, interview.vendor_interview_id)
            st.rerun()
    if interview.latency and report.latency:
        drawing = answer_latency(interview.latency, compact=compact)
        figures.show(drawing, on_select=_seek_to_point)
        st.caption(latency_words(interview.latency, report.latency))


def _watched(
    stored: StoredInterview, reviews: Reviewing, *, at: float | None, compact: bool
) -> None:
    """Draw the timeline with what reviewers said, and the form to say more."""
    with told_to_the_reader():
        reviewing.carry_out(stored.id, reviews)
    interview = stored.interview
    said = reviews.of(stored.id) if interview.signals else ()
    holds = latest(said)
    drawing = timeline(interview, reviewed=holds, playhead_s=at, compact=compact)
    figures.show(drawing, on_select=partial(_choose_event, stored.id))
    st.caption(f"{CUES} Choose an event to go there in the recording.")
    reviewing.review_form(stored.id, interview, said, on_seek=_seek)


def _player_and_transcript(
    interview: Interview, *, at: float | None, hosts: tuple[str, ...]
) -> bool:
    """Draw both side by side; return whether the reader wants a fresh link to the recording."""
    video = next((asset for asset in interview.assets if asset.kind is AssetKind.VIDEO), None)
    left, right = st.columns([2, 3]) if video and interview.transcript else (st.container(),) * 2
    wants_fresh_link = False
    if video:
        with left:
            wants_fresh_link = player(
                video.url, key="player", start_s=at or 0.0, channel=_CHANNEL, hosts=hosts
            )
    if interview.transcript:
        with right:
            transcript(
                interview.transcript,
                key="transcript",
                chapters=interview.chapters,
                current_s=at,
                channel=_CHANNEL,
                on_seek=_seek,
            )
    return wants_fresh_link


def _choose_event(interview_id: str, picked: Picked) -> None:
    # Only an event hands over its key as well; a chapter or a question is just a second.
    if len(picked.data) > 2:
        reviewing.choose_flag(interview_id, str(picked.data[1]))
    _seek_to_point(picked)


def _seek_to_point(picked: Picked) -> None:
    if picked.data and isinstance(picked.data[-1], int | float):
        _seek(float(picked.data[-1]))


def _seek(second: float) -> None:
    st.query_params[_AT] = f"{second:g}"


def _second_in_url() -> float | None:
    try:
        return max(0.0, float(st.query_params.get(_AT, "")))
    except ValueError:
        return None
