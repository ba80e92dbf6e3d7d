"""JSON of texts from anywhere: also of halves of characters, which no file can hold."""

from collections.abc import Mapping
from typing import Any

import orjson


def json_text(value: Any, *, option: int = 0) -> bytes:  # noqa: ANN401  (any JSON)
    """Return JSON in UTF-8, keys in their order; half a character is a question mark."""
    return orjson.dumps(_encodable(value), option=option)


def _encodable(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        return {key: _encodable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(each) for each in value]
    return value
