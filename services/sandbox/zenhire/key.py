"""Which keys are known, and what each may do."""

from dataclasses import dataclass
from secrets import compare_digest

from services.sandbox.zenhire.envelope import RefusalError


@dataclass(frozen=True)
class Rights:
    """What a key may do beyond scoring English."""

    multilingual: bool


def rights_of(told: str | None, *, api_key: str) -> Rights:
    """Return what a key may do.

    Raises:
        RefusalError: 401 or 403 with the documented code.
    """
    if not told:
        raise RefusalError(401, "MISSING_API_KEY", "Send your key in the header X-API-Key.")
    if _is(told, api_key):
        return Rights(multilingual=True)
    if _is(told, f"{api_key}-english-only"):
        return Rights(multilingual=False)
    if _is(told, f"{api_key}-no-speech"):
        raise RefusalError(403, "MISSING_PERMISSION", "This account has no access to Speech.")
    if _is(told, f"{api_key}-expired"):
        raise RefusalError(401, "API_KEY_EXPIRED", "This key has expired.")
    raise RefusalError(401, "INVALID_API_KEY", "This key is not known.")


def _is(told: str, known: str) -> bool:
    return compare_digest(told.encode(), known.encode())
