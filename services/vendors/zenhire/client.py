"""Client of ZenHire's API: poll a run, list runs, send a recording, ask what is left."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Self
from urllib.parse import quote, urlencode

from pydantic import Field, ValidationError
from pydantic_core import from_json

from services.errors import InputError, VendorAnswerError, VendorBusyError
from services.models.speech import Recording, SpeechEstimate, SpeechRequest, SpeechRun
from services.vendors._access import access_to
from services.vendors._asked import Asked
from services.vendors._clock import number
from services.vendors._http import VendorHttp
from services.vendors.vendor import Listed
from services.vendors.wiring import Wiring
from services.vendors.zenhire.listing import RunPage, page_of, walk
from services.vendors.zenhire.refusals import meaning_of
from services.vendors.zenhire.settings import ZenHireSettings
from services.vendors.zenhire.submission import check_recording, check_request, form
from services.vendors.zenhire.wire import Part

TITLE = "ZenHire"
LEAST_PAUSE_S = 10.0
_ANALYSES = "speech/analyze"
_RUNS = "speech/runs"
_CREDITS = "credits"
_CHECK_ATTEMPTS = 2
# What the balance is called is not documented; the first of these that is a number counts.
_BALANCES = ("available", "balance", "remainingBalance", "remaining", "credits")
_HOLDERS = ("credits", "data")


class ZenHireClient:
    """Speaks to ZenHire; safe to use from several threads."""

    def __init__(self, http: VendorHttp, asked: Asked) -> None:
        self._http = http
        self._asked = asked

    @classmethod
    def connect(cls, settings: ZenHireSettings, wiring: Wiring) -> Self:
        """Make a client.

        Raises:
            ConfigurationError: there is no key, or it holds what no key can.
        """
        access = replace(
            access_to(TITLE, settings, wiring),
            key_header="X-API-Key",
            key_prefix="",
            meaning=meaning_of,
        )
        return cls(VendorHttp.connect(access, wiring), wiring.asked)

    def fetch(self, vendor_interview_id: str) -> bytes:
        """Return one run's document, byte for byte as ZenHire sent it.

        Raises:
            InputError: the id is empty.
            VendorBusyError: it was asked for less than ten seconds ago; nothing was sent.
            VendorError: one of its kinds, see services/errors.py.
        """
        path = _path(vendor_interview_id)
        left = self._asked.too_soon(f"zenhire/{path}", pause_s=LEAST_PAUSE_S)
        if left:
            what = (
                "this run was asked for less than 10 seconds ago, which is not allowed. "
                f"Try again in {left:.0f} seconds."
            )
            raise VendorBusyError(TITLE, what)
        return self._http.get(path)

    def listing(self, cursor: str | None = None) -> Iterator[Listed]:
        """Walk through all runs, newest first; the cursor is a moment, to go on before it.

        Raises:
            VendorError: one of its kinds, see services/errors.py.
        """
        return walk(self._page, cursor)

    def check(self) -> str:
        """Ask for the credits, which only a good key is told.

        Raises:
            VendorError: the key is refused, or ZenHire gives no usable answer.
        """
        left = self.credits()
        said = "" if left is None else f" {left:,} credits are left."
        return f"{TITLE} answers, and the key is good.{said}"

    def credits(self) -> int | None:
        """Return how many credits are left; None where the answer does not tell.

        Raises:
            VendorError: the key is refused, or ZenHire gives no usable answer.
        """
        return _balance(from_json(self._http.get(_CREDITS, attempts=_CHECK_ATTEMPTS)))

    def estimate(self, recording: Recording) -> SpeechEstimate:
        """Check a recording against ZenHire's rules and say what it will cost.

        Raises:
            InputError: too short, too long, too large, or of a format that ZenHire refuses.
            VendorError: one of its kinds, see services/errors.py.
        """
        checked = check_recording(recording)
        return SpeechEstimate(
            duration_s=checked.length_s, cost=checked.cost, balance=self.credits()
        )

    def submit(self, recording: Recording, request: SpeechRequest) -> SpeechRun:
        """Send a recording; sent once, never again by itself.

        Raises:
            InputError: a rule is broken; nothing was sent.
            VendorError: one of its kinds, see services/errors.py.
        """
        checked = check_recording(recording)
        check_request(request)
        sent = form(checked, request)
        answer = self._http.post(_ANALYSES, sent.body, headers=sent.headers)
        try:
            taken = _Taken.model_validate_json(answer)
        except ValidationError as error:
            what = (
                "the recording was taken, but the answer has no “id” or is not as documented. "
                "Look for it at ZenHire before you send it again."
            )
            raise VendorAnswerError(TITLE, what) from error
        return SpeechRun(
            vendor_interview_id=taken.id,
            vendor_status=taken.status or "",
            queue_position=taken.queue_position,
        )

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def _page(self, before: str | None) -> RunPage:
        query = {"serviceType": "speech"} | ({"createdBefore": before} if before else {})
        return page_of(TITLE, self._http.get(f"{_RUNS}?{urlencode(query)}"))


def _path(vendor_interview_id: str) -> str:
    wanted = vendor_interview_id.strip()
    if not wanted or set(wanted) == {"."}:
        msg = "The id of the run is empty: hand in the id as ZenHire gives it."
        raise InputError(msg)
    return f"{_ANALYSES}/{quote(wanted, safe='')}"


def _balance(told: Any) -> int | None:  # noqa: ANN401  (any JSON at all)
    if not isinstance(told, dict):
        return None
    for key in _BALANCES:
        if (left := number(told.get(key))) is not None:
            return int(left)
    return next((_balance(told[key]) for key in _HOLDERS if isinstance(told.get(key), dict)), None)


class _Taken(Part):
    """The answer to a submit in ZenHire's own words."""

    id: str = Field(pattern=r"\S")
    status: str | None = None
    queue_position: int | None = None
