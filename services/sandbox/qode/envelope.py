"""Error bodies: `{status, errors}`, as the vendor's sister product answers."""

from collections.abc import Mapping, Sequence

from starlette.responses import JSONResponse


def refusal(
    status: int,
    errors: str | Sequence[Mapping[str, str]],
    *,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """Return an error answer; `errors` is a sentence, or one entry for each wrong field."""
    return JSONResponse({"status": status, "errors": errors}, status, headers)
