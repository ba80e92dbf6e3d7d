"""The body with which a job is created: every documented field, checked by hand."""

from dataclasses import dataclass
from typing import Any

from services.sandbox.round0.refused_body import RefusedBodyError

_STATUSES = ("active", "draft", "archived")
_REQUIRED = ("title", "description")
_OPTIONAL = ("department", "location", "requirements")


@dataclass(frozen=True)
class JobPosting:
    """A job to be."""

    title: str
    description: str
    department: str | None
    location: str | None
    requirements: str | None
    status: str

    @classmethod
    def read(cls, body: object) -> "JobPosting":
        """Check a decoded body. Fields that are not documented are passed over.

        Raises:
            RefusedBodyError: with a sentence that names the first wrong field.
        """
        if not isinstance(body, dict):
            msg = "The body: expected an object."
            raise RefusedBodyError(msg)
        for name in (*_REQUIRED, *_OPTIONAL):
            _check_text(body, name, required=name in _REQUIRED)
        status = body.get("status", _STATUSES[0])
        if status not in _STATUSES:
            msg = f"status: choose from {', '.join(_STATUSES)}."
            raise RefusedBodyError(msg)
        _check_goals(body.get("interview_goals"))
        return cls(
            title=body["title"],
            description=body["description"],
            department=body.get("department"),
            location=body.get("location"),
            requirements=body.get("requirements"),
            status=status,
        )


def _check_text(body: dict[str, Any], name: str, *, required: bool) -> None:
    value = body.get(name)
    if value is None and not required:
        return
    if not isinstance(value, str) or (required and not value.strip()):
        msg = f"{name}: expected a text."
        raise RefusedBodyError(msg)


def _check_goals(goals: object) -> None:
    if goals is None:
        return
    if not isinstance(goals, dict) or not isinstance(goals.get("goals", []), list):
        msg = "interview_goals: expected an object with a list `goals`."
        raise RefusedBodyError(msg)
