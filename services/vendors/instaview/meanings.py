"""Meanings: InstaView's error codes as our errors, whether the status says it or the body alone."""

from collections.abc import Mapping, Sequence

from services.errors import (
    NotFoundAtVendorError,
    VendorAnswerError,
    VendorBusyError,
    VendorDownError,
    VendorRefusedError,
    VendorRejectedError,
    VendorScopeError,
)
from services.vendors._access import Meaning
from services.vendors.instaview.envelope import loaded

_DENIED = Meaning(
    VendorRejectedError,
    "what we asked for is closed to our key ({status}): it belongs to another company.",
)
_NO_SCOPE = Meaning(
    VendorScopeError,
    "the key lacks a scope ({status}): add it at InstaView, or put another key into {key}.",
)
_REFUSED = Meaning(VendorRefusedError, "the key is refused ({status}): check {key}.")
_BILLING = Meaning(
    VendorRejectedError, "the account's limit is reached ({status}): see InstaView's billing page."
)
_NOT_FOUND = Meaning(
    NotFoundAtVendorError, "there is no such interview (any more) ({status}): check its id."
)
_BUSY = Meaning(VendorBusyError, "we ask too often ({status}). Try again later.")
_DOWN = Meaning(VendorDownError, "the service is out of order ({status}). Try again later.")
_REJECTED = Meaning(VendorRejectedError, "what we sent is rejected ({status}).")
_ODD = Meaning(
    VendorAnswerError, "an error that is not documented ({status}): check {address}, or try later."
)

# Documented are INVALID_API_KEY, API_KEY_SUSPENDED, INSUFFICIENT_PERMISSIONS, RESOURCE_NOT_FOUND
# and RESOURCE_ACCESS_DENIED; of the others only what they are about, so parts of words decide.
_PARTS: Sequence[tuple[str, Meaning]] = (
    ("ACCESS_DENIED", _DENIED),
    ("NOT_FOUND", _NOT_FOUND),
    ("PERMISSION", _NO_SCOPE),
    ("SCOPE", _NO_SCOPE),
    ("FORBIDDEN", _NO_SCOPE),
    ("API_KEY", _REFUSED),
    ("UNAUTHORIZED", _REFUSED),
    ("RATE_LIMIT", _BUSY),
    ("TOO_MANY", _BUSY),
    ("BILLING", _BILLING),
    ("INTERNAL", _DOWN),
    ("UNAVAILABLE", _DOWN),
    *((part, _REJECTED) for part in ("VALIDATION", "FIELD", "INVALID", "STATE", "EXISTS")),
    *((part, _REJECTED) for part in ("CONFLICT", "BAD_REQUEST", "DUPLICATE")),
)
_OVERRULED: Mapping[int, Sequence[Meaning]] = {403: (_DENIED, _BILLING), 400: (_BILLING,)}
"""Where a code says more than its status, which decides otherwise."""


def meaning_of(status: int, body: bytes) -> Meaning | None:
    """Return what an error status means at InstaView; None where it is the usual."""
    meaning = _by_code(code_in(body))
    if meaning in _OVERRULED.get(status, ()):
        return meaning
    if status == 402:
        return _BILLING
    return _NO_SCOPE if status == 403 else None


def meaning_of_code(code: str | None) -> Meaning:
    """Return what an error means that came with a status of success."""
    return _by_code(code) or _ODD


def _by_code(code: str | None) -> Meaning | None:
    told = (code or "").upper()
    return next((meaning for part, meaning in _PARTS if part in told), None)


def code_in(body: bytes) -> str | None:
    """Return `error.code` of an envelope, or `error` if that is a text."""
    envelope = loaded(body)
    error = envelope.get("error") if isinstance(envelope, dict) else None
    code = error.get("code") if isinstance(error, dict) else error
    return code if isinstance(code, str) else None
