"""How much room a text takes: nothing on a slide may run over its box.

Widths are Arial's, which Liberation Sans shares; scripts that it lacks are taken as wide.
Sizes and widths are in points.
"""

import re
import unicodedata
from functools import lru_cache

LEADING = 1.22
"""The height of a line, in sizes of the font."""
ELLIPSIS = "…"
_MARGIN = 1.04
"""Other fonts than the one measured are a little wider."""
_ASCII = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
    *(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556),
    *(333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),
    *(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
)
_WORD = re.compile(" *[^ ]+| +")
_WIDE = {"W", "F"}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line."""
    return sum(map(_advance, text)) / 1000 * size * _MARGIN * (1.07 if bold else 1)


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Return the lines that a paragraph breaks into; joined they are the paragraph again."""
    lines, used = [""], 0.0
    for word in _pieces(text, size, room, bold=bold):
        needed = width(word, size, bold=bold)
        if lines[-1] and used + needed > room:
            lines.append("")
            used = 0.0
        lines[-1] += word
        used += needed
    return lines


def height(text: str, size: float, room: float, *, bold: bool = False) -> float:
    """Return the height of a text with line breaks."""
    lines = sum(len(wrapped(part, size, room, bold=bold)) for part in text.split("\n"))
    return lines * size * LEADING


def cut(text: str, size: float, room: float, *, lines: int = 1, bold: bool = False) -> str:
    """Return a text that fits into so many lines: whole, or cut with an ellipsis."""
    kept: list[str] = []
    # Nobody reads further, and a text of a megabyte shall not be measured to its end.
    longest = int(lines * room / size * 8) + 8
    head = text[:longest]
    for part in head.split("\n"):
        kept += [*wrapped(part, size, room, bold=bold)[:-1], ""]
        kept[-1] = wrapped(part, size, room, bold=bold)[-1] + "\n"
    if len(kept) <= lines and len(head) == len(text):
        return text
    last = kept[lines - 1 : lines]
    return "".join(kept[: lines - 1]) + _shortened("".join(last), size, room, bold=bold)


def _shortened(line: str, size: float, room: float, *, bold: bool) -> str:
    line = line.rstrip()
    while line and width(line + ELLIPSIS, size, bold=bold) > room:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS


def _pieces(text: str, size: float, room: float, *, bold: bool) -> list[str]:
    """Return what a line may not be broken within: words, signs of scripts without spaces."""
    found: list[str] = []
    for word in _WORD.findall(text):
        if width(word, size, bold=bold) <= room and not any(map(_is_wide, word)):
            found.append(word)
        else:
            found += _broken(word, size, room, bold=bold)
    return found


def _broken(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    parts, used = [""], 0.0
    for sign in word:
        step = width(sign, size, bold=bold)
        if parts[-1] and (used + step > room or _is_wide(sign)):
            parts.append("")
            used = 0.0
        parts[-1] += sign
        used += step
    return parts


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in _WIDE


@lru_cache(maxsize=8192)
def _advance(sign: str) -> int:
    code = ord(sign)
    if 0x20 <= code < 0x7F:
        return _ASCII[code - 0x20]
    if _is_wide(sign):
        return 1000
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Mn", "Cf"}:
        return 0
    base = unicodedata.normalize("NFD", sign)[0]
    if base != sign:
        return _advance(base)
    return 700 if code > 0x0250 else 620
