"""How far an interview is, its analysis included, and which stage may follow which."""

from enum import StrEnum


class Stage(StrEnum):
    """The vendor's status word, or the word of its event where one status covers several stages."""

    SCHEDULED = "SCHEDULED"
    IN_PROGRESS = "IN_PROGRESS"
    COMPLETED = "COMPLETED"
    """The analysis is not there yet."""
    ANALYSIS_COMPLETED = "ANALYSIS_COMPLETED"
    ANALYSIS_FAILED = "ANALYSIS_FAILED"
    FAILED = "FAILED"
    """It began and broke off."""
    NO_ANSWER = "NO_ANSWER"
    """Nobody picked up; the vendor's status is FAILED as well."""
    CANCELLED = "CANCELLED"

    @property
    def status(self) -> str:
        """The interview's status in upper case."""
        return _STATUSES.get(self, self.value)

    @property
    def event(self) -> str | None:
        """The webhook event that reaching the stage is told by; None for none."""
        return _EVENTS.get(self)

    @property
    def is_held(self) -> bool:
        """Whether the conversation took place to its end."""
        return self in (Stage.COMPLETED, Stage.ANALYSIS_COMPLETED, Stage.ANALYSIS_FAILED)


_STATUSES = {
    Stage.ANALYSIS_COMPLETED: "COMPLETED",
    Stage.ANALYSIS_FAILED: "COMPLETED",
    Stage.NO_ANSWER: "FAILED",
}
_EVENTS = {
    Stage.IN_PROGRESS: "interview.started",
    Stage.COMPLETED: "interview.completed",
    Stage.FAILED: "interview.failed",
    Stage.NO_ANSWER: "interview.failed",
    Stage.ANALYSIS_COMPLETED: "analysis.completed",
    Stage.ANALYSIS_FAILED: "analysis.failed",
}
FOLLOWERS: dict[Stage, tuple[Stage, ...]] = {
    Stage.SCHEDULED: (Stage.IN_PROGRESS, Stage.NO_ANSWER, Stage.CANCELLED),
    Stage.IN_PROGRESS: (Stage.COMPLETED, Stage.FAILED, Stage.CANCELLED),
    Stage.COMPLETED: (Stage.ANALYSIS_COMPLETED, Stage.ANALYSIS_FAILED),
    Stage.ANALYSIS_COMPLETED: (),
    Stage.ANALYSIS_FAILED: (),
    Stage.FAILED: (),
    Stage.NO_ANSWER: (),
    Stage.CANCELLED: (),
}
"""What may follow each stage; the first is the way of an interview that goes well."""
