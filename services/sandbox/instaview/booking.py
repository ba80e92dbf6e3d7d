"""The body with which an interview is created: the rules that need nothing but the body."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from services.sandbox.instaview.agent import Agent
from services.sandbox.instaview.envelope import WrongFieldError
from services.sandbox.instaview.inline import InlineCandidate, InlineJob, inline_agent

_MOST_DAYS_AHEAD = 30
_KINDS: dict[str, tuple[type, str]] = {
    "candidateId": (str, "a text"),
    "candidate": (dict, "an object"),
    "agentId": (str, "a text"),
    "agent": (dict, "an object"),
    "jobId": (str, "a text"),
    "job": (dict, "an object"),
    "scheduleTime": (str, "a time in ISO 8601"),
    "isTest": (bool, "true or false"),
    "metadata": (dict, "an object"),
    "companyId": (str, "a text"),
}


@dataclass(frozen=True)
class Booking:
    """Who is to be interviewed, by whom, for what and when; ids are not looked up yet."""

    agent_id: str | None
    agent: Agent | None
    candidate_id: str | None
    candidate: InlineCandidate | None
    job_id: str | None
    """Of an existing job: the body's own, or the inline candidate's."""
    job: InlineJob | None
    schedule_time: datetime | None
    is_test: bool
    metadata: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def read(cls, body: object, *, now: datetime) -> "Booking":
        """Check a decoded body. Fields that are not documented are passed over.

        Raises:
            WrongFieldError: for the first rule that is broken.
        """
        if not isinstance(body, dict):
            raise WrongFieldError(field="body", rule="Expected a JSON object.")
        _check_kinds(body)
        _check_choices(body)
        given = {name: body[name] for name in _KINDS if body.get(name) is not None}
        candidate = _candidate(given)
        return cls(
            agent_id=given.get("agentId"),
            agent=inline_agent(given["agent"]) if "agent" in given else None,
            candidate_id=given.get("candidateId"),
            candidate=candidate,
            job_id=given.get("jobId") or (candidate.job_id if candidate else None),
            job=InlineJob.read(given["job"]) if "job" in given else None,
            schedule_time=_schedule_time(given.get("scheduleTime"), now=now),
            is_test=given.get("isTest", False),
            metadata=given.get("metadata", {}),
        )


def _check_kinds(body: Mapping[str, Any]) -> None:
    for name, (kind, words) in _KINDS.items():
        value = body.get(name)
        if value is not None and not isinstance(value, kind):
            raise WrongFieldError(field=name, rule=f"Expected {words}.")


def _check_choices(body: Mapping[str, Any]) -> None:
    for known, new in (("agentId", "agent"), ("candidateId", "candidate")):
        if (body.get(known) is None) == (body.get(new) is None):
            raise WrongFieldError(field=known, rule=f"Give either {known} or {new}.")
    if body.get("job") is not None and body.get("jobId") is not None:
        raise WrongFieldError(field="jobId", rule="Cannot be combined with job.")


def _candidate(given: Mapping[str, Any]) -> InlineCandidate | None:
    if "candidate" not in given:
        return None
    candidate = InlineCandidate.read(given["candidate"])
    if candidate.job_id and given.keys() & {"job", "jobId"}:
        raise WrongFieldError(field="candidate.jobId", rule="Cannot be combined with job or jobId.")
    return candidate


def _schedule_time(text: str | None, *, now: datetime) -> datetime | None:
    if text is None:
        return None
    try:
        wanted = datetime.fromisoformat(text)
    except ValueError as error:
        raise WrongFieldError(field="scheduleTime", rule="Expected a time in ISO 8601.") from error
    # A time without an offset is taken as UTC; the vendor honours offsets.
    wanted = wanted if wanted.tzinfo else wanted.replace(tzinfo=now.tzinfo)
    if wanted <= now:
        raise WrongFieldError(field="scheduleTime", rule="Must lie in the future.")
    if wanted > now + timedelta(days=_MOST_DAYS_AHEAD):
        raise WrongFieldError(field="scheduleTime", rule=f"At most {_MOST_DAYS_AHEAD} days ahead.")
    return wanted
