"""A candidate, a job and an agent that are described inside of the request for an interview."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from services.sandbox.instaview.agent import ONLINE, Agent, Focus
from services.sandbox.instaview.envelope import WrongFieldError

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_MOST_SKILLS = 10
_LONGEST_SKILL = 128
_TITLE = range(5, 201)
_MINUTES = 20


@dataclass(frozen=True)
class InlineCandidate:
    """Somebody new. Name, address and number are assumptions; the expiry is stated."""

    first_name: str
    last_name: str
    email: str | None
    phone_number: str | None
    gdpr_expiry: date
    job_id: str | None
    metadata: Mapping[str, object]

    @classmethod
    def read(cls, body: Mapping[str, Any]) -> "InlineCandidate":
        """Check the object.

        Raises:
            WrongFieldError: for the first field that is not as documented.
        """
        return cls(
            first_name=_text(body, "candidate.firstName", required=True),
            last_name=_text(body, "candidate.lastName"),
            email=_email(body),
            phone_number=_text(body, "candidate.phoneNumber") or None,
            gdpr_expiry=_day(body, "candidate.gdprExpiryDate"),
            job_id=_text(body, "candidate.jobId") or None,
            metadata=_object(body, "candidate.metadata"),
        )


@dataclass(frozen=True)
class InlineJob:
    """A new job: its title, and the other fields as they were described."""

    title: str
    told: Mapping[str, Any]

    @classmethod
    def read(cls, body: Mapping[str, Any]) -> "InlineJob":
        """Check the object; the title may be named as in the guide or as in the reference.

        Raises:
            WrongFieldError: for the first field that is not as documented.
        """
        name = "title" if "title" in body and "jobTitle" not in body else "jobTitle"
        title = _text(body, f"job.{name}", required=True)
        if len(title) not in _TITLE:
            raise WrongFieldError(field=f"job.{name}", rule="Expected 5 to 200 characters.")
        required = _skills(body, "job.requiredSkills")
        wished = _skills(body, "job.niceToHaveSkills")
        if len(required) + len(wished) > _MOST_SKILLS:
            field = "job.niceToHaveSkills" if wished else "job.requiredSkills"
            raise WrongFieldError(field=field, rule=f"At most {_MOST_SKILLS} skills altogether.")
        return cls(title, {key: body[key] for key in body if key not in ("id", name)})


def inline_agent(body: Mapping[str, Any]) -> Agent:
    """Check a new agent; its fields are those of the agents' own resource.

    Raises:
        WrongFieldError: for the first field that is not as documented.
    """
    focus, minutes = _text(body, "agent.focus", required=True), body.get("duration", _MINUTES)
    if focus not in list(Focus):
        raise WrongFieldError(field="agent.focus", rule=f"Expected one of {', '.join(Focus)}.")
    if not isinstance(minutes, int) or isinstance(minutes, bool) or minutes < 1:
        raise WrongFieldError(field="agent.duration", rule="Expected a whole number of minutes.")
    return Agent(
        name=_text(body, "agent.name", required=True),
        type=_text(body, "agent.type") or ONLINE,
        focus=Focus(focus),
        language=_text(body, "agent.language", required=True),
        minutes=minutes,
        level=_text(body, "agent.cefrLevel") or None,
    )


def _last(field: str) -> str:
    return field.rpartition(".")[2]


def _text(body: Mapping[str, Any], field: str, *, required: bool = False) -> str:
    value = body.get(_last(field))
    if value is None and not required:
        return ""
    if not isinstance(value, str) or (required and not value.strip()):
        raise WrongFieldError(
            field=field, rule="Required." if value is None else "Expected a text."
        )
    return value


def _email(body: Mapping[str, Any]) -> str | None:
    address = _text(body, "candidate.email")
    if address and not _EMAIL.fullmatch(address):
        raise WrongFieldError(field="candidate.email", rule="Expected an e-mail address.")
    return address or None


def _day(body: Mapping[str, Any], field: str) -> date:
    text = _text(body, field, required=True)
    try:
        return datetime.fromisoformat(text).date()
    except ValueError as error:
        raise WrongFieldError(field=field, rule="Expected a date in ISO 8601.") from error


def _object(body: Mapping[str, Any], field: str) -> Mapping[str, object]:
    value = body.get(_last(field)) or {}
    if not isinstance(value, dict):
        raise WrongFieldError(field=field, rule="Expected an object.")
    return value


def _skills(body: Mapping[str, Any], field: str) -> list[str]:
    value = body.get(_last(field)) or []
    if not isinstance(value, list):
        raise WrongFieldError(field=field, rule="Expected a list of texts.")
    for skill in value:
        if not isinstance(skill, str) or not skill.strip() or len(skill) > _LONGEST_SKILL:
            raise WrongFieldError(
                field=field, rule=f"Each skill has 1 to {_LONGEST_SKILL} characters."
            )
    return value
