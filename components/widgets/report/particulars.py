"""Section: what else the vendor tells of the person, the sitting and the calls."""

from collections.abc import Iterator
from datetime import datetime

import streamlit as st

from components.widgets.plain_table import plain_table
from services.models import notation
from services.models.candidate import CallAttempt
from services.models.interview import Interview
from services.models.table import Table


def particulars_section(interview: Interview) -> None:
    """Draw the particulars and the calls; nothing where the vendor tells neither."""
    rows = tuple(_particulars(interview))
    if rows:
        with st.expander("More about the person and the sitting"):
            plain_table(
                Table(columns=("What", "As the vendor says"), rows=rows),
                title="More about the person and the sitting",
                key="particulars",
            )
    if interview.call_attempts:
        st.subheader("Calls", anchor=False)
        columns = ("Retry", "Status", "Reason", "When", "Length", "Notes")
        calls = tuple(map(_call, interview.call_attempts))
        plain_table(Table(columns=columns, rows=calls), title="Calls", key="calls")


def _particulars(interview: Interview) -> Iterator[tuple[str, str]]:
    person = interview.candidate
    years = person.years_of_experience
    facts = {
        "Education": person.education,
        "Experience": person.experience,
        "Years of experience": None if years is None else notation.number(years),
        "Company fit (never sorted or filtered by)": interview.company_fit,
        "The vendor may keep the data until": _moment(person.data_expires_at),
        "Created": _moment(interview.created_at),
        "Scheduled": _moment(interview.scheduled_at),
        "Can begin until": _moment(interview.expires_at),
        "Ended": _moment(interview.ended_at),
        "Reported": _moment(interview.reported_at),
        "Dropped off": _moment(interview.dropped_off_at),
        "Tags": ", ".join(interview.tags),
        "Credits used": None
        if interview.credits_used is None
        else notation.number(interview.credits_used),
        "Attached when it was created": ", ".join(
            f"{name}: {value}" for name, value in interview.metadata.items()
        ),
    }
    return ((name, value) for name, value in facts.items() if value)


def _call(attempt: CallAttempt) -> tuple[str | int | float | None, ...]:
    length = attempt.duration_s
    return (
        attempt.number,
        attempt.status,
        attempt.reason,
        _moment(attempt.called_at or attempt.scheduled_at),
        None if length is None else notation.clock(length),
        attempt.notes,
    )


def _moment(moment: datetime | None) -> str | None:
    return notation.moment(moment) if moment else None
