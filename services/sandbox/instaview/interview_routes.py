"""The routes of interviews: list a candidate's, get, create and delete one."""

import asyncio
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, cast

from fastapi import APIRouter, Request, Response

from services.sandbox.instaview.admission import needs
from services.sandbox.instaview.booking import Booking
from services.sandbox.instaview.desk import Desk
from services.sandbox.instaview.envelope import UnknownResourceError, WrongFieldError, success
from services.sandbox.instaview.library import Library
from services.sandbox.instaview.paging import Page, as_guide
from services.sandbox.options import SandboxOptions

_READ_OTHERS = ("read:candidates", "read:agents")


def interview_router(
    options: SandboxOptions, *, library: Library, desk: Desk, clock: Callable[[], datetime]
) -> APIRouter:
    """Return the routes; lists have the shape of the guide."""
    router = APIRouter(tags=["InstaView"])
    _add_list(router, library, clock)
    _add_one(router, library, clock)
    _add_create(router, desk, _Ticker(library, step_seconds=options.step_seconds), clock)
    return router


def _add_list(router: APIRouter, library: Library, clock: Callable[[], datetime]) -> None:
    @router.get("/interviews", dependencies=[needs("read:interviews", *_READ_OTHERS)])
    async def list_interviews(request: Request) -> Response:
        query = request.query_params
        page, candidate_id = Page.read(query), query.get("candidateId")
        if not candidate_id:
            raise WrongFieldError(field="candidateId", rule="Required.")
        bodies = [_without_analysis(library, key) for key in library.ids_of(candidate_id)]
        found = [
            body
            for body in bodies
            if query.get("agentId") in (None, body["agentId"])
            and query.get("status", "").upper() in ("", body["status"].upper())
        ]
        return success(as_guide(page.of(found, dict), page, total=len(found)), now=clock())


def _add_one(router: APIRouter, library: Library, clock: Callable[[], datetime]) -> None:
    @router.get("/interviews/{interview_id}", dependencies=[needs("read:interviews")])
    async def get_interview(request: Request, interview_id: str) -> Response:
        if not library.knows(interview_id):
            raise UnknownResourceError(kind="Interview", wanted=interview_id)
        return success(library.body(interview_id, base_url=base_url(request)), now=clock())

    @router.delete("/interviews/{interview_id}", dependencies=[needs("delete:interviews")])
    async def delete_interview(interview_id: str) -> Response:
        if not library.knows(interview_id):
            raise UnknownResourceError(kind="Interview", wanted=interview_id)
        library.delete(interview_id)
        return success(data=True, now=clock())


def _add_create(
    router: APIRouter, desk: Desk, ticker: "_Ticker", clock: Callable[[], datetime]
) -> None:
    @router.post("/interviews", dependencies=[needs("write:interviews", *_READ_OTHERS)])
    async def create_interview(request: Request) -> Response:
        made = desk.book(Booking.read(_decoded(await request.body()), now=clock()))
        ticker.start()
        body = ticker.library.body(made.interview_id, base_url=base_url(request))
        return success(body, now=clock(), status=201)


class _Ticker:
    """Looks at the clock from time to time, so that webhooks go out though nobody asks."""

    def __init__(self, library: Library, *, step_seconds: float | None) -> None:
        self.library = library
        self._step_s = step_seconds
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look, unless it does already; it ends by itself when all have arrived."""
        if self._step_s and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._run(self._step_s))

    async def _run(self, step_s: float) -> None:
        is_moving = True
        while is_moving:
            await asyncio.sleep(step_s)
            is_moving = self.library.catch_up()


def base_url(request: Request) -> str:
    """Return the address of the whole sandbox, without a slash at its end."""
    return f"{request.url.scheme}://{request.url.netloc}"


def _without_analysis(library: Library, interview_id: str) -> dict[str, Any]:
    """Return an interview as a list shows it: the analysis is left to the single request."""
    body = library.body(interview_id, base_url="")
    return {key: value for key, value in body.items() if key not in ("analysis", "callAttempts")}


def _decoded(body: bytes) -> object:
    try:
        found = json.loads(body)
        # What Python reads and JSON has no words for (NaN, halves of characters) is no JSON.
        json.dumps(found, allow_nan=False, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise WrongFieldError(field="body", rule="Expected a JSON object.") from error
    return cast(object, found)
