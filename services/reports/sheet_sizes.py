"""How wide columns and how high rows must be for their texts, in digits and in points."""

import unicodedata
from collections.abc import Iterable
from math import ceil
from typing import Final

WIDEST: Final = 60
_NARROWEST: Final = 9
_SHORT: Final = 12
FILTER: Final = 4
"""The room of a heading's filter and margin."""
_LOOKED_AT: Final = 5_000
_LINE: Final = 15
_HIGHEST: Final = 409


def column_width(name: str, cells: Iterable[object]) -> float:
    """Return a width in which the cells can be read; the heading leaves room for its filter."""
    widest = max((text_width(_shown(cell)) for cell in cells if cell is not None), default=0)
    return min(WIDEST, max(_NARROWEST, widest + 2, heading_width(name) + FILTER))


def heading_width(name: str) -> int:
    """Return how wide a heading must be; a long one of several words takes two lines or three."""
    longest = max(map(text_width, name.split()), default=0)
    # Half of it and a word more: lines break where words end.
    return min(text_width(name), 24, max(longest, _SHORT, text_width(name) // 2 + 3))


def text_width(text: str) -> int:
    """Return how wide the widest line is; some scripts take twice the room."""
    lines = text[:_LOOKED_AT].splitlines()
    if text.isascii():
        return max(map(len, lines), default=0)
    return max((sum(map(_room, line)) for line in lines), default=0)


def row_height(*texts: tuple[str, float]) -> float | None:
    """Return how high a row of (text, width of its column) is; None for one line.

    Excel finds heights out by itself, other readers do not.
    """
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return min(_HIGHEST, _LINE * lines) if lines > 1 else None


def _lines(text: str, width: float) -> int:
    lines = text[:_LOOKED_AT].splitlines()
    return sum(_wrapped(text_width(line), max(2.0, width - 1)) for line in lines)


def _wrapped(needed: int, room: float) -> int:
    # Words do not fill lines to the end.
    return 1 if needed <= room else ceil(needed / (0.95 * room))


def _shown(cell: object) -> str:
    return f"{cell:,.4f}".rstrip("0").rstrip(".") if isinstance(cell, float) else str(cell)


def _room(sign: str) -> int:
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
