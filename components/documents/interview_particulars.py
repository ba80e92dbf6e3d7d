"""What else the vendor tells of the person, the sitting, the calls, and where it all comes from."""

from collections.abc import Iterator
from datetime import datetime

from services.models import notation
from services.models.candidate import CallAttempt
from services.models.interview import Interview
from services.models.report import InterviewReport
from services.models.table import Table

_CALLS = ("Retry", "Status", "Reason", "When", "Length", "Notes")


def particulars(interview: Interview) -> tuple[tuple[str, str], ...]:
    """Return (what, as the vendor says it) for all that is told."""
    person = interview.candidate
    years, credits_used = person.years_of_experience, interview.credits_used
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
        "Credits used": None if credits_used is None else notation.number(credits_used),
        ATTACHED: ", ".join(f"{name}: {value}" for name, value in interview.metadata.items()),
    }
    return tuple((name, value) for name, value in facts.items() if value)


ATTACHED = "Attached when it was created"
"""The customer's own data: may hold names, addresses and ids under any key."""


def calls(interview: Interview) -> Table:
    """Return one row for each try to reach the candidate by phone."""
    return Table(columns=_CALLS, rows=tuple(map(_call, interview.call_attempts)))


def provenance(report: InterviewReport) -> str:
    """Return vendor, version and age of what the page shows, in one line."""
    stored, interview = report.stored, report.stored.interview
    version = interview.assessment_version or "version not given"
    kept = f", {stored.version_count} versions kept" if stored.version_count > 1 else ""
    fetched = notation.moment(stored.fetched_at)
    return (
        f"Source: {report.vendor_title}, {version}, fetched {fetched}"
        f"{kept}. SHA-256 of the answer: {stored.payload_sha256[:16]}…"
    )


def source(report: InterviewReport, *, is_masked: bool) -> Iterator[tuple[str, str]]:
    """Yield where the report comes from; masked, nothing that an interview can be found by."""
    stored, interview = report.stored, report.stored.interview
    yield "Vendor", report.vendor_title
    yield "Assessment version", interview.assessment_version or "not given"
    yield "Fetched", notation.moment(stored.fetched_at)
    yield "Versions kept", str(stored.version_count)
    if interview.clock_source:
        yield "Duration read from", interview.clock_source
    if not is_masked:
        yield "The vendor's id", interview.vendor_interview_id
        yield "Id here", stored.id
        yield "SHA-256 of the answer", stored.payload_sha256


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
