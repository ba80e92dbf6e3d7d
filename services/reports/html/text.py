"""Foreign texts on their way into HTML: data, never markup."""

import html
import re
import unicodedata

from services.models.drawable import drawable

_BREAKS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
# What sentences of our own hold apart, so that right-to-left letters do not move what follows.
_HELD_APART = re.compile("\u2068([^\u2066-\u2069\u202a-\u202e]*)\u2069")
_LONG_WORD = 16
_LONG_WORDS = re.compile(rf"\S{{{_LONG_WORD + 1},}}")
_JOINTS = re.compile(rf"(?<=[@._/:;,=&?-])(?=[^\W_])|(?<=\w{{{_LONG_WORD}}})(?=\w)")


def escaped(text: str) -> str:
    """Return a text as the content of an element; line breaks become plain ones."""
    pieces = _HELD_APART.split(_BREAKS.sub("\n", text))
    # Every second piece is what stood between two isolating marks.
    return "".join(
        f"<bdi>{_safe(piece)}</bdi>" if number % 2 else _safe(piece)
        for number, piece in enumerate(pieces)
    )


def attribute(text: str) -> str:
    """Return a text, in one line, as the value of an attribute in double quotes."""
    return _safe(one_line(_HELD_APART.sub(r"\1", text)))


def breakable(text: str) -> str:
    """Return a text as `escaped` does, with places where long words may be broken."""
    if not _LONG_WORDS.search(text):
        return escaped(text)
    # A sign that never leaves `drawable` alive marks the places until the text is escaped.
    marked = _LONG_WORDS.sub(lambda found: _JOINTS.sub("\x1f", found[0]), text.replace("\x1f", "�"))
    return "<wbr>".join(map(escaped, marked.split("\x1f")))


def one_line(text: str) -> str:
    """Return a text without line breaks."""
    return " ".join(_BREAKS.sub("\n", text).split())


def width(text: str) -> int:
    """Return how many Latin letters wide a text is, about: those of East Asia count twice."""
    return len(text) if text.isascii() else sum(map(_sign_width, text))


def shortened(text: str, *, room: int) -> str:
    """Return a text in one line, cut after a word where it is wider than `room` letters."""
    # What a line cannot hold by far need not be looked at.
    line = one_line(text[: 8 * room])
    if len(text) <= 8 * room and width(line) <= room:
        return line
    kept = ""
    for word in line.split(" "):
        longer = f"{kept} {word}".lstrip()
        if width(longer) >= room:
            break
        kept = longer
    return f"{kept or _first_letters(line, room=room - 1)}…"


def _first_letters(line: str, *, room: int) -> str:
    kept = line[:room]
    while width(kept) > room:
        kept = kept[:-1]
    return kept


def _sign_width(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _safe(text: str) -> str:
    return html.escape(drawable(text))
