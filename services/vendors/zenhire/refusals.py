"""Refusals: what ZenHire's error codes mean to us, and what can be done about each."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import from_json

from services.errors import (
    NotFoundAtVendorError,
    VendorBusyError,
    VendorRefusedError,
    VendorRejectedError,
)
from services.vendors._access import Meaning
from services.vendors._clock import number

_MEANINGS: Mapping[str, Meaning] = {
    "MISSING_PERMISSION": Meaning(
        VendorRefusedError,
        "the key in {key} may not use speech analysis ({status}): have it switched on at ZenHire.",
    ),
    "IP_NOT_ALLOWED": Meaning(
        VendorRefusedError,
        "the key in {key} is not allowed from this network ({status}): allow it at ZenHire.",
    ),
    "API_KEY_EXPIRED": Meaning(
        VendorRefusedError, "the key in {key} has expired ({status}): make a new one at ZenHire."
    ),
    "CLIENT_INACTIVE": Meaning(
        VendorRefusedError, "the account is not active ({status}): ask ZenHire about it."
    ),
    "MULTILINGUAL_NOT_ENABLED": Meaning(
        VendorRejectedError,
        "the account scores English only ({status}): have other languages switched on at ZenHire.",
    ),
    "AUDIO_DURATION_UNAVAILABLE": Meaning(
        VendorRejectedError,
        "the recording's length cannot be read ({status}): save it anew, as WAV for instance.",
    ),
}


def meaning_of(status: int, body: bytes) -> Meaning | None:
    """Return what {error: {code, ...}} means; None where the status says it all."""
    error = _error(body)
    code = error.get("code")
    if status == 402:
        return Meaning(VendorRejectedError, _credits_sentence(error))
    if code == "POLL_RATE_LIMITED":
        seconds = number(error.get("retryAfterSeconds")) or 10
        what = f"asked about one recording again too soon. Try again in {seconds:.0f} seconds."
        return Meaning(VendorBusyError, what)
    if status == 404 and code:
        what = "there is no such recording, or it is another account's: check its id."
        return Meaning(NotFoundAtVendorError, what)
    return _MEANINGS.get(code) if isinstance(code, str) else None


def _error(body: bytes) -> Mapping[str, Any]:
    try:
        told = from_json(body[:65536])
    except ValueError:
        return {}
    error = told.get("error") if isinstance(told, dict) else None
    return error if isinstance(error, dict) else {}


def _credits_sentence(error: Mapping[str, Any]) -> str:
    details = error.get("details")
    told = details if isinstance(details, dict) else {}
    cost, available = number(told.get("cost")), number(told.get("available"))
    if cost is None or available is None:
        return "there are not enough credits ({status}): buy more, or send a shorter recording."
    return (
        f"this costs {cost:g} credits and {available:g} are left ({{status}}): buy more, or send a "
        "shorter recording."
    )
