"""Signature: whether a webhook was signed by who knows the secret, and how long ago."""

import base64
import hashlib
import hmac
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from services.config import VendorSettings
from services.errors import ConfigurationError, WebhookRefusedError, WebhookUnsignedError
from services.models.delivery import WebhookRequest

TOLERANCE: Final = timedelta(minutes=5)
"""How far a vendor's clock may be from ours, in both directions."""
# Ten digits last until the year 2286; Python's calendar has no room for twelve.
_UNIX_SECONDS: Final = re.compile(r"[0-9]{1,10}", re.ASCII)


class Encoding(StrEnum):
    """How the bytes of a signature are written."""

    HEX = "hex"
    BASE64 = "base64"


class SecretForm(StrEnum):
    """What a secret's text stands for: its own letters, or the bytes that it is the hex of."""

    TEXT = "text"
    HEX = "hex"


def secret_of(settings: VendorSettings, *, title: str) -> str:
    """Return the secret that a vendor signs with, without the blanks around it.

    Raises:
        ConfigurationError: none is set.
    """
    variable = settings.variable("webhook_secret")
    secret = settings.webhook_secret.get_secret_value().strip() if settings.webhook_secret else ""
    if not secret:
        msg = (
            f"{title}'s webhooks cannot be checked without their secret: set {variable} to the "
            f"one that {title} shows."
        )
        raise ConfigurationError(msg)
    return secret


def key_of(secret: str, form: SecretForm, *, variable: str) -> bytes:
    """Return the bytes to sign with.

    Raises:
        ConfigurationError: the secret is not in that form.
    """
    if form is SecretForm.TEXT:
        return secret.encode()
    try:
        return bytes.fromhex(secret)
    except ValueError:
        # Without `from`: the foreign error quotes a character of the secret.
        msg = f"The secret in {variable} is not hexadecimal, as its form is said to be."
        raise ConfigurationError(msg) from None


def check_plain(request: WebhookRequest, value: str, *, key: bytes, encoding: Encoding) -> None:
    """Let a request through whose body alone was signed; a prefix such as `sha256=` is fine.

    Raises:
        WebhookUnsignedError: it was not signed with this key.
    """
    digest = hmac.new(key, request.body, hashlib.sha256).digest()
    given = value.strip().removeprefix("sha256=")
    if encoding is Encoding.HEX:
        refuse_unless_signed(digest.hex(), [given.lower()])
    else:
        refuse_unless_signed(base64.b64encode(digest).decode(), [given])


def check_timed(request: WebhookRequest, value: str, *, key: bytes) -> datetime:
    """Return when a request was signed whose header is `t=<Unix seconds>,v1=<hex>`.

    What is signed is `<t>.<raw body>`. There may be several `v1`, while a secret is being changed,
    and parts of other names, which say nothing here.

    Raises:
        WebhookUnsignedError: it was not signed with this key.
    """
    parts = [part.strip().partition("=") for part in value.split(",")]
    times = [text for name, _, text in parts if name == "t"]
    if len(times) != 1:
        raise _unsigned()
    sent_at = unix_moment(times[0])
    digest = hmac.new(key, times[0].encode() + b"." + request.body, hashlib.sha256)
    refuse_unless_signed(
        digest.hexdigest(), [text.lower() for name, _, text in parts if name == "v1"]
    )
    return sent_at


def unix_moment(text: str) -> datetime:
    """Return the moment of whole seconds since 1970.

    Raises:
        WebhookUnsignedError: the text is anything else; who signs as agreed writes none such.
    """
    if not _UNIX_SECONDS.fullmatch(text):
        raise _unsigned()
    return datetime.fromtimestamp(int(text), tz=UTC)


def refuse_unless_signed(expected: str, given: Sequence[str]) -> None:
    """Let through if any of the given signatures is the expected one; takes equally long.

    Raises:
        WebhookUnsignedError: none is.
    """
    matches = [hmac.compare_digest(expected.encode(), each.encode()) for each in given]
    if not any(matches):
        raise _unsigned()


def refuse_unless_recent(
    sent_at: datetime, request: WebhookRequest, *, tolerance: timedelta = TOLERANCE
) -> None:
    """Let through what was sent just now: an old request may be one that somebody recorded.

    Raises:
        WebhookRefusedError: it was sent too long ago, or is from the future.
    """
    if abs(request.received_at - sent_at) > tolerance:
        minutes = tolerance / timedelta(minutes=1)
        msg = (
            f"The webhook was signed more than {minutes:g} minutes before or after this computer's "
            "time: it is a repetition of an old one, or one of the two clocks is wrong."
        )
        raise WebhookRefusedError(msg)


def header_of(request: WebhookRequest, name: str) -> str:
    """Return a header's text.

    Raises:
        WebhookUnsignedError: it is missing or blank.
    """
    value = request.headers.get(name.strip().lower(), "").strip()
    if not value:
        raise _unsigned()
    return value


def _unsigned() -> WebhookUnsignedError:
    # One sentence for all: what exactly was wrong would help nobody but a forger.
    return WebhookUnsignedError("The webhook's signature is missing or wrong.")
