"""Signatures: how webhooks say who sent them, one way for each scheme that the vendors use."""

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Letter:
    """One attempt to deliver a webhook."""

    message_id: str
    """The same in each attempt."""
    sent_at: datetime
    body: bytes
    """The very bytes that go out."""
    secret: str = field(repr=False)


Sign = Callable[[Letter], Mapping[str, str]]
"""Returns the headers that a letter goes out with."""


def standard_webhooks(letter: Letter) -> Mapping[str, str]:
    """Sign as the Standard Webhooks specification 1.0.0 says: base64 over id, time and body.

    A secret that begins with `whsec_` is base64; any other is taken as it stands.

    Raises:
        ValueError: what follows `whsec_` is not base64.
    """
    is_coded = letter.secret.startswith("whsec_")
    secret = letter.secret.removeprefix("whsec_")
    key = base64.b64decode(secret, validate=True) if is_coded else secret.encode()
    seconds = str(int(letter.sent_at.timestamp()))
    signed = f"{letter.message_id}.{seconds}.".encode() + letter.body
    code = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return {
        "webhook-id": letter.message_id,
        "webhook-timestamp": seconds,
        "webhook-signature": f"v1,{code}",
    }


def timestamped(header: str) -> Sign:
    """Return the scheme `t=<Unix seconds>,v1=<hex>`, where the time is signed with the body."""

    def sign(letter: Letter) -> Mapping[str, str]:
        seconds = str(int(letter.sent_at.timestamp()))
        return {header: f"t={seconds},v1={_hex(letter, seconds.encode() + b'.' + letter.body)}"}

    return sign


def plain_hex(header: str) -> Sign:
    """Return the scheme of a bare code in hex over the body, with the secret taken as text."""
    return lambda letter: {header: _hex(letter, letter.body)}


def _hex(letter: Letter, signed: bytes) -> str:
    return hmac.new(letter.secret.encode(), signed, hashlib.sha256).hexdigest()
