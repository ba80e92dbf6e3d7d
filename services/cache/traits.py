"""What an interview's tags and metadata come down to: a few short texts that can be compared.

Metadata is whatever the customer attached, so nothing about it can be trusted: not its depth, not
its size, not that its texts can be encoded.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from pydantic import JsonValue

from services.cache.folding import storable
from services.models.interview import Interview

TAG: Final = ""
"""The name of traits that are tags."""
_MOST: Final = 50
_LONGEST: Final = 200
_DEEPEST: Final = 20
_LOOKED_AT: Final = 1000

Trait = tuple[str, str]
"""Name and value."""


def trait_facts(interview: Interview) -> list[Trait]:
    """Return the interview's traits, each once, tags first; at most fifty.

    Of metadata, nested keys are joined with dots, a list gives each of its elements, and what is
    no text is written as JSON has it.
    """
    found = islice(_traits(interview), _LOOKED_AT)
    return list(dict.fromkeys(found))[:_MOST]


def trait_text(text: str) -> str:
    """Return a name or value as it is kept and compared: trimmed, and 200 characters at most."""
    beginning = storable(text.lstrip()[:_LONGEST]).replace("\x00", " ")
    return beginning.strip()


def _traits(interview: Interview) -> Iterator[Trait]:
    for tag in interview.tags:
        if text := trait_text(tag):
            yield TAG, text
    for key, value in interview.metadata.items():
        for path, text in _flat(key, value):
            # Without a name it would pass for a tag.
            if name := trait_text(path):
                yield name, trait_text(text)


def _flat(path: str, value: JsonValue, depth: int = 0) -> Iterator[Trait]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _flat(f"{path[:_LONGEST]}.{key}", one, depth + 1)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _flat(path, one, depth + 1)
    else:
        yield path, value if isinstance(value, str) else json.dumps(value)
