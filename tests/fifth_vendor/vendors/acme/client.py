"""Client of Acme's API."""

from contextlib import suppress
from typing import Self
from urllib.parse import quote

from services.errors import NotFoundAtVendorError
from services.vendors._access import access_to
from services.vendors._http import VendorHttp
from services.vendors.wiring import Wiring

from .settings import AcmeSettings

TITLE = "Acme"


class AcmeClient:
    """Speaks to Acme; safe to use from several threads."""

    def __init__(self, http: VendorHttp) -> None:
        self._http = http

    @classmethod
    def connect(cls, settings: AcmeSettings, wiring: Wiring) -> Self:
        """Make a client. Raises ConfigurationError without a key."""
        return cls(VendorHttp.connect(access_to(TITLE, settings, wiring), wiring))

    def fetch(self, vendor_interview_id: str) -> bytes:
        """Return one talk, byte for byte as Acme sent it."""
        return self._http.get(f"talks/{quote(vendor_interview_id, safe='')}")

    def check(self) -> str:
        """Ask for a talk that nobody had: "not found" is the answer to a good key."""
        with suppress(NotFoundAtVendorError):
            self._http.get("talks/nobody", attempts=1)
        return f"{TITLE} answers, and the key is good."

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()
