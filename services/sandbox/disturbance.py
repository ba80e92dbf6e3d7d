"""The faults in the way of a request: an ASGI layer around the vendor's routes."""

import asyncio
import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services.sandbox.distortion import hostile
from services.sandbox.fault_book import FaultBook
from services.sandbox.faults import Faults
from services.sandbox.vendor_api import Body, VendorSandbox

_PAGE = "<!doctype html><title>Gateway</title><h1>We will be back soon</h1><p>Synthetic page."


class Disturbance:
    """Lets requests to one vendor's routes through, or does to them what the fault book says."""

    def __init__(self, app: ASGIApp, *, book: FaultBook, sandbox: VendorSandbox) -> None:
        self._app = app
        self._book = book
        self._sandbox = sandbox

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        interview_id = self._sandbox.subject(scope["path"])
        faults = self._book.of(interview_id)
        number, rng = self._book.ask(interview_id)
        if faults.latency_s:
            await asyncio.sleep(faults.latency_s)
        if refused := self._refused(faults, number, rng):
            await refused(scope, receive, send)
        elif rng.random() < faults.drop:
            await _hang_up(scope)
        else:
            await self._answer(scope, receive, send, faults=faults, rng=rng)

    async def _answer(
        self, scope: Scope, receive: Receive, send: Send, *, faults: Faults, rng: Random
    ) -> None:
        """Take the sound answer, and spoil what is asked to be spoiled."""
        messages: list[Message] = []

        async def keep(message: Message) -> None:
            messages.append(message)

        await self._app(scope, receive, keep)
        start, body = messages[0], b"".join(part.get("body", b"") for part in messages[1:])
        headers = MutableHeaders(raw=start["headers"])
        is_interview = (
            start["status"] == 200
            and scope["method"] == "GET"
            and headers.get("content-type") == "application/json"
        )
        if is_interview:
            body = self._distorted(body, faults, self._sandbox.subject(scope["path"]))
        if is_interview and rng.random() < faults.truncate:
            body = body[: len(body) * 2 // 3]
        # The length that an answer to HEAD tells is the one of the body that it leaves out.
        if scope["method"] != "HEAD":
            headers["content-length"] = str(len(body))
        await send(start)
        if rng.random() < faults.cut:
            await send(
                {"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True}
            )
            await _hang_up(scope)
        else:
            await send({"type": "http.response.body", "body": body})

    def _distorted(self, body: bytes, faults: Faults, interview_id: str) -> bytes:
        chosen = [
            way
            for name, share, way in self._ways(faults)
            if self._book.strikes_interview(share, fault=name, interview_id=interview_id)
        ]
        if not chosen:
            return body
        content: dict[str, Any] = json.loads(body)
        for way in chosen:
            content = way(content)
        return json.dumps(content).encode()

    def _ways(self, faults: Faults) -> Sequence[tuple[str, float, Callable[[Body], Body]]]:
        ways = self._sandbox.distortions
        return (
            ("long", faults.long, ways.long),
            ("hostile", faults.hostile, lambda body: hostile(body, ways.structural)),
            ("wrong_types", faults.wrong_types, ways.wrong_types),
        )

    def _refused(self, faults: Faults, number: int, rng: Random) -> Response | None:
        if number <= faults.burst:
            wait = {"Retry-After": str(faults.retry_after_s)}
            return self._sandbox.refuse(429, "Too many requests.", headers=wait)
        for status, share in faults.statuses:
            if rng.random() < share:
                return self._sandbox.refuse(status, f"Synthetic fault {status}.")
        if rng.random() < faults.html:
            return HTMLResponse(_PAGE)
        return None


async def _hang_up(scope: Scope) -> None:
    """Close the connection and wait until the server has seen it; see `server.py`."""
    scope["state"]["transport"].close()
    await scope["state"]["closed"].wait()
