"""The report's head: who, which interview, and how it stands."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.documents.interview_doubts import failure_words, gone_words, voice_words
from components.documents.interview_words import headline
from components.widgets import chips, frame, listing, persons, shortlist
from components.widgets.text import escaped, plain_text
from services.errors import NothingFoundError
from services.models import notation
from services.models.browse import Neighbours
from services.models.report import InterviewReport


def require(interview_id: str) -> None:
    """Ask for an interview where the page was opened without one.

    Raises:
        NothingFoundError: the URL names no interview.
    """
    if not interview_id:
        listing.way_through(Neighbours())
        frame.header("Interview", "One interview on one page.")
        msg = "No interview is chosen. Open one from the Candidates page."
        raise NothingFoundError(msg)


def head(report: InterviewReport) -> DeltaGenerator:
    """Draw the candidate's name, the facts of the sitting and the chips; return the corner."""
    interview = report.stored.interview
    candidate = interview.candidate
    corner = frame.header(notation.called(candidate.name, candidate.email), headline(interview))
    row = [
        chips.outcome_chip(interview.outcome, interview.vendor_outcome),
        chips.status_chip(interview.status, interview.vendor_status),
        chips.vendor_chip(report.vendor_title),
    ]
    if interview.assessment_version:
        row.append(chips.version_chip(interview.assessment_version))
    chips.chip_row(row, key="head-chips")
    _doubts(report)
    if interview.candidate.email and interview.candidate.name:
        plain_text(interview.candidate.email)
    _ways_on(report)
    return corner


def _ways_on(report: InterviewReport) -> None:
    """Draw the ways to the person's other interviews and to a comparison."""
    stored = report.stored
    candidate = stored.interview.candidate
    chosen = stored.id in shortlist.picked()
    with st.container(horizontal=True, key="ways-on"):
        if st.button("All interviews of this person", key="to-person", icon=":material/person:"):
            st.switch_page(persons.PERSON, query_params={"of": stored.id})
        st.button(
            "Take out of the comparison" if chosen else "Add to the comparison",
            key="shortlist-this",
            icon=":material/balance:",
            on_click=shortlist.put,
            args=(stored.id, notation.called(candidate.name, candidate.email)),
            kwargs={"is_on": not chosen},
        )


def _doubts(report: InterviewReport) -> None:
    """Say what a reader must know before any number: deleted, doubtful, failed, or not fresh."""
    interview = report.stored.interview
    gone, voice = gone_words(report), voice_words(interview)
    failure = failure_words(interview)
    if gone:
        st.warning(escaped(gone), icon=":material/delete:")
    if voice:
        st.warning(escaped(voice), icon=":material/record_voice_over:")
    if failure:
        st.info(escaped(failure), icon=":material/info:")
    _doubts_about_freshness(report)


def _doubts_about_freshness(report: InterviewReport) -> None:
    """Say how old the copy is where the vendor may have a newer answer."""
    copy = f"You see the copy fetched {notation.age(report.age)}"
    if report.failure:
        told = f"{copy}; the last try to fetch it anew failed. {report.failure.sentence}"
        st.warning(escaped(told), icon=":material/cloud_off:")
    elif not report.stored.interview.is_final:
        st.caption(f"{copy}. The vendor may change it: the next sync asks again.")
