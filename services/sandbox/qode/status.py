"""The steps of an interview in the vendor's own words, and which may follow which."""

from enum import StrEnum


class Status(StrEnum):
    """The vendor's `completion_status`, which its documents also call `event`."""

    SCHEDULED = "SCHEDULED"
    STARTED = "STARTED"
    INTERVIEW_COMPLETED = "INTERVIEW_COMPLETED"
    REPORT_GENERATED = "REPORT_GENERATED"
    NO_SHOW = "NO_SHOW"
    CANDIDATE_DROP_OFF = "CANDIDATE_DROP_OFF"
    TECHNICAL_GLITCH = "TECHNICAL_GLITCH"
    CANDIDATE_ABORTED = "CANDIDATE_ABORTED"

    @property
    def is_terminal(self) -> bool:
        """Whether nothing follows."""
        return not FOLLOWERS[self]


_BROKEN_OFF = (Status.CANDIDATE_DROP_OFF, Status.TECHNICAL_GLITCH, Status.CANDIDATE_ABORTED)

FOLLOWERS: dict[Status, tuple[Status, ...]] = {
    Status.SCHEDULED: (Status.STARTED, Status.NO_SHOW, Status.TECHNICAL_GLITCH),
    Status.STARTED: (Status.INTERVIEW_COMPLETED, *_BROKEN_OFF),
    Status.INTERVIEW_COMPLETED: (Status.REPORT_GENERATED, Status.TECHNICAL_GLITCH),
    Status.REPORT_GENERATED: (),
    Status.NO_SHOW: (),
    Status.CANDIDATE_DROP_OFF: (),
    Status.TECHNICAL_GLITCH: (),
    Status.CANDIDATE_ABORTED: (),
}
"""What may follow each status; the first is the way of an interview that goes well."""


def follow(status: Status, steps: int) -> Status:
    """Return the status after so many steps on the good way; it stops where the way ends."""
    for _ in range(steps):
        if status.is_terminal:
            break
        status = FOLLOWERS[status][0]
    return status
