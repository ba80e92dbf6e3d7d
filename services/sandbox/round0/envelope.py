"""Error bodies: `{error: {type, message}}`; only two of the types are documented."""

from collections.abc import Mapping

from starlette.responses import JSONResponse

_TYPES = {
    400: "invalid_request",
    401: "authentication_failed",
    403: "permission_denied",
    404: "resource_not_found",
    405: "method_not_allowed",
    409: "idempotency_conflict",
    429: "rate_limit_exceeded",
}


def refusal(
    status: int, errors: str, /, *, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """Return an error answer."""
    error = {"type": _TYPES.get(status, "internal_error"), "message": errors}
    return JSONResponse({"error": error}, status, headers)
