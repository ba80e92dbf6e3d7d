"""The sandbox as a running server: in a thread for tests and the demo, or in the foreground."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import cast

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from services.sandbox.app import create_app
from services.sandbox.directory import sandboxes
from services.sandbox.options import SandboxOptions

_HOST = "127.0.0.1"
_START_SECONDS = 20


@dataclass(frozen=True)
class RunningSandbox:
    """A server that answers until its context ends."""

    url: str
    """Such as `http://127.0.0.1:40123`."""
    ids: Mapping[str, tuple[str, ...]]
    """The planned interviews of each vendor; most of their APIs have no list of them."""

    def root(self, vendor: str) -> str:
        """Return the root of a vendor's API."""
        return f"{self.url}/{vendor}{sandboxes()[vendor].root}"

    @property
    def qode_url(self) -> str:
        """The root of Qode's API."""
        return self.root("qode")

    @property
    def interview_ids(self) -> tuple[str, ...]:
        """Qode's planned interviews."""
        return self.ids["qode"]


class _ClosableProtocol(H11Protocol):
    """Hands each request the connection that it came by, so that a fault can close it."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(cast(asyncio.Transport, transport))
        self.closed = asyncio.Event()
        self.app_state = {**self.app_state, "transport": transport, "closed": self.closed}

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self.closed.set()


@contextmanager
def running(options: SandboxOptions, *, port: int = 0) -> Iterator[RunningSandbox]:
    """Serve on 127.0.0.1 in a thread while the context lasts; port 0 picks a free one.

    Raises:
        OSError: the port is taken.
    """
    listener = _listener(_HOST, port)
    app = create_app(options)
    server = uvicorn.Server(_config(app))
    thread = threading.Thread(
        target=server.run, kwargs={"sockets": [listener]}, name="sandbox", daemon=True
    )
    thread.start()
    try:
        _wait_for(server, thread)
        yield RunningSandbox(
            url=f"http://{_HOST}:{listener.getsockname()[1]}",
            ids={name: each.planned_ids(options) for name, each in sandboxes().items()},
        )
    finally:
        server.should_exit = True
        thread.join()
        app.state.messenger.close()
        listener.close()


def serve(options: SandboxOptions, *, host: str = _HOST, port: int = 8600) -> None:
    """Serve in the foreground until interrupted.

    Raises:
        OSError: the port is taken.
    """
    # The server itself ends in good order first, and then passes the interrupt on.
    with _listener(host, port) as listener, suppress(KeyboardInterrupt):
        uvicorn.Server(_config(create_app(options))).run(sockets=[listener])


def _config(app: FastAPI) -> uvicorn.Config:
    # No log settings of its own: the sandbox may share a process with the dashboard's server.
    return uvicorn.Config(
        app,
        http=_ClosableProtocol,
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=2,
    )


def _listener(host: str, port: int) -> socket.socket:
    # asyncio sends small packets at once only on sockets that name TCP as their protocol; without
    # it every answer waits 40 ms for the client's acknowledgement.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


def _wait_for(server: uvicorn.Server, thread: threading.Thread) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not server.started:
        if time.monotonic() > deadline or not thread.is_alive():
            msg = "The sandbox did not start."
            raise TimeoutError(msg)
        time.sleep(0.005)
