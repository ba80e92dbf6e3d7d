"""One interview's body: the documented fields, from its plan."""

from datetime import datetime, timedelta
from typing import Any

from services.sandbox.clock import iso
from services.sandbox.draw import stream
from services.sandbox.instaview.analysis import analysis
from services.sandbox.instaview.breakage import break_body
from services.sandbox.instaview.call import call_attempts, held_at, length_s
from services.sandbox.instaview.plan import Plan
from services.sandbox.instaview.stage import Stage


def interview_body(plan: Plan, *, base_url: str) -> dict[str, Any]:
    """Return the body that a plan leads to; links begin with the URL."""
    is_held = plan.stage.is_held
    ended_at = held_at(plan) + timedelta(seconds=length_s(plan))
    body: dict[str, Any] = {
        "id": plan.interview_id,
        "candidateId": plan.candidate_id,
        "agentId": plan.agent_id,
        "jobId": plan.job_id,
        "status": _spelled(plan),
        "scheduledAt": iso(plan.scheduled_at),
        "createdAt": iso(plan.created_at),
        "updatedAt": iso(_news_at(plan, ended_at)),
        "finishedDate": iso(ended_at) if is_held else None,
        "durationMinutes": length_s(plan) // 60 if is_held else None,
        "metadata": {"synthetic": True, **plan.metadata},
        "callAttempts": call_attempts(plan, base_url=base_url),
        "analysis": analysis(plan, ended_at=ended_at),
    }
    break_body(body, plan)
    return body


def _spelled(plan: Plan) -> str:
    """Return the status as one of the vendor's pages spells it: they disagree."""
    chance = stream(plan.key, "spelling").random()
    if chance < 0.15:
        return plan.stage.status.lower()
    if plan.stage is Stage.CANCELLED and chance < 0.55:
        return "CANCELED"
    return plan.stage.status


def _news_at(plan: Plan, ended_at: datetime) -> datetime:
    if plan.stage.is_held:
        return ended_at + timedelta(minutes=3)
    if plan.stage in (Stage.SCHEDULED, Stage.CANCELLED):
        return plan.created_at
    return held_at(plan)
