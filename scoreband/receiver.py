"""The receiver of webhooks as an ASGI app: read a little, check, keep, answer within a second."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Final

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.requests import ClientDisconnect

from scoreband.output import one_line
from services.errors import (
    NothingFoundError,
    ScorebandError,
    WebhookRefusedError,
    WebhookUnsignedError,
)
from services.use_cases.webhooks import Receipt, Webhooks
from services.use_cases.worker import Worker

_log = logging.getLogger(__name__)
MOST_BYTES: Final = 1_000_000
_MOST_AT_ONCE: Final = 64
_READS_FOR_SECONDS: Final = 10
_KEEPS_FOR_SECONDS: Final = 0.9


class BodyTooLargeError(Exception):
    """More than anybody announces an event with."""

    def __init__(self) -> None:
        super().__init__(f"The body is larger than {MOST_BYTES:,} bytes.")


def serve(webhooks: Webhooks, *, host: str, port: int) -> None:
    """Receive on this address, and work in the background, until interrupted."""
    app = create_app(webhooks, Worker(webhooks))
    uvicorn.Server(server_config(app, host=host, port=port)).run()


def server_config(app: FastAPI, *, host: str = "127.0.0.1", port: int = 0) -> uvicorn.Config:
    """Return how the app is served: few connections at once, and no log but our own."""
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=_MOST_AT_ONCE,
        timeout_graceful_shutdown=5,
    )


def create_app(
    webhooks: Webhooks, worker: Worker, *, keeps_for_s: float = _KEEPS_FOR_SECONDS
) -> FastAPI:
    """Return the app; the worker runs while the app does.

    After `keeps_for_s` the vendor is told to try again; what was kept late is known then.
    """

    @asynccontextmanager
    async def working(_: FastAPI) -> AsyncIterator[None]:
        worker.start()
        yield
        await asyncio.to_thread(worker.stop)

    # No description of itself: whoever sends here has read the vendor's documents.
    app = FastAPI(lifespan=working, openapi_url=None, redirect_slashes=False)
    door = _Door(webhooks, worker.wake, keeps_for_s)
    app.add_api_route("/healthz", _health)
    for path in ("/webhooks/{vendor}", "/webhooks/{vendor}/"):
        app.add_api_route(path, door.receive, methods=["POST"])
    return app


async def _health() -> JSONResponse:
    return JSONResponse({"status": "ok", "version": version("scoreband")})


class _Door:
    """Turns a request into an answer and one line of the log."""

    def __init__(self, webhooks: Webhooks, on_news: Callable[[], None], keeps_for_s: float) -> None:
        self._webhooks = webhooks
        self._on_news = on_news
        self._keeps_for_s = keeps_for_s

    async def receive(self, vendor: str, request: Request) -> JSONResponse:
        """Answer one delivery."""
        if not self._webhooks.knows(vendor):
            _log.warning("webhook to an unknown address refused: 404")
            return _refusal(404)
        try:
            receipt = await self._kept(vendor, request)
        except (ScorebandError, BodyTooLargeError, TimeoutError, ClientDisconnect) as error:
            status, why = _meaning(error)
            _log.warning("%s webhook refused, %d: %s", vendor, status, one_line(why))
            return _refusal(status)
        self._tell(receipt)
        return JSONResponse({"received": True})

    async def _kept(self, vendor: str, request: Request) -> Receipt:
        async with asyncio.timeout(_READS_FOR_SECONDS):
            body = await _body(request)
        async with asyncio.timeout(self._keeps_for_s):
            headers = dict(request.headers)
            return await asyncio.to_thread(self._webhooks.accept, vendor, headers, body)

    def _tell(self, receipt: Receipt) -> None:
        one, outcome = receipt.delivery, "received" if receipt.is_new else "known already"
        _log.info("%s webhook %s, delivery %s: %s", one.vendor, one.event, one.delivery_id, outcome)
        if receipt.is_new:
            self._on_news()


async def _body(request: Request) -> bytes:
    """Read the body, and no further than the limit.

    Raises:
        BodyTooLargeError: it is larger, or says so.
    """
    announced = request.headers.get("content-length", "")
    if re.fullmatch(r"[0-9]+", announced) and int(announced[:20]) > MOST_BYTES:
        raise BodyTooLargeError
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise BodyTooLargeError
    return bytes(body)


_STATUSES: Final[Mapping[type[Exception], int]] = {
    WebhookUnsignedError: 401,
    WebhookRefusedError: 400,
    ClientDisconnect: 400,
    NothingFoundError: 404,
    BodyTooLargeError: 413,
}
"""Of all other errors the vendor is told to try again."""


def _meaning(error: Exception) -> tuple[int, str]:
    status = next((_STATUSES[kind] for kind in type(error).mro() if kind in _STATUSES), 503)
    return status, str(error) or "The body did not come, or could not be kept, in time."


_WORDS: Final = {
    400: "not accepted",
    401: "not signed",
    404: "not found",
    413: "too large",
    503: "try again later",
}


def _refusal(status: int) -> JSONResponse:
    """Return an answer that tells no more than its status: the sentence is for our own log."""
    # What is left of a large body is not read: the connection cannot be used again.
    headers = {"connection": "close"} if status == 413 else {}
    if status == 503:
        headers["retry-after"] = "60"
    return JSONResponse({"received": False, "error": _WORDS[status]}, status, headers)
