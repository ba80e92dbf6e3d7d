"""Answers in the vendor's envelope, and the one answer that stands outside of it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from starlette.responses import JSONResponse

from services.sandbox.clock import iso

# The code of the 404 is documented; those of the others are assumptions.
_CODES = {
    400: "VALIDATION_ERROR",
    401: "INVALID_API_KEY",
    403: "INSUFFICIENT_PERMISSIONS",
    404: "RESOURCE_NOT_FOUND",
}


class RefusedError(Exception):
    """A request that is answered with an error."""

    def __init__(
        self, status: int, message: str, *, details: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.details = details


class WrongFieldError(RefusedError):
    """A field of a request that is not as documented; the answer names it."""

    def __init__(self, *, field: str, rule: str) -> None:
        super().__init__(400, f"{field}: {rule}", details={"field": field, "message": rule})


class UnknownResourceError(RefusedError):
    """An id that nothing has (any more)."""

    def __init__(self, *, kind: str, wanted: str) -> None:
        details = {"resourceType": kind, "resourceId": wanted}
        super().__init__(404, f"{kind} not found.", details=details)


def success(data: object, *, now: datetime, status: int = 200) -> JSONResponse:
    """Return data in the envelope."""
    body = {"success": True, "data": data, "error": None, "timestamp": iso(now)}
    return JSONResponse(body, status)


def failure(error: RefusedError, *, now: datetime) -> JSONResponse:
    """Return an error in the envelope."""
    told: dict[str, Any] = {
        "code": _CODES.get(error.status, "INTERNAL_ERROR"),
        "message": error.message,
    }
    if error.details:
        told["details"] = dict(error.details)
    body = {"success": False, "data": None, "error": told, "timestamp": iso(now)}
    return JSONResponse(body, error.status)


def too_many(wait_s: int, *, limit: int, reset: int, headers: Mapping[str, str]) -> JSONResponse:
    """Return the 429, which has a shape of its own.

    As in the vendor's own sample, the header tells to wait twice as long as the body.
    """
    body = {
        "statusCode": 429,
        "message": "Rate limit exceeded. Try again later.",
        "error": "Too Many Requests",
        "retryAfter": max(1, wait_s // 2),
        "limit": limit,
        "remaining": 0,
        "reset": reset,
    }
    return JSONResponse(body, 429, {**headers, "Retry-After": str(wait_s)})


def refusal(
    status: int, errors: str, /, *, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """Return an error that a fault asks for."""
    now = datetime.now(UTC)
    if status == 429:
        wait_s = int((headers or {}).get("Retry-After", "1"))
        reset = int(now.timestamp()) + wait_s
        return too_many(wait_s, limit=60, reset=reset, headers=headers or {})
    answer = failure(RefusedError(status, errors), now=now)
    answer.headers.update(headers or {})
    return answer
