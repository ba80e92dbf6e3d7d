"""Receiver: a small server on this machine that keeps the webhooks that it is sent."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue

_PATIENCE_S = 20
"""How long to wait for what must come; only a failing test waits that long."""


@dataclass(frozen=True)
class Received:
    """One request as it arrived."""

    path: str
    headers: Message
    body: bytes


class Receiver:
    """Answers with the statuses it was given, one after the other, and then with 200."""

    def __init__(self, url: str, *, statuses: list[int]) -> None:
        self.url = url
        self._statuses = statuses
        self._received: Queue[Received] = Queue()

    def take(self, count: int) -> list[Received]:
        """Return the next requests, waiting for those that are still to come."""
        return [self._received.get(timeout=_PATIENCE_S) for _ in range(count)]

    def is_empty(self) -> bool:
        """Tell whether nothing more has come."""
        return self._received.empty()

    def answer(self, received: Received) -> int:
        """Keep a request; return the status of its answer."""
        self._received.put(received)
        return self._statuses.pop(0) if self._statuses else 200


@contextmanager
def receiving(*statuses: int) -> Iterator[Receiver]:
    """Serve on a free port of 127.0.0.1 while the context lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(receiver.answer(Received(self.path, self.headers, body)))
            self.send_header("Content-Length", "0")
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            """Keep the test's output clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        url = f"http://127.0.0.1:{server.server_port}/hooks/here?from=sandbox"
        receiver = Receiver(url, statuses=list(statuses))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield receiver
        server.shutdown()
        thread.join()
