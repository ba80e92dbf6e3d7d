"""Status: where the interview stands and how it ended, in our vocabulary beside Qode's words."""

from collections.abc import Mapping
from typing import NamedTuple

from services.models.interview import Outcome, Status
from services.models.score import Score, ScoreState
from services.vendors._doubts import Doubts, shortened
from services.vendors.qode.wire.document import QodeDocument
from services.vendors.qode.wire.recording import Meeting, Metadata

_STATUSES: Mapping[str, Status] = {
    "SCHEDULED": Status.SCHEDULED,
    "STARTED": Status.IN_PROGRESS,
    "IN_PROGRESS": Status.IN_PROGRESS,
    "NO_SHOW": Status.NO_SHOW,
    "CANDIDATE_DROP_OFF": Status.DROPPED_OFF,
    "CANDIDATE_ABORTED": Status.DROPPED_OFF,
    "TECHNICAL_GLITCH": Status.TECHNICAL_FAILURE,
    "INTERVIEW_COMPLETED": Status.COMPLETED,
    "COMPLETED": Status.COMPLETED,
    "REPORT_GENERATED": Status.REPORTED,
    "FAILED": Status.FAILED,
    "CANCELLED": Status.CANCELLED,
    "CANCELED": Status.CANCELLED,
    "EXPIRED": Status.EXPIRED,
}
_TERMINAL = frozenset(
    {
        Status.NO_SHOW,
        Status.DROPPED_OFF,
        Status.TECHNICAL_FAILURE,
        Status.FAILED,
        Status.CANCELLED,
        Status.EXPIRED,
    }
)
_TOO_FEW = "not enough interviews"


class Standing(NamedTuple):
    """Where an interview stands, with Qode's own word for it."""

    status: Status
    word: str | None = None


def status_named(word: str | None) -> Status | None:
    """Return the status that Qode's word means, in whatever case; None for an unknown word."""
    return _STATUSES.get((word or "").strip().upper())


def standing_of(document: QodeDocument, doubts: Doubts) -> Standing:
    """Return the status by the last event, else by the live status, else by the meeting's."""
    meeting = document.meeting_data or Meeting()
    metadata = document.metadata or Metadata()
    words = (
        ("event", document.event),
        ("metadata.realtime_status", metadata.realtime_status),
        ("meeting_data.completed_status", meeting.completed_status),
    )
    told = [(where, word) for where, word in words if word and word.strip()]
    for where, word in told:
        if status_named(word) is None:
            doubts.unknown(f"Unknown status “{shortened(word)}”: kept as Qode's word.", where)
    if not told:
        return Standing(Status.UNKNOWN)
    word = told[0][1]
    return Standing(status_named(word) or Status.UNKNOWN, word)


def is_final(document: QodeDocument, status: Status, overall: Score) -> bool:
    """Tell whether the answer stays as it is: reported, or ended with an overall score."""
    if status is Status.REPORTED:
        return True
    metadata = document.metadata
    has_ended = status in _TERMINAL or bool(metadata and metadata.is_terminal)
    return has_ended and overall.state is ScoreState.SCORED


def outcome_of(document: QodeDocument, doubts: Doubts) -> Outcome:
    """Return the verdict; a sentence about too few interviews is no verdict against anyone."""
    result = (document.interview_result or "").strip()
    folded = result.casefold()
    if folded in ("pass", "fail"):
        return Outcome(folded)
    if folded.startswith(_TOO_FEW):
        return Outcome.UNDETERMINED
    if result:
        text = f"Unknown result “{shortened(result)}”: counted as neither pass nor fail."
        doubts.unknown(text, "interview_result")
    return Outcome.NONE
