"""How statuses, outcomes and months are called, everywhere."""

from services.models.interview import Outcome, Status

_STATUSES = {
    Status.SCHEDULED: "Scheduled",
    Status.IN_PROGRESS: "In progress",
    Status.COMPLETED: "Completed",
    Status.REPORTED: "Reported",
    Status.NO_SHOW: "No show",
    Status.DROPPED_OFF: "Dropped off",
    Status.TECHNICAL_FAILURE: "Technical failure",
    Status.FAILED: "Failed",
    Status.CANCELLED: "Cancelled",
    Status.EXPIRED: "Expired",
    Status.UNKNOWN: "Other",
}
NO_DATE = "none"
_OUTCOMES = {
    Outcome.PASS: "Pass",
    Outcome.FAIL: "Fail",
    Outcome.UNDETERMINED: "Undetermined",
    Outcome.NONE: "No verdict",
}


def status_label(status: Status) -> str:
    """Return the status in a reader's word."""
    return _STATUSES[status]


def outcome_label(outcome: Outcome) -> str:
    """Return the verdict in a reader's word."""
    return _OUTCOMES[outcome]


def month_text(month: int) -> str:
    """Write a month as a URL holds it: "2026-11", or "none" for those without a date."""
    return f"{month // 100:04}-{month % 100:02}" if month else NO_DATE
