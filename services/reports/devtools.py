"""A conversation with a running Chromium, in the DevTools protocol over its pipes.

A thread that reads along would have to be stopped, and a reader that blocks cannot be: so whoever
asks reads the answers, and gives up at the deadline, or when the result is not wanted any more,
whatever Chromium does.
"""

import base64
import json
import os
import select
from collections.abc import Iterator, Mapping
from typing import Any

from services.reports.chromium import Chromium
from services.reports.deadline import Deadline

_END = b"\0"
_AT_ONCE = 1 << 20
LONGEST_COMMAND = 90_000_000
"""In bytes; Chromium hangs up at 100 MiB."""


class RefusedError(Exception):
    """Chromium does not do what it was asked, or the page's script failed."""


class Devtools:
    """Asks and waits for the answer; used by one thread at a time.

    After a TimeoutError, an ExportCancelledError or a ConnectionError nothing more can be said: the
    Chromium is to be ended.
    """

    def __init__(self, chromium: Chromium) -> None:
        self._chromium = chromium
        self._last = 0
        self._unread = bytearray()

    def call(
        self,
        method: str,
        params: Mapping[str, Any] | None = None,
        *,
        session: str | None = None,
        deadline: Deadline,
    ) -> dict[str, Any]:
        """Return the result of a command; `session` is that of a tab.

        Raises:
            TimeoutError, ExportCancelledError: as `Deadline.breath`.
            ConnectionError: Chromium or one of its pages died.
            RefusedError: it answered that it does not, or the command is too long.
        """
        self._last += 1
        command: dict[str, Any] = {"id": self._last, "method": method, "params": params or {}}
        if session:
            command["sessionId"] = session
        self._send(json.dumps(command).encode() + _END, deadline)
        while True:
            answer = self._next(deadline)
            if answer.get("method") == "Inspector.targetCrashed":
                msg = "a page crashed"
                raise ConnectionError(msg)
            if answer.get("id") == self._last:
                return _result(answer)

    def stream(self, handle: str, *, session: str, deadline: Deadline) -> Iterator[bytes]:
        """Return the parts of a large result."""
        while True:
            asked = {"handle": handle, "size": _AT_ONCE}
            part = self.call("IO.read", asked, session=session, deadline=deadline)
            data = part["data"]
            yield base64.b64decode(data) if part.get("base64Encoded") else data.encode()
            if part["eof"]:
                self.call("IO.close", {"handle": handle}, session=session, deadline=deadline)
                return

    def _send(self, command: bytes, deadline: Deadline) -> None:
        if len(command) > LONGEST_COMMAND:
            msg = "the command is too long"
            raise RefusedError(msg)
        rest = memoryview(command)
        while rest:
            # Chromium may be waiting for us to read before it reads on.
            if self._wait(deadline, sending=True):
                rest = rest[self._write(rest) :]

    def _next(self, deadline: Deadline) -> dict[str, Any]:
        searched = 0
        while (end := self._unread.find(_END, searched)) < 0:
            searched = len(self._unread)
            self._wait(deadline, sending=False)
        message: dict[str, Any] = json.loads(self._unread[:end])
        del self._unread[: end + 1]
        return message

    def _wait(self, deadline: Deadline, *, sending: bool) -> bool:
        """Take in what has come; return whether more can be sent."""
        poll = select.poll()
        poll.register(self._chromium.answers, select.POLLIN)
        if sending:
            poll.register(self._chromium.commands, select.POLLOUT)
        ready: dict[int, int] = {}
        while not ready:
            ready = dict(poll.poll(deadline.breath() * 1000))
        if self._chromium.answers in ready:
            self._read()
        return self._chromium.commands in ready

    def _read(self) -> None:
        data = os.read(self._chromium.answers, _AT_ONCE)
        if not data:
            msg = "the browser is gone"
            raise ConnectionError(msg)
        self._unread += data

    def _write(self, data: memoryview) -> int:
        # BrokenPipeError is a ConnectionError.
        return os.write(self._chromium.commands, data[:_AT_ONCE])


def _result(answer: dict[str, Any]) -> dict[str, Any]:
    if "error" in answer:
        msg = f"refused with code {answer['error'].get('code')}"
        raise RefusedError(msg)
    result: dict[str, Any] = answer["result"]
    return result
