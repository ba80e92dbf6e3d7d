"""The report's head: who, which interview, and how it stands."""

from collections.abc import Iterator
from datetime import datetime

import streamlit as st

from components.charts import is_doubtful
from components.widgets import chips, frame, listing, persons, shortlist
from components.widgets.text import escaped, plain_text
from services.errors import NothingFoundError
from services.models import notation
from services.models.browse import Neighbours
from services.models.interview import Interview
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


def head(report: InterviewReport) -> None:
    """Draw the candidate's name, the facts of the sitting and the chips."""
    interview = report.stored.interview
    candidate = interview.candidate
    frame.header(notation.called(candidate.name, candidate.email), _facts(interview))
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
    if report.gone_at:
        told = (
            f"{report.vendor_title} has deleted this interview (noticed "
            f"{notation.day(report.gone_at)}). This copy is kept here; lists leave it out."
        )
        st.warning(escaped(told), icon=":material/delete:")
    if is_doubtful(interview.language):
        detection = interview.language.detection if interview.language else None
        reason = detection.reason if detection else None
        told = "Speaker match low: perhaps somebody else than the candidate was scored, so every "
        told += "score below is grey. Listen before you use any of it."
        st.warning(escaped(f"{told} {reason or ''}"), icon=":material/record_voice_over:")
    if interview.failure_reason:
        st.info(escaped(f"No result: {interview.failure_reason}"), icon=":material/info:")
    _doubts_about_freshness(report)


def _doubts_about_freshness(report: InterviewReport) -> None:
    """Say how old the copy is where the vendor may have a newer answer."""
    copy = f"You see the copy fetched {notation.age(report.age)}"
    if report.failure:
        told = f"{copy}; the last try to fetch it anew failed. {report.failure.sentence}"
        st.warning(escaped(told), icon=":material/cloud_off:")
    elif not report.stored.interview.is_final:
        st.caption(f"{copy}. The vendor may change it: the next sync asks again.")


def _moments(interview: Interview) -> Iterator[datetime | None]:
    """Return the times that tell when this was, the nearest to the sitting first."""
    yield from (interview.started_at, interview.scheduled_at, interview.created_at)
    yield from (interview.reported_at, interview.event_at)


def _facts(interview: Interview) -> str:
    role = interview.role or "Role not given"
    if interview.mapped_role and interview.mapped_role != interview.role:
        role += f" (mapped to {interview.mapped_role})"
    happened = next(filter(None, _moments(interview)), None)
    return " · ".join(
        part
        for part in (
            role,
            interview.interview_type,
            notation.moment(happened) if happened else None,
            None if interview.duration_s is None else notation.clock(interview.duration_s),
        )
        if part
    )
