"""The route that invites somebody; with an Idempotency-Key, the same key invites once."""

import asyncio
from collections.abc import Callable
from hashlib import sha256

from fastapi import APIRouter, HTTPException, Request, Response
from starlette.responses import JSONResponse

from services.sandbox.round0.event import estimated_credits
from services.sandbox.round0.invitation import Invitation
from services.sandbox.round0.json_body import decoded
from services.sandbox.round0.library import Library
from services.sandbox.round0.moment import moment
from services.sandbox.round0.plan import Plan

_SLACK_SECONDS = 0.02
"""How much later than its step somebody looks, since two clocks are never quite the same."""


def invitation_router(library: Library, *, step_seconds: float | None) -> APIRouter:
    """Return the route below `/invitations`."""
    router = APIRouter(tags=["Invitations"])
    answered: dict[str, tuple[str, bytes]] = {}

    @router.post("/invitations")
    async def invite(request: Request) -> Response:
        key = request.headers.get("idempotency-key")
        digest = sha256(await request.body()).hexdigest()
        if key in answered:
            return _again(answered[key], digest)
        made = library.create(Invitation.read(await decoded(request)))
        _look_later(library.catch_up, step_seconds)
        answer = JSONResponse(_body(made, base_url=_base_url(request)), 201)
        if key:
            answered[key] = digest, bytes(answer.body)
        return answer

    return router


def _again(before: tuple[str, bytes], digest: str) -> Response:
    if before[0] != digest:
        raise HTTPException(409, "This Idempotency-Key was used with another body.")
    return Response(before[1], 201, media_type="application/json")


def _look_later(look: Callable[[], None], step_seconds: float | None) -> None:
    """Let the two steps of a new interview happen in time, although nobody asks for it."""
    if step_seconds:
        loop = asyncio.get_running_loop()
        for number in (1, 2):
            loop.call_later(number * step_seconds + _SLACK_SECONDS, look)


def _base_url(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}"


def _body(made: Plan, *, base_url: str) -> dict[str, object]:
    return {
        "id": made.interview_id,
        "status": made.status,
        "interview_url": f"{base_url}/round0/interview/{made.token}",
        "candidate": {"id": made.candidate_id, "name": made.person.name, "email": made.email},
        "job": {"id": made.job.job_id, "title": made.job.title},
        "estimated_credits": estimated_credits(made),
        "created_at": moment(made.created_at),
        "expires_at": moment(made.expires_at),
    }
