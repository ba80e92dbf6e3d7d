"""Client of Qode's API: get an interview, make one, and ask whether the key is good."""

from datetime import datetime
from typing import Self
from urllib.parse import quote

from pydantic import Field, ValidationError

from services.errors import InputError, NotFoundAtVendorError, VendorAnswerError
from services.models.interview import Status
from services.models.scheduling import NewInterviewRequest, ScheduledInterview
from services.vendors._access import access_to
from services.vendors._clock import utc
from services.vendors._http import VendorHttp
from services.vendors._wire import Wire
from services.vendors.qode.creation import body_of
from services.vendors.qode.settings import QodeSettings
from services.vendors.qode.status import status_named
from services.vendors.wiring import Wiring

TITLE = "Qode"
_INTERVIEWS = "integrations/candidates/interviews"
_NOBODY = "00000000-0000-4000-8000-000000000000_00000000-0000-4000-8000-000000000000"
_CHECK_ATTEMPTS = 2


class QodeClient:
    """Speaks to Qode; safe to use from several threads."""

    def __init__(self, http: VendorHttp) -> None:
        self._http = http

    @classmethod
    def connect(cls, settings: QodeSettings, wiring: Wiring) -> Self:
        """Make a client.

        Raises:
            ConfigurationError: there is no key, or it holds what no key can.
        """
        return cls(VendorHttp.connect(access_to(TITLE, settings, wiring), wiring))

    def fetch(self, vendor_interview_id: str) -> bytes:
        """Return one interview's document, byte for byte as Qode sent it.

        Raises:
            InputError: the id is empty.
            VendorError: one of its kinds, see services/errors.py.
        """
        return self._http.get(_path(vendor_interview_id))

    def check(self) -> str:
        """Ask for an interview that nobody has: "not found" is the answer to a good key.

        Raises:
            VendorError: the key is refused, or Qode gives no usable answer.
        """
        try:
            self._http.get(_path(_NOBODY), attempts=_CHECK_ATTEMPTS)
        except NotFoundAtVendorError:
            return f"{TITLE} answers, and the key is good."
        return f"{TITLE} answers, and the key is good, though an unknown id was answered as well."

    def schedule(self, request: NewInterviewRequest) -> ScheduledInterview:
        """Make an interview; sent once, never again by itself.

        Raises:
            VendorError: one of its kinds, see services/errors.py.
        """
        answer = self._http.post(_INTERVIEWS, body_of(request))
        try:
            return _Created.model_validate_json(answer).to_scheduled()
        except ValidationError as error:
            what = (
                "an interview was made, but the answer has no “interview_id” or is not as "
                "documented. Look for it at Qode."
            )
            raise VendorAnswerError(TITLE, what) from error

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()


def _path(vendor_interview_id: str) -> str:
    wanted = vendor_interview_id.strip()
    if not wanted or set(wanted) == {"."}:
        msg = "The interview id is empty: hand in the id as Qode gives it."
        raise InputError(msg)
    return f"{_INTERVIEWS}/{quote(wanted, safe='')}"


class _Created(Wire):
    """The answer to a creation in Qode's own words."""

    interview_id: str = Field(pattern=r"\S")
    iframe_url: str | None = None
    expires_at: datetime | None = None
    completion_status: str | None = None

    def to_scheduled(self) -> ScheduledInterview:
        return ScheduledInterview(
            vendor_interview_id=self.interview_id,
            link=self.iframe_url,
            expires_at=utc(self.expires_at),
            status=status_named(self.completion_status) or Status.UNKNOWN,
            vendor_status=self.completion_status,
        )
