"""The vendor's documented routes: send a recording, poll, list runs, credits, health."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Request, Response
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from services.sandbox.clock import iso
from services.sandbox.rate_limit import RateLimit
from services.sandbox.vendor_api import Clock
from services.sandbox.zenhire.envelope import RefusalError, code_for, refused
from services.sandbox.zenhire.key import Rights, rights_of
from services.sandbox.zenhire.poll_guard import PollGuard
from services.sandbox.zenhire.run_book import Row, RunBook
from services.sandbox.zenhire.run_filter import RunFilter
from services.sandbox.zenhire.status import UNFINISHED
from services.sandbox.zenhire.submission import Form

_ROOT = "/api/v1"
_AT_ONCE = 8
_POLL_SECONDS = 15
Admit = Callable[[Request], Awaitable[Rights]]


def create_app(book: RunBook, *, api_key: str, limit: RateLimit, clock: Clock) -> FastAPI:
    """Build ZenHire's API; what it refuses, it refuses in its own envelope."""
    app = FastAPI(title="ZenHire")
    admit = _admission(api_key, limit)
    app.include_router(_speech_router(book, admit=admit, clock=clock), prefix=_ROOT)
    app.include_router(_list_router(book, admit=admit), prefix=_ROOT)
    app.include_router(_universal_router(book, admit=admit, clock=clock), prefix=_ROOT)

    async def answer(_request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException):
            status = error.status_code
            error = RefusalError(status, code_for(status), str(error.detail))
        if not isinstance(error, RefusalError):
            error = RefusalError(500, code_for(500), "Something went wrong.")
        return refused(error, clock=clock)

    app.add_exception_handler(RefusalError, answer)
    app.add_exception_handler(HTTPException, answer)
    return app


def _admission(api_key: str, limit: RateLimit) -> Admit:
    async def admit(request: Request) -> Rights:
        rights = rights_of(request.headers.get("x-api-key"), api_key=api_key)
        if seconds := limit.wait_seconds():
            message = "Too many requests."
            raise RefusalError(429, "RATE_LIMIT_EXCEEDED", message, retry_after_s=seconds)
        return rights

    return admit


def _speech_router(book: RunBook, *, admit: Admit, clock: Clock) -> APIRouter:
    router = APIRouter(prefix="/speech", tags=["Speech"])
    guard = PollGuard(clock)

    @router.post("/analyze")
    async def submit(request: Request, rights: Annotated[Rights, Depends(admit)]) -> Response:
        async with request.form() as parts:
            submission = (await _form(parts)).read()
        if submission.language != "en" and not rights.multilingual:
            message = "This account scores English only."
            raise RefusalError(403, "MULTILINGUAL_NOT_ENABLED", message)
        made = book.submit(submission)
        return JSONResponse(_taken_in(made.run_id, active=len(book.under_way)), 202)

    @router.get("/analyze/{run_id}", dependencies=[Depends(admit)])
    async def poll(run_id: str) -> Response:
        if not book.knows(run_id):
            raise RefusalError(404, code_for(404), "There is no run of this id.")
        if book.status(run_id) in UNFINISHED:
            guard.admit(run_id)
        return JSONResponse(book.body(run_id))

    return router


def _list_router(book: RunBook, *, admit: Admit) -> APIRouter:
    router = APIRouter(prefix="/speech", tags=["Speech"], dependencies=[Depends(admit)])

    @router.get("/runs")
    async def runs(request: Request) -> Response:
        wanted = RunFilter.read(request.query_params)
        found = [row for row in book.rows() if wanted.lets_through(row)]
        listed = [_listed(row) for row in found[: wanted.limit]]
        return JSONResponse({"runs": listed, "total": len(found), "limit": wanted.limit})

    return router


def _universal_router(book: RunBook, *, admit: Admit, clock: Clock) -> APIRouter:
    router = APIRouter(tags=["Universal"])

    @router.get("/credits", dependencies=[Depends(admit)])
    async def credits_left() -> Response:
        account = book.account
        return JSONResponse(
            {
                "balance": account.balance,
                "held": account.held,
                "available": account.available,
                "usage": {"runs": len(book.finished), "deducted": _sum_of_costs(book)},
                "transactions": [
                    {"runId": made.run_id, "amount": -cost, "serviceType": "speech"}
                    for made, cost in reversed(book.finished)
                ],
            }
        )

    @router.get("/health")
    async def health() -> Response:
        return JSONResponse({"status": "ok", "timestamp": iso(clock())})

    return router


async def _form(parts: FormData) -> Form:
    audio = parts.get("audio")
    return Form(
        audio=await audio.read() if isinstance(audio, UploadFile) else None,
        fields={name: value for name, value in parts.items() if isinstance(value, str)},
        tags=[value for value in parts.getlist("tags") if isinstance(value, str)],
    )


def _taken_in(run_id: str, *, active: int) -> dict[str, object]:
    return {
        "id": run_id,
        "status": "queued",
        "queuePosition": max(0, active - _AT_ONCE),
        "activeRequests": active,
        "pollIntervalSeconds": _POLL_SECONDS,
    }


def _listed(row: Row) -> dict[str, object]:
    return {
        "id": row.run_id,
        "externalId": row.external_id,
        "status": row.status,
        "serviceType": "speech",
        "createdAt": iso(row.submitted_at),
    }


def _sum_of_costs(book: RunBook) -> int:
    return sum(cost for _, cost in book.finished)
