"""Access: where a vendor's API is, the key to it, and what we allow ourselves there."""

import re
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import NamedTuple

import httpx
from pydantic import SecretStr

from services.config import VendorSettings
from services.errors import ConfigurationError, VendorError
from services.vendors.wiring import Wiring

_KEY = re.compile(r"[\x21-\x7e]+")


class Meaning(NamedTuple):
    """What an answer that is no success means to us."""

    error: type[VendorError]
    what: str
    """A sentence that says what to do; `{status}`, `{key}` and `{address}` are filled in."""
    passes: bool = False
    """Whether trying again in a moment may help."""


def _nothing_of_its_own(_status: int, _body: bytes) -> Meaning | None:
    return None


@dataclass(frozen=True)
class Access:
    """What the one HTTP border must know about a vendor."""

    title: str
    """The vendor's own spelling, for sentences."""
    url: str
    url_variable: str
    key: SecretStr
    key_variable: str
    requests_per_minute: float
    timeout_s: float
    answer_limit: int
    """Bytes of the largest answer that is read."""
    key_header: str = "Authorization"
    key_prefix: str = "Bearer "
    requests_per_hour: float | None = None
    """Where the vendor has a second limit beside the one for a minute."""
    meaning: Callable[[int, bytes], Meaning | None] = _nothing_of_its_own
    """What the vendor's own error codes mean; None where the status says it all."""


class KeyAuth(httpx.Auth):
    """Puts the key into each request and nowhere else: a client's headers can be printed."""

    def __init__(self, access: Access) -> None:
        self._header = access.key_header
        self._value = SecretStr(access.key_prefix + usable_key(access))

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Add the header."""
        request.headers[self._header] = self._value.get_secret_value()
        yield request


def usable_key(access: Access) -> str:
    """Return the key without the blanks around it.

    Raises:
        ConfigurationError: it is empty, or holds what no header can; httpx would print it then.
    """
    key = access.key.get_secret_value().strip()
    if not _KEY.fullmatch(key):
        msg = (
            f"The key in {access.key_variable} is empty or holds blanks, line breaks or letters "
            f"that no key has. Copy {access.title}'s key again, without anything around it."
        )
        raise ConfigurationError(msg)
    return key


def access_to(title: str, settings: VendorSettings, wiring: Wiring) -> Access:
    """Return the access that a vendor's settings describe; header and prefix are the usual ones.

    Raises:
        ConfigurationError: there is no key.
    """
    if settings.api_key is None:
        msg = (
            f"There is no key for {title}. Set {settings.variable('api_key')} in the environment, "
            "in .env or in Streamlit's secrets."
        )
        raise ConfigurationError(msg)
    return Access(
        title=title,
        url=f"{str(settings.url).rstrip('/')}/",
        url_variable=settings.variable("url"),
        key=settings.api_key,
        key_variable=settings.variable("api_key"),
        requests_per_minute=settings.requests_per_minute,
        timeout_s=wiring.timeout_s,
        answer_limit=wiring.answer_limit,
    )
