"""The vendor's API as an app: the gate that every request passes, and the routes behind it."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from services.sandbox.instaview.agent import Agents
from services.sandbox.instaview.desk import Desk
from services.sandbox.instaview.envelope import RefusedError, failure
from services.sandbox.instaview.interview_routes import interview_router
from services.sandbox.instaview.job import Jobs
from services.sandbox.instaview.library import Library
from services.sandbox.instaview.quota import Quota
from services.sandbox.instaview.resource_routes import resource_router
from services.sandbox.instaview.scopes import scopes_by_key, scopes_of
from services.sandbox.options import SandboxOptions

_Next = Callable[[Request], Awaitable[Response]]


def create_app(
    options: SandboxOptions, *, library: Library, clock: Callable[[], datetime]
) -> FastAPI:
    """Build the API; what it refuses, it refuses in its own envelope, but for the 429."""
    app = FastAPI(title="InstaView", openapi_url=None)
    jobs = Jobs(options.seed, today=options.today)
    agents = Agents(options.seed, today=options.today)
    desk = Desk(options, library=library, jobs=jobs, agents=agents, clock=clock)
    app.include_router(resource_router(library.roster, jobs=jobs, agents=agents, clock=clock))
    app.include_router(interview_router(options, library=library, desk=desk, clock=clock))
    app.middleware("http")(_gate(options, library=library, clock=clock))

    async def refused(_request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException):
            error = RefusedError(error.status_code, str(error.detail))
        if not isinstance(error, RefusedError):
            error = RefusedError(500, "Something went wrong.")
        return failure(error, now=clock())

    app.add_exception_handler(RefusedError, refused)
    app.add_exception_handler(HTTPException, refused)
    return app


def _gate(
    options: SandboxOptions, *, library: Library, clock: Callable[[], datetime]
) -> Callable[[Request, _Next], Awaitable[Response]]:
    """Return what asks for the key, counts the request, and lets time pass for the interviews."""
    known = scopes_by_key(options.api_key)
    quota = Quota(options.requests_per_minute, clock=clock)

    async def admit(request: Request, call_next: _Next) -> Response:
        scopes = scopes_of(request.headers.get("authorization", ""), known)
        if scopes is None:
            return failure(RefusedError(401, "The key is missing or wrong."), now=clock())
        if refusal := quota.refusal():
            return refusal
        library.catch_up()
        request.state.scopes = scopes
        answer = await call_next(request)
        answer.headers.update(quota.headers())
        return answer

    return admit
