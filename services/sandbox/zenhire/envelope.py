"""Error bodies: `{error: {code, message, timestamp, requestId, details?, retryAfterSeconds?}}`."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse

from services.sandbox.clock import iso
from services.sandbox.draw import identifier
from services.sandbox.vendor_api import Clock

_CODES = {
    400: "INVALID_PARAMETERS",
    401: "INVALID_API_KEY",
    403: "MISSING_PERMISSION",
    404: "NOT_FOUND",
    405: "METHOD_NOT_ALLOWED",
    429: "RATE_LIMIT_EXCEEDED",
    503: "SERVICE_WARMING_UP",
}
_WARM_UP_SECONDS = 5


class RefusalError(Exception):
    """What ends a request early: a status, a documented code, and a sentence."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        details: Mapping[str, Any] | None = None,
        retry_after_s: int | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.details = details
        self.retry_after_s = retry_after_s


def refused(error: RefusalError, *, clock: Clock) -> JSONResponse:
    """Return the error answer; the request's id serves nothing but tracing it."""
    told: dict[str, Any] = {
        "code": error.code,
        "message": error.message,
        "timestamp": iso(clock()),
        "requestId": f"trace_{identifier(error.message, clock())[:8]}",
    }
    if error.details is not None:
        told["details"] = error.details
    if error.retry_after_s is not None:
        told["retryAfterSeconds"] = error.retry_after_s
    return JSONResponse({"error": told}, error.status)


def refusal(
    status: int, errors: str, /, *, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """Return the error answer of a fault; a 503 is a server that is still warming up."""
    told: dict[str, Any] = {"code": _CODES.get(status, "INTERNAL_ERROR"), "message": errors}
    wait = (headers or {}).get("Retry-After") or (_WARM_UP_SECONDS if status == 503 else None)
    if wait is not None:
        told["retryAfterSeconds"] = int(wait)
    return JSONResponse({"error": told}, status, headers)


def code_for(status: int) -> str:
    """Return the code of a refusal that has no better one."""
    return _CODES.get(status, "INTERNAL_ERROR")
