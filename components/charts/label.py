"""Untrusted text on its way into a figure: cleaned, measured, cut to fit, and escaped.

Plotly reads `<b>`, `<a href=...>`, entities, `$...$` and `%{...}` in any text. Names and titles
come from outside, so that each of them goes through `escaped` just before it enters a figure.
"""

import unicodedata
from bisect import bisect_right
from functools import cache
from itertools import accumulate

_SPECIAL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;", "%": "&#37;"})
_DIRECTION_MARKS = "\u200e\u200f\u061c"
_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_NARROW = frozenset(" .,:;'|!()[]{}/\\-ijltfrI")
_BROAD = frozenset("mwMW@%&—…")
_LONGEST = {"\ufdfd": 10.0}
"""A whole sentence in one sign."""
_JOINERS = "\u200d\ufe0e\ufe0f"


def clean(text: str) -> str:
    """Return `text` in one line, without what could turn or break the words around it.

    Control characters and direction overrides become the replacement sign, so that a reader sees
    that something stood there.
    """
    return " ".join("".join(map(_visible, text)).split())


def plain(text: str) -> str:
    """Return `text` cleaned for a sentence; right-to-left letters do not move what follows."""
    line = clean(text)
    if not line.isascii() and any(map(_goes_left, line)):
        return f"\u2068{line}\u2069"
    return line


def brief(text: str) -> str:
    """Return `text` for a sentence, cut where it would drown the rest."""
    return plain(shortened(clean(text), room=500))


def escaped(text: str) -> str:
    """Return `text` cleaned and without any meaning to Plotly's markup."""
    return plain(text).translate(_SPECIAL)


def width(text: str, *, size: float = 13) -> float:
    """Estimate how many pixels wide `text` is drawn in a font of `size` pixels."""
    return sum(map(_advance, text)) * size


def shortened(text: str, *, room: float, size: float = 13) -> str:
    """Return `text`, cut with an ellipsis where it is wider than `room` pixels."""
    if width(text, size=size) <= room:
        return text
    ends = list(accumulate(map(_advance, text)))
    kept = text[: bisect_right(ends, room / size - 1)]
    while kept and _splits_a_letter(kept, text):
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def narrowed(text: str, *, room: float, size: float = 13) -> str:
    """Return `text`, cut in its middle where it is too wide: numbered names differ at their end."""
    if width(text, size=size) <= room:
        return text
    ends = list(accumulate(map(_advance, reversed(text))))
    # A third of the room for the end.
    start = len(text) - bisect_right(ends, room / size / 3)
    while start < len(text) and _splits_a_letter(text[:start], text):
        start += 1
    end = text[start:]
    return f"{shortened(text, room=room - width(end, size=size), size=size)}{end}"


def wrapped(text: str, *, room: float, lines: int, size: float = 13) -> tuple[str, ...]:
    """Return `text` in at most `lines` lines of `room` pixels, the last one cut if need be."""
    done: list[str] = []
    words = clean(text).split(" ")
    while words and len(done) < lines - 1:
        taken = _words_that_fit(words, room=room, size=size)
        done.append(shortened(" ".join(words[:taken]), room=room, size=size))
        words = words[taken:]
    if words:
        done.append(shortened(" ".join(words), room=room, size=size))
    return tuple(done)


def block(text: str, *, room: float, lines: int, size: float = 13) -> str:
    """Return `text` wrapped and escaped, ready for a figure."""
    return "<br>".join(escaped(line) for line in wrapped(text, room=room, lines=lines, size=size))


def _words_that_fit(words: list[str], *, room: float, size: float) -> int:
    taken, filled = 1, width(words[0], size=size)
    for word in words[1:]:
        filled += width(f" {word}", size=size)
        if filled > room:
            break
        taken += 1
    return taken


@cache
def _visible(character: str) -> str:
    if character in _DIRECTION_MARKS:
        return ""
    if character.isspace():
        return " "
    if character in _OVERRIDES or unicodedata.category(character) in ("Cc", "Cs"):
        return "\ufffd"
    return character


@cache
def _goes_left(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("R", "AL")


@cache
def _advance(character: str) -> float:
    """Return the width of a character as a share of the font's size."""
    if unicodedata.combining(character) or character in _JOINERS:
        return 0
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return 1
    if character in _LONGEST:
        return _LONGEST[character]
    if character in _NARROW:
        return 0.31
    if character in _BROAD:
        return 0.86
    return 0.6 if character.isupper() else 0.52


def _splits_a_letter(kept: str, text: str) -> bool:
    following = text[len(kept) : len(kept) + 1]
    return bool(following) and (
        bool(unicodedata.combining(following)) or following in _JOINERS or kept[-1] in _JOINERS
    )
