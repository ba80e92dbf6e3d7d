"""Creation: what a person filled in as the body of a new interview, every rule checked before.

A job is named in one way only: where several are given, InstaView would take `job` before `jobId`
before `candidate.jobId`, or refuse; which of them was meant is not for us to guess.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from pydantic import JsonValue

from services.models.cefr import LEVELS
from services.models.scheduling import Answers, NewInterviewRequest, Scheduling
from services.vendors.instaview.entries import Entries, refuse
from services.vendors.instaview.form import EXPERIENCE, FIELDS, FOCUSES
from services.vendors.instaview.new_candidate import new_candidate
from services.vendors.instaview.new_job import new_job

_FARTHEST = timedelta(days=30)
_LONGEST = 600


def prepare(answers: Answers, now: datetime) -> NewInterviewRequest:
    """Return the body of POST /interviews.

    Raises:
        InputError: a rule is broken; the sentence begins with the field's name.
    """
    entries = Entries(answers, known=frozenset(field.name for field in FIELDS))
    body = {
        **_who(entries, now),
        **_by_whom(entries),
        **_for_what(entries),
        **_when(entries, now),
    }
    _check_that_there_is_a_job(body)
    if entries.switch("isTest"):
        body["isTest"] = True
    if metadata := _metadata(entries):
        body["metadata"] = metadata
    return NewInterviewRequest(body=body)


SCHEDULING = Scheduling(FIELDS, prepare)


def _who(entries: Entries, now: datetime) -> dict[str, JsonValue]:
    known = entries.text("candidateId")
    is_new = entries.has_any("candidate.")
    if known and is_new:
        refuse("candidateId", "leave it out for a new candidate, or leave the new one out.")
    if not known and not is_new:
        refuse("candidateId", "name a candidate, or fill in a new one.")
    return {"candidateId": known} if known else {"candidate": new_candidate(entries, now)}


def _by_whom(entries: Entries) -> dict[str, JsonValue]:
    known = entries.text("agentId")
    is_new = entries.has_any("agent.")
    if known and is_new:
        refuse("agentId", "leave it out for a new agent, or leave the new one out.")
    if not known and not is_new:
        refuse("agentId", "name an agent, or fill in a new one.")
    return {"agentId": known} if known else {"agent": _new_agent(entries)}


def _new_agent(entries: Entries) -> dict[str, JsonValue]:
    """Return an agent for interviews online, the one kind whose name is public."""
    agent: dict[str, JsonValue] = {
        "type": "ONLINE",
        "name": entries.required("agent.name", "a new agent needs a name."),
        "focus": entries.choice("agent.focus", FOCUSES) or refuse("agent.focus", "choose one."),
        "language": entries.required("agent.language", "such as EN.").upper(),
    }
    if duration := entries.text("agent.duration"):
        if not (duration.isdecimal() and 1 <= int(duration[:4]) <= _LONGEST):
            refuse("agent.duration", f"a whole number of minutes from 1 to {_LONGEST}.")
        agent["duration"] = int(duration)
    if level := entries.choice("agent.cefrLevel", LEVELS):
        agent["cefrLevel"] = level
    return agent


def _for_what(entries: Entries) -> dict[str, JsonValue]:
    known = entries.text("jobId")
    is_new = entries.has_any("job.")
    if known and is_new:
        refuse("jobId", "leave it out for a new job, or leave the new one out: never both.")
    if (known or is_new) and entries.text("candidate.jobId"):
        refuse("candidate.jobId", "leave it out where “jobId” or a new job is given.")
    if is_new:
        return {"job": new_job(entries, EXPERIENCE)}
    return {"jobId": known} if known else {}


def _check_that_there_is_a_job(body: Mapping[str, JsonValue]) -> None:
    """Refuse what can't be resolved: only a known candidate brings a job along."""
    candidate, agent = body.get("candidate"), body.get("agent")
    if not isinstance(candidate, dict) or not isinstance(agent, dict):
        return
    has_job = "job" in body or "jobId" in body or "jobId" in candidate
    if agent["focus"] != "GENERIC" and not has_job:
        refuse("jobId", f"a new candidate's interview for {agent['focus']} needs a job.")


def _when(entries: Entries, now: datetime) -> dict[str, JsonValue]:
    when = entries.moment("scheduleTime")
    if when is None:
        return {}
    if when <= now:
        refuse("scheduleTime", "it is over; give a time to come, or none to begin at once.")
    if when > now + _FARTHEST:
        refuse("scheduleTime", f"at most {_FARTHEST.days} days ahead.")
    return {"scheduleTime": when.astimezone(UTC).isoformat().replace("+00:00", "Z")}


def _metadata(entries: Entries) -> dict[str, JsonValue]:
    found: dict[str, JsonValue] = {}
    for line in entries.lines("metadata"):
        name, colon, value = line.partition(":")
        if not colon or not name.strip():
            refuse(
                "metadata", f"“{line[:40]}” is no name with a value, such as requisition: REQ-7."
            )
        found[name.strip()] = value.strip()
    return found
