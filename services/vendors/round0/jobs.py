"""Jobs: what candidates are invited to, and a new one, checked before it is sent."""

from services.errors import InputError
from services.models.value import Value

STATUSES = ("active", "draft", "archived")


class Job(Value):
    """A job at round0, as far as its list tells."""

    id: str
    title: str | None = None
    department: str | None = None
    status: str | None = None


class Goal(Value):
    """One aim of the interviews, such as `communication`; round0's list of categories is open."""

    category: str
    priority: str | None = None


class InterviewGoals(Value):
    """What the questions of a job are made for, in round0's spelling."""

    goals: tuple[Goal, ...] = ()
    customGoals: tuple[str, ...] = ()  # noqa: N815  (round0's spelling goes out as it stands here)
    additionalContext: str | None = None  # noqa: N815  (the same)


class NewJob(Value):
    """What round0 is told to make a job; `title` and `description` are required."""

    title: str
    description: str
    department: str | None = None
    location: str | None = None
    requirements: str | None = None
    status: str | None = None
    interview_goals: InterviewGoals | None = None


def check_new_job(new: NewJob) -> None:
    """Refuse what round0 would refuse.

    Raises:
        InputError: a field is wrong; the sentence names it.
    """
    for field in ("title", "description"):
        if not getattr(new, field).strip():
            msg = f"{field} is empty: round0 needs it."
            raise InputError(msg)
    if new.status is not None and new.status not in STATUSES:
        msg = f"status should be one of {', '.join(STATUSES)}."
        raise InputError(msg)
