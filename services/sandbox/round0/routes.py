"""The vendor's documented routes: interviews, their questions, invitations and jobs."""

from collections.abc import Awaitable, Callable
from secrets import compare_digest

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request, Response
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.middleware.base import RequestResponseEndpoint
from starlette.responses import JSONResponse

from services.sandbox.options import SandboxOptions
from services.sandbox.round0.audio import AudioLinks, audio_router
from services.sandbox.round0.envelope import refusal
from services.sandbox.round0.interview import interview, questions
from services.sandbox.round0.invitations import invitation_router
from services.sandbox.round0.job_posting import JobPosting
from services.sandbox.round0.json_body import decoded
from services.sandbox.round0.library import Library
from services.sandbox.round0.quota import Quota
from services.sandbox.round0.refused_body import RefusedBodyError

_ROOT = "/api/v1"
_NOT_FOUND = "Interview not found"


def create_app(
    library: Library, *, options: SandboxOptions, quota: Quota, links: AudioLinks
) -> FastAPI:
    """Build round0's API; what it refuses, it refuses in its own envelope."""
    app = FastAPI(title="round0")
    admit = _admission(options.api_key, quota)
    for router in (
        _interview_router(library, links),
        _job_router(library),
        invitation_router(library, step_seconds=options.step_seconds),
    ):
        app.include_router(router, prefix=_ROOT, dependencies=[Depends(admit)])
    app.include_router(audio_router(links))
    app.add_exception_handler(StarletteHTTPException, _refused)
    app.add_exception_handler(RefusedBodyError, _refused)

    app.middleware("http")(_quota_teller(quota))
    return app


def _quota_teller(
    quota: Quota,
) -> Callable[[Request, RequestResponseEndpoint], Awaitable[Response]]:
    async def tell_quota(request: Request, answer: RequestResponseEndpoint) -> Response:
        response = await answer(request)
        if _ROOT in request.url.path:
            response.headers.update(quota.headers())
        return response

    return tell_quota


def _admission(api_key: str, quota: Quota) -> Callable[[Request], Awaitable[None]]:
    without_package = f"{api_key}-no-package"

    async def admit(request: Request) -> None:
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and compare_digest(key.encode(), without_package.encode()):
            raise HTTPException(403, "An active Connectivity Package is required to use the API.")
        if scheme.lower() != "bearer" or not compare_digest(key.encode(), api_key.encode()):
            raise HTTPException(401, "The API key is missing or wrong.")
        if seconds := quota.take():
            raise HTTPException(429, f"Rate limit exceeded. Please retry after {seconds} seconds.")

    return admit


def _interview_router(library: Library, links: AudioLinks) -> APIRouter:
    router = APIRouter(tags=["Interviews"])

    @router.get("/interviews/{interview_id}")
    async def get_interview(request: Request, interview_id: str) -> Response:
        if not library.knows(interview_id):
            return refusal(404, _NOT_FOUND)
        sign = links.signer(f"{request.url.scheme}://{request.url.netloc}")
        standing = library.standing(interview_id)
        return JSONResponse(interview(library.plan(interview_id), standing, sign=sign))

    @router.get("/interviews/{interview_id}/questions")
    async def get_questions(interview_id: str) -> Response:
        if not library.knows(interview_id):
            return refusal(404, _NOT_FOUND)
        return JSONResponse(questions(library.plan(interview_id)))

    return router


def _job_router(library: Library) -> APIRouter:
    router = APIRouter(tags=["Jobs"])

    @router.get("/jobs")
    async def list_jobs() -> Response:
        return JSONResponse({"jobs": [job.body() for job in library.jobs]})

    @router.post("/jobs")
    async def create_job(request: Request) -> Response:
        return JSONResponse(library.post(JobPosting.read(await decoded(request))).body(), 201)

    return router


async def _refused(_request: Request, error: Exception) -> Response:
    if isinstance(error, StarletteHTTPException):
        return refusal(error.status_code, str(error.detail), headers=error.headers)
    return refusal(400, str(error))
