"""Messenger: sends a vendor's webhooks to whoever is registered for them, signed as it signs."""

import hashlib
import http.client
import json
import logging
import threading
from collections import deque
from collections.abc import Callable, Mapping
from datetime import datetime
from urllib.parse import urlsplit

from services.sandbox.options import WebhookTarget
from services.sandbox.signatures import Letter, Sign
from services.sandbox.vendor_api import Happening

_HOST = "127.0.0.1"
_TIMEOUT_S = 10
_PAUSES_S = (0.1, 0.4, 1.6)
_logger = logging.getLogger(__name__)


class Messenger:
    """Sends in the background, in order, and tries a few times; it never fails whoever tells it.

    A vendor's thread ends with its last letter, so that an idle messenger leaves nothing behind.
    """

    def __init__(
        self,
        targets: Mapping[str, WebhookTarget],
        *,
        signs: Mapping[str, Sign],
        clock: Callable[[], datetime],
        pauses_s: tuple[float, ...] = _PAUSES_S,
    ) -> None:
        """Prepare for the targets; `pauses_s` lie between two attempts, one for each repetition.

        Raises:
            ValueError: a target is not an http address of this machine.
        """
        self._boxes = {
            vendor: _Box(vendor, target, sign=signs[vendor], clock=clock, pauses_s=pauses_s)
            for vendor, target in targets.items()
        }

    def tell(self, happening: Happening) -> None:
        """Send what happened to the vendor's target, if it has one."""
        if box := self._boxes.get(happening.vendor):
            box.put(happening)

    def wait(self) -> None:
        """Return when all that was told is delivered or given up."""
        for box in self._boxes.values():
            box.wait()

    def close(self) -> None:
        """Give up what is not delivered yet, and return when the threads have ended."""
        for box in self._boxes.values():
            box.close()


class _Box:
    """One vendor's letters, on their way to one target."""

    def __init__(
        self,
        vendor: str,
        target: WebhookTarget,
        *,
        sign: Sign,
        clock: Callable[[], datetime],
        pauses_s: tuple[float, ...],
    ) -> None:
        self._vendor = vendor
        self._address = _Address.read(target.url)
        self._secret = target.secret
        self._sign = sign
        self._clock = clock
        self._pauses_s = pauses_s
        self._waiting: deque[Happening] = deque()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = threading.Event()

    def put(self, happening: Happening) -> None:
        """Add a letter, and see to it that somebody carries it."""
        with self._lock:
            if self._closed.is_set():
                return
            self._waiting.append(happening)
            if self._thread is None:
                name = f"webhooks-{self._vendor}"
                self._thread = threading.Thread(target=self._carry, name=name, daemon=True)
                self._thread.start()

    def wait(self) -> None:
        """Return when no letter is left."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def close(self) -> None:
        """Drop the letters that are left."""
        with self._lock:
            self._closed.set()
            self._waiting.clear()
        self.wait()

    def _carry(self) -> None:
        while (happening := self._next()) is not None:
            self._deliver(happening)

    def _next(self) -> Happening | None:
        # The thread is let go under the same lock that a new letter is added under: none is left.
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            self._thread = None
            return None

    def _deliver(self, happening: Happening) -> None:
        body = json.dumps(happening.body, ensure_ascii=False).encode()
        message_id = f"msg_{hashlib.sha256(body).hexdigest()[:27]}"
        outcome = ""
        for pause_s in (0.0, *self._pauses_s):
            # Waiting for the end of the messenger is a pause that its end cuts short.
            if self._closed.wait(pause_s):
                return
            outcome = self._attempt(Letter(message_id, self._clock(), body, self._secret))
            if outcome == "":
                return
        _logger.warning(
            "Webhook %s of %s was not delivered: %s", happening.event, self._vendor, outcome
        )

    def _attempt(self, letter: Letter) -> str:
        """Send a letter once; return an empty text, or what went wrong."""
        try:
            status = self._address.post(letter.body, headers=self._sign(letter))
        except (OSError, http.client.HTTPException) as error:
            return type(error).__name__
        # Redirects count as failures, as Standard Webhooks has it; they are never followed.
        return "" if 200 <= status < 300 else f"the answer was {status}"


class _Address:
    """Where letters go: this machine, and nowhere else."""

    def __init__(self, port: int | None, path: str) -> None:
        self._port = port
        self._path = path

    @classmethod
    def read(cls, url: str) -> "_Address":
        """Take an address apart.

        Raises:
            ValueError: it does not lead to this machine.
        """
        parts = urlsplit(url)
        if parts.scheme != "http" or parts.hostname != _HOST:
            msg = f"The sandbox sends webhooks to http://{_HOST} only."
            raise ValueError(msg)
        return cls(parts.port, f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}")

    def post(self, body: bytes, *, headers: Mapping[str, str]) -> int:
        """Send a body; return the status of the answer.

        Raises:
            OSError: nobody is there, or nobody answers.
            HTTPException: the answer is not HTTP.
        """
        connection = http.client.HTTPConnection(_HOST, self._port, timeout=_TIMEOUT_S)
        try:
            connection.request(
                "POST", self._path, body, {"Content-Type": "application/json", **headers}
            )
            answer = connection.getresponse()
            answer.read()
        finally:
            connection.close()
        return answer.status
