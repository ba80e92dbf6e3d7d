"""Call attempts: every time that a phone rang for an interview, and what came of it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from services.sandbox.clock import iso
from services.sandbox.draw import identifier, stream
from services.sandbox.instaview import phrases
from services.sandbox.instaview.plan import Plan
from services.sandbox.instaview.stage import Stage

_RINGS = 3
"""How often it is tried when nobody answers."""
_HOURS_BETWEEN = 2


def length_s(plan: Plan) -> int:
    """Return how long the conversation was, in seconds; about as long as its agent plans for."""
    rng = stream(plan.key, "length")
    return round(plan.agent.minutes * 60 * rng.uniform(0.7, 1.2))


def call_attempts(plan: Plan, *, base_url: str) -> list[dict[str, Any]]:
    """Return the attempts of an interview by phone, the first one first; none for an online one."""
    if not plan.by_phone:
        return []
    return list(_attempts(plan, base_url))


def held_at(plan: Plan) -> datetime:
    """Return when the conversation began: later than planned where nobody answered at first."""
    return plan.scheduled_at + timedelta(hours=_HOURS_BETWEEN * _unanswered(plan))


def last_attempt_id(plan: Plan) -> str | None:
    """Return the id of the attempt that the latest news is about."""
    attempts = call_attempts(plan, base_url="")
    return attempts[-1]["id"] if attempts else None


def _unanswered(plan: Plan) -> int:
    if not plan.by_phone or not (plan.stage.is_held or plan.stage is Stage.FAILED):
        return 0
    return int(stream(plan.key, "calls").random() < 0.25)


def _attempts(plan: Plan, base_url: str) -> Iterator[dict[str, Any]]:
    rings = _RINGS if plan.stage is Stage.NO_ANSWER else _unanswered(plan)
    for number in range(rings):
        yield _attempt(plan, number, status="FAILED", reason="NO_ANSWER")
    if plan.stage.is_held:
        recording = f"{base_url}/media/recording.webm"
        answered = _attempt(plan, rings, status="COMPLETED", duration=length_s(plan))
        yield answered | {"recordingUrl": recording}
    elif plan.stage is Stage.FAILED:
        seconds = length_s(plan) // 4
        yield _attempt(plan, rings, status="FAILED", reason="CALL_DROPPED", duration=seconds)
    elif plan.stage is not Stage.NO_ANSWER:
        yield _attempt(plan, rings, status=plan.stage.status)


def _attempt(
    plan: Plan, number: int, *, status: str, reason: str | None = None, duration: int | None = None
) -> dict[str, Any]:
    due_at = plan.scheduled_at + timedelta(hours=_HOURS_BETWEEN * number)
    called = status not in ("SCHEDULED", "CANCELLED")
    return {
        "id": identifier(plan.key, "call", number),
        "direction": "OUTBOUND",
        "status": status,
        "reasonCode": reason,
        "notes": phrases.CALL_NOTES.get(reason or ""),
        "retryNumber": number,
        "recordingUrl": None,
        "duration": duration,
        "scheduledAt": iso(due_at),
        "calledAt": iso(due_at + timedelta(seconds=4)) if called else None,
    }
