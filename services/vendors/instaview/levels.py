"""Levels: CEFR levels that the vendor issued, under whatever key they stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from services.models.language import OVERALL
from services.vendors._doubts import Doubts, shortened
from services.vendors.instaview.spelling import dimension

_LEVEL = re.compile(r"(PRE-?A1|[ABC][012])\+?", re.IGNORECASE)
_NO_RESULT = ("target", "required", "requested", "expected", "minimum")


class Level(NamedTuple):
    """A level with the dimension that it is about."""

    name: str
    cefr: str


def levels_in(
    specific: Mapping[str, Any], endings: Sequence[str], doubts: Doubts, where: str
) -> list[Level]:
    """Return the levels under keys with these endings, there and one object further in.

    A key that speaks of a target or a requirement holds no result (assumption).
    """
    found: dict[str, Level] = {}
    for key, text, place in _told(specific, where):
        name = _named(key, endings, place.inside)
        if name is None or not text or text.upper() == "UNDEFINED":
            continue
        if not _LEVEL.fullmatch(text):
            told = f"“{shortened(text)}” is no CEFR level: not shown as one."
            doubts.unknown(told, place.where)
            continue
        found.setdefault(name, Level(name, text))
    return list(found.values())


def is_level(key: str, endings: Sequence[str]) -> bool:
    """Tell whether a key with this name holds a level."""
    return key.lower().endswith(tuple(ending.lower() for ending in endings))


class _Place(NamedTuple):
    where: str
    inside: str | None
    """The key of the object around it, if it stands one object further in."""


def _told(specific: Mapping[str, Any], where: str) -> Iterator[tuple[str, str, _Place]]:
    for key, value in specific.items():
        if isinstance(value, str):
            yield key, value.strip(), _Place(f"{where}.{key}", None)
        elif isinstance(value, dict):
            for inner, text in value.items():
                if isinstance(text, str):
                    yield inner, text.strip(), _Place(f"{where}.{key}.{inner}", key)


def _named(key: str, endings: Sequence[str], inside: str | None) -> str | None:
    """Return the dimension that a level's key names; None if it is no level's, or no result's."""
    ending = max((each for each in endings if is_level(key, [each])), key=len, default=None)
    if ending is None:
        return None
    start = key[: len(key) - len(ending)]
    if start.lower().startswith(_NO_RESULT):
        return None
    return dimension(start, whole=OVERALL if inside is None else dimension(inside, whole=OVERALL))
