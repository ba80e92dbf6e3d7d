"""Long figures in parts that a page holds: each with a key and a title of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from components.documents.drawing import Drawing

Item = TypeVar("Item")


def parts(items: Sequence[Item], *, most: int) -> Iterator[Sequence[Item]]:
    """Return the items in even parts of `most` at most, in their order."""
    count = -(-len(items) // most)
    for part in range(count):
        yield items[part * len(items) // count : (part + 1) * len(items) // count]


def part_key(whole: str, part: int | str) -> str:
    """Return the key of a part of what the page shows as one.

    Two hyphens stand in no other key: who pins the whole gets its parts, and nothing else.
    """
    return f"{whole}--{part}"


def is_of(key: str, whole: str) -> bool:
    """Whether `key` is that of the whole itself, or of one of its parts."""
    return key == whole or key.startswith(f"{whole}--")


def numbered(drawing: Drawing, part: int, *, of: int) -> Drawing:
    """Return part `part` (from 0) of a figure; the first one keeps the figure's key."""
    if of == 1:
        return drawing
    key = drawing.key if part == 0 else part_key(drawing.key, part + 1)
    return replace(drawing, key=key, title=f"{drawing.title} ({part + 1} of {of})")
