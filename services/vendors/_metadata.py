"""Metadata: what the customer attached to the interview, as JSON that every store can keep."""

import math
from collections.abc import Mapping
from typing import Any

from pydantic import JsonValue

from services.vendors._doubts import Doubts

_LARGEST = 2**63
_DEEPEST = 60


def plain_metadata(
    given: Mapping[str, Any] | None, doubts: Doubts, where: str
) -> Mapping[str, JsonValue]:
    """Return the customer's metadata, which stands at `where`.

    Numbers that no database column holds become texts, NaN becomes null, and what is nested deeper
    than 60 levels is left to the raw payload, with a notice.
    """
    if not given:
        return {}
    try:
        return {key: _plain(value, _DEEPEST) for key, value in given.items()}
    except RecursionError:
        text = f"The metadata is nested deeper than {_DEEPEST} levels: see the raw payload."
        doubts.unknown(text, where)
        return {}


def _plain(value: object, levels: int) -> JsonValue:
    if levels == 0:
        raise RecursionError
    if isinstance(value, dict):
        return {str(key): _plain(inner, levels - 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner, levels - 1) for inner in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
        return f"{value:e}" if abs(value) < 10**300 else "a number too large to keep"
    return value if isinstance(value, str | int) else None
