"""Words: what a vendor says about an error, fit to be shown and free of secrets."""

import re
from collections.abc import Iterator

from pydantic_core import from_json

_LONGEST = 200
_FIELDS = ("message", "error", "errors", "detail", "msg", "title")
_BEARER = re.compile(r"(?i)\b(bearer|basic)\s+\S+")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def words_of(body: bytes, *, key: str) -> str:
    """Return the vendor's own words in the body of an error: one line, shortened; often empty.

    The key is taken out, in case that the vendor repeats what it was sent.
    """
    try:
        told = "; ".join(_texts(from_json(body[:65536]), depth=4))
    except ValueError:
        return ""
    told = told.replace(key, "[key]") if key else told
    told = _BEARER.sub("[key]", told)
    line = " ".join(_UNPRINTABLE.sub(" ", told).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def names_fields(body: bytes) -> bool:
    """Tell whether the body is a list of wrong fields, which is about what was sent.

    Some vendors send it with 403, which would otherwise be about the key.
    """
    try:
        told = from_json(body[:65536])
    except ValueError:
        return False
    issues = told.get("errors") if isinstance(told, dict) else None
    return isinstance(issues, list) and any(isinstance(issue, dict) for issue in issues)


def _texts(value: object, *, depth: int) -> Iterator[str]:
    """Find the sentences in {message}, {error: {message}}, {errors: [{path, message}]} and so."""
    if isinstance(value, str) and value.strip():
        yield value.strip()
    elif isinstance(value, list) and depth:
        for item in value[:5]:
            yield from _texts(item, depth=depth - 1)
    elif isinstance(value, dict) and depth:
        place = value.get("path") or value.get("loc")
        prefix = ".".join(map(str, place)) if isinstance(place, list) else place
        for field in _FIELDS:
            for text in _texts(value.get(field), depth=depth - 1):
                yield f"{prefix}: {text}" if isinstance(prefix, str) else text
