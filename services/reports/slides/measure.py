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
_LONGEST_SIGNS = {0xFDFD: 10_000}
"""A whole sentence as one letter."""
_FIGURES = re.compile(r"(?<![^\s(])[\d\s.,:+\u2212\u2013%-]*$")
_OPEN_BAND = re.compile(r"\([+\u2212-]?\d")
_GOES_ON = re.compile(r"\s*(?:[\d.,:%(\u2013\u2212+-]|of |no band)")
"""What belongs to the number before it."""


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
    said = "".join(kept[: lines - 1]) + _shortened("".join(last), size, room, bold=bold)
    return unbroken(said, text[len(said) :]) + ELLIPSIS


def unbroken(said: str, rest: str) -> str:
    """Return what is left of a cut text without the number that was cut at its end.

    Half a number is another number, and a number without its band is no score.
    """
    opened = said.rfind("(")
    is_open = opened >= 0 and ")" not in said[opened:] and _OPEN_BAND.match(said, opened)
    if is_open:
        said, rest = said[:opened], said[opened:]
    if said[-40:].rstrip()[-1:].isdigit() and _GOES_ON.match(rest):
        tail = _FIGURES.search(said[-40:])
        said = said[: len(said) - len(tail.group())] if tail else said
    return said.rstrip()


def shortened(text: str, size: float, room: float) -> str:
    """Return a name on one line; a long one loses its middle.

    Names of one list often begin alike, and the end of "Planning - Ana" says whose it is.
    """
    longest = int(room / size * 8) + 8
    head, tail = text[:longest], text[-longest:]
    if len(text) <= longest and width(text, size) <= room:
        return text
    first = _that_fit(head, size, (room - width(ELLIPSIS, size)) / 2)
    left = room - width(f"{first}{ELLIPSIS}", size)
    last = _that_fit(tail[::-1], size, left)[::-1]
    # A letter's marks stay with it.
    while last and unicodedata.combining(last[0]):
        last = last[1:]
    return f"{first.rstrip()}{ELLIPSIS}{last.lstrip()}"


def _that_fit(signs: str, size: float, room: float) -> str:
    used = 0.0
    for index, sign in enumerate(signs):
        used += width(sign, size)
        if used > room:
            return signs[:index]
    return signs


def _shortened(line: str, size: float, room: float, *, bold: bool) -> str:
    line = line.rstrip()
    while line and width(line + ELLIPSIS, size, bold=bold) > room:
        line = line[:-1]
    return line.rstrip()


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
    if _is_wide(sign) or code in _LONGEST_SIGNS:
        return _LONGEST_SIGNS.get(code, 1000)
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Mn", "Cf"}:
        return 0
    base = unicodedata.normalize("NFD", sign)[0]
    if base != sign:
        return _advance(base)
    return 700 if code > 0x0250 else 620
