"""Envelope: `{success, data, error, timestamp}` around what InstaView was asked for, or nothing.

The guide shows every answer in it, the reference shows some without: both are read.
"""

import json
from typing import Any

from pydantic_core import from_json

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def loaded(body: bytes) -> Any:  # noqa: ANN401  (a JSON value, taken apart by who asks)
    """Return the decoded body, with halves of characters taken out; None if it is no JSON."""
    text = body.removeprefix(_BYTE_ORDER_MARK)
    try:
        return from_json(text)
    except ValueError:
        return _loaded_leniently(text)


def _loaded_leniently(text: bytes) -> Any:  # noqa: ANN401  (as above)
    try:
        mended = json.dumps(json.loads(text.decode()), ensure_ascii=False)
        return from_json(mended.encode(errors="ignore"))
    except (ValueError, RecursionError):
        return None


def is_failure(value: object) -> bool:
    """Tell whether this is an envelope that says that it holds no answer."""
    return isinstance(value, dict) and value.get("success") is False


def content(value: object) -> object:
    """Return what is in the envelope, or the value itself if it is in none."""
    if isinstance(value, dict) and "data" in value and ("success" in value or "id" not in value):
        return value["data"]
    return value


def without_time(value: object) -> object:
    """Return an envelope without the time of the answer, which differs at every asking."""
    if isinstance(value, dict) and "success" in value:
        return {key: inner for key, inner in value.items() if key != "timestamp"}
    return value
