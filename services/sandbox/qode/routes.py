"""The vendor's documented routes: get an interview, create one."""

import json
from datetime import timedelta
from secrets import compare_digest
from typing import Any

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError

from services.sandbox.clock import iso
from services.sandbox.draw import identifier
from services.sandbox.qode.envelope import refusal
from services.sandbox.qode.invitation import Invitation, InvitationError
from services.sandbox.qode.library import Library
from services.sandbox.qode.plan import Plan
from services.sandbox.rate_limit import RateLimit

_PATH = "/api/v1/integrations/candidates/interviews"
_INVITATION_HOURS = 72


def create_app(library: Library, *, api_key: str, limit: RateLimit) -> FastAPI:
    """Build Qode's API; what it refuses, it refuses in its own envelope."""
    app = FastAPI(title="Qode")
    app.include_router(vendor_router(library, api_key=api_key, limit=limit))
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _not_understood)
    return app


def vendor_router(library: Library, *, api_key: str, limit: RateLimit) -> APIRouter:
    """Return the routes below `/api/v1`; each asks for the key and counts the request."""

    async def admit(request: Request) -> None:
        if not _has_key(request, api_key):
            raise HTTPException(401, "Unauthorized: the key is missing or wrong.")
        if seconds := limit.wait_seconds():
            raise HTTPException(429, "Too many requests.", {"Retry-After": str(seconds)})

    router = APIRouter(tags=["Qode"], dependencies=[Depends(admit)])

    @router.get(f"{_PATH}/{{interview_id}}")
    async def get_interview(request: Request, interview_id: str) -> Response:
        body = library.body(interview_id, base_url=_base_url(request))
        if body is None:
            return refusal(404, "Interview not found.")
        return Response(body, media_type="application/json")

    @router.post(_PATH)
    async def create_interview(request: Request) -> Response:
        try:
            invitation = Invitation.read(_decoded(await request.body()))
        except InvitationError as error:
            return refusal(403, error.issues)
        made = library.create(invitation)
        answer = _created(made, invitation, base_url=_base_url(request))
        return Response(json.dumps(answer), media_type="application/json")

    return router


def _has_key(request: Request, api_key: str) -> bool:
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    return scheme.lower() == "bearer" and compare_digest(key.encode(), api_key.encode())


def _base_url(request: Request) -> str:
    """Return the address of the whole sandbox, fit to stand inside a JSON text."""
    return json.dumps(f"{request.url.scheme}://{request.url.netloc}/")[1:-1]


def _decoded(body: bytes) -> object:
    try:
        return json.loads(body)
    except ValueError as error:
        issue = {"path": "", "message": "Expected a JSON object."}
        raise InvitationError([issue]) from error


def _created(made: Plan, invitation: Invitation, *, base_url: str) -> dict[str, Any]:
    return {
        "interview_id": made.interview_id,
        "candidate_id": made.candidate_id,
        "iframe_url": f"{base_url}interview/{identifier(made.key, 'link')[:8]}",
        "expires_at": iso(made.scheduled_at + timedelta(hours=_INVITATION_HOURS)),
        "email": made.person.email,
        "talent_id": invitation.talent_id,
        "completion_status": made.status.value,
        "session_id": identifier(made.key, "session"),
    }


async def _refused(_request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        return refusal(500, "Something went wrong.")
    return refusal(error.status_code, str(error.detail), headers=error.headers)


async def _not_understood(_request: Request, error: Exception) -> Response:
    issues = error.errors() if isinstance(error, RequestValidationError) else ()
    sentences = "; ".join(f"{issue['loc'][-1]}: {issue['msg']}" for issue in issues)
    return refusal(422, f"The body is not what this route takes. {sentences}")
