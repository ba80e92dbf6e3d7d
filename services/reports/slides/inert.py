"""Foreign texts on slides: as they were given, less what XML forbids or would turn letters round.

Texts become runs of plain text: PowerPoint makes no links, fields or formulas of those.
"""

import re
import unicodedata

from services.models.drawable import drawable

# XML forbids the last two.
_REPLACED = {ord("\t"): " ", 0xFFFE: "�", 0xFFFF: "�"}
_BLANKS = re.compile("[ \n]+")
_BREAKS = re.compile(r"\r\n|[\r\x85\u2028\u2029]")
_STRONG = {"L": False, "R": True, "AL": True}


def clean(text: str) -> str:
    """Return a text whose only control character is the line break."""
    return drawable(_BREAKS.sub("\n", text)).translate(_REPLACED)


def one_line(text: str) -> str:
    """Return a text for a place that has one paragraph: every run of blanks is one space."""
    return _BLANKS.sub(" ", clean(text)).strip()


def compact(text: str) -> str:
    """Return a text for a cell: its line breaks are kept, empty lines are not."""
    lines = (line.strip(" ") for line in clean(text).split("\n"))
    return "\n".join(line for line in lines if line)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is of a script read from the right."""
    kinds = map(unicodedata.bidirectional, text[:400])
    return next((_STRONG[kind] for kind in kinds if kind in _STRONG), False)


def has_right_to_left(text: str) -> bool:
    """Whether any letter is of a script read from the right."""
    return any(_STRONG.get(unicodedata.bidirectional(sign), False) for sign in text)
