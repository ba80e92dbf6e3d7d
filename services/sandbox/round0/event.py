"""What a webhook says: the interview without its transcript, the job and the candidate."""

from datetime import datetime
from typing import Any

from services.sandbox.draw import identifier
from services.sandbox.round0.interview import Standing
from services.sandbox.round0.moment import moment
from services.sandbox.round0.plan import Plan
from services.sandbox.round0.sitting import ended_at, sit
from services.sandbox.round0.status import Status
from services.sandbox.vendor_api import Happening

_WORDS = {Status.IN_PROGRESS: "interview_started", Status.COMPLETED: "interview_ended"}
_SECONDS_A_CREDIT = 15 * 60


def happening(plan: Plan, standing: Standing, *, at: datetime) -> Happening | None:
    """Return what is told when an interview gets to a status, or None for a silent one."""
    word = _WORDS.get(Status(standing.status))
    if word is None:
        return None
    body = {
        # The same event has the same id however often it is sent.
        "id": f"evt_{identifier(plan.key, word).replace('-', '')}",
        "type": word,
        "created": int(at.timestamp()),
        "data": {
            "interview": _interview(plan, standing),
            "job": _job(plan),
            "candidate": _candidate(plan),
        },
    }
    return Happening("round0", word, body)


def estimated_credits(plan: Plan) -> int:
    """Return one credit for every fifteen minutes begun."""
    return -(-plan.estimated_seconds // _SECONDS_A_CREDIT)


def _interview(plan: Plan, standing: Standing) -> dict[str, Any]:
    told = {
        "id": plan.interview_id,
        "token": plan.token,
        "status": standing.status,
        "estimated_duration_seconds": plan.estimated_seconds,
        "estimated_credits": estimated_credits(plan),
        "started_at": moment(standing.started_at),
        "expires_at": moment(plan.expires_at),
        "created_at": moment(plan.created_at),
    }
    if standing.status == Status.COMPLETED:
        told["completed_at"] = moment(ended_at(sit(plan, started_at=standing.started_at)))
    return told


def _job(plan: Plan) -> dict[str, Any]:
    job = plan.job
    return {
        "id": job.job_id,
        "title": job.title,
        "department": job.department,
        "location": job.location,
    }


def _candidate(plan: Plan) -> dict[str, Any]:
    return {
        "id": plan.candidate_id,
        "name": plan.person.name,
        "email": plan.email,
        "title": None,
    }
