"""The one border to the vendors' APIs: what comes back is bytes of sound JSON, or our error."""

import logging
import math
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Self

import httpx
import stamina
from stamina.instrumentation import RetryDetails, set_on_retry_hooks

from services.errors import VendorAnswerError, VendorBusyError, VendorDownError, VendorError
from services.vendors._access import Access, KeyAuth
from services.vendors._allowance import Allowance, refilled_in
from services.vendors._answer import Answer, PassingFaultError, checked_json, refuse
from services.vendors._pace import Pace
from services.vendors._pause import LONGEST_PAUSE_S, pause_asked_for
from services.vendors.wiring import Turns, Wiring

CONNECTIONS = 8
ATTEMPTS = 5
_CHUNK = 64 * 1024
_JSON: Mapping[str, str] = {"Content-Type": "application/json"}
_log = logging.getLogger(__name__)


class VendorHttp:
    """Asks one vendor; safe to use from several threads, of which eight get through at a time."""

    def __init__(
        self,
        access: Access,
        *,
        transport: httpx.BaseTransport | None = None,
        pace: Turns | None = None,
    ) -> None:
        self._access = access
        self._pace = pace or Pace(access.requests_per_minute)
        self._allowance = Allowance(access.requests_per_hour)
        self._turnstile = threading.BoundedSemaphore(CONNECTIONS)
        self._client = httpx.Client(
            base_url=access.url,
            auth=KeyAuth(access),
            headers={"Accept": "application/json", "User-Agent": "scoreband"},
            timeout=httpx.Timeout(access.timeout_s, connect=min(access.timeout_s, 10)),
            limits=httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=CONNECTIONS),
            follow_redirects=False,
            transport=transport,
        )
        set_on_retry_hooks([_log_retry])

    @classmethod
    def connect(cls, access: Access, wiring: Wiring) -> Self:
        """Make the border that a wiring describes."""
        return cls(access, transport=wiring.transport, pace=wiring.turns)

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def get(self, path: str, *, attempts: int = ATTEMPTS) -> bytes:
        """Return the answer's body, which is sound JSON; passing faults are tried again.

        Raises:
            VendorError: one of its kinds, see services/errors.py.
        """
        return self._json(self._ask_again("GET", path, attempts))

    def delete(self, path: str) -> bytes:
        """Delete what is there; return the answer's body, often empty. Tried again as a get is.

        Raises:
            VendorError: one of its kinds, see services/errors.py.
        """
        return self._ask_again("DELETE", path, ATTEMPTS).body

    def _ask_again(
        self,
        method: str,
        path: str,
        attempts: int,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        tries = stamina.retry_context(
            PassingFaultError,
            attempts=attempts,
            timeout=None,
            wait_initial=0.5,
            wait_max=10,
            wait_jitter=1,
        )
        try:
            for attempt in tries:
                with attempt:
                    return self._ask(method, path, body, headers)
        except PassingFaultError as fault:
            raise fault.error from fault.__cause__
        raise VendorDownError(self._access.title, "was not asked at all.")

    def post(
        self,
        path: str,
        body: bytes,
        *,
        headers: Mapping[str, str] | None = None,
        repeatable: bool = False,
    ) -> bytes:
        """Send a body once, never again: nobody can tell whether a lost answer had its effect.

        It is JSON, unless the `headers` name another `Content-Type`. What carries a key by which
        the vendor knows it again is `repeatable`, and is tried again like a get.

        Raises:
            VendorError: one of its kinds, see services/errors.py.
        """
        sent = {**_JSON, **(headers or {})}
        attempts = ATTEMPTS if repeatable else 1
        try:
            return self._json(self._ask_again("POST", path, attempts, body, sent))
        except VendorDownError as error:
            what = f"{error.what} It may have arrived: look there before sending again."
            raise VendorDownError(error.vendor, what) from error.__cause__

    def _json(self, answer: Answer) -> bytes:
        return checked_json(answer, self._access)

    def _ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        with self._turnstile:
            self._wait_for_a_turn()
            answer = self._answer(method, path, body, headers)
        now = datetime.now(UTC)
        self._pace.hold(pause_asked_for(answer, now=now))
        self._allowance.close_for(refilled_in(answer, now=now))
        refuse(answer, self._access)
        return answer

    def _wait_for_a_turn(self) -> None:
        """Wait for the pace, and for a used-up allowance if that is soon over.

        Raises:
            VendorBusyError: it is not.
        """
        wait = self._allowance.take(patience=LONGEST_PAUSE_S)
        if wait > LONGEST_PAUSE_S:
            minutes = math.ceil(wait / 60)
            what = f"its limit of calls is used up for {minutes} more minutes. Try again then."
            raise VendorBusyError(self._access.title, what)
        self._pace.hold(wait)
        self._pace.wait()

    def _answer(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str] | None
    ) -> Answer:
        """Send the request and read the answer, but no more of it than the limit.

        Raises:
            PassingFaultError: there was no connection, or it broke.
            VendorAnswerError: the answer is too large or not decodable.
        """
        try:
            with self._client.stream(method, path, content=body, headers=headers) as response:
                return Answer(response.status_code, response.headers, self._read(response))
        except httpx.TransportError as error:
            raise PassingFaultError(self._fault(error)) from error
        except httpx.DecodingError as error:
            what = "the answer is compressed in a way that cannot be read. Try again later."
            raise VendorAnswerError(self._access.title, what) from error

    def _read(self, response: httpx.Response) -> bytes:
        limit = self._access.answer_limit
        read = bytearray()
        for chunk in response.iter_bytes(_CHUNK):
            read += chunk
            if len(read) > limit:
                what = (
                    f"the answer is larger than {limit / 1e6:g} MB, which no interview is. "
                    "If this one is, raise SCOREBAND_ANSWER_LIMIT_MEGABYTES."
                )
                raise VendorAnswerError(self._access.title, what)
        return bytes(read)

    def _fault(self, error: httpx.TransportError) -> VendorError:
        if isinstance(error, httpx.TimeoutException):
            what = f"no answer within {self._access.timeout_s:g} seconds. Try again later."
        elif isinstance(error, httpx.ConnectError):
            what = (
                f"no connection. Check the network, and the address in {self._access.url_variable}."
            )
        else:
            what = "the connection broke before the answer was complete. Try again later."
        return VendorDownError(self._access.title, what)


def _log_retry(details: RetryDetails) -> None:
    """Say so in the log of who debugs; a retry is nobody else's news."""
    _log.debug("%s; trying again in %.1f s", details.caused_by, details.wait_for)
