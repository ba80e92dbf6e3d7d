"""Texts as a spreadsheet's file can hold them: cells, names of sheets, headers of pages."""

import re
from collections.abc import Iterable
from typing import Final

LONGEST: Final = 32_767
"""So many units of UTF-16 a cell of XLSX holds."""
_CUT: Final = " … [cut here: a cell holds at most 32,767 characters]"
# What XML cannot hold, and the two signs that turn the text around them, which nobody's name needs.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u202d\u202e]")
_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f\ufffe\uffff\ud800-\udfff]+")
_LONGEST_NAME: Final = 31
_LAST_WORDS: Final = 12
_RESERVED: Final = frozenset({"history"})


def cell_text(text: str) -> str:
    """Return a text that a cell can hold: shown as it is, cut with a word where it is too long."""
    plain = _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(plain) * 2 > LONGEST:
        plain = _cut(plain)
    # XlsxWriter takes a text of this shape for its own markup and would not escape it.
    return f"{plain} " if plain.startswith("<r>") and plain.endswith("</r>") else plain


def _cut(text: str) -> str:
    return text if _units(text) <= LONGEST else _beginning(text, LONGEST - len(_CUT)) + _CUT


def sheet_name(title: str, *, taken: set[str]) -> str:
    """Return a name that no other sheet has, and add it to those `taken`.

    At most 31 units of UTF-16, without the signs that names of sheets may not hold. A longer title
    keeps its last words too: they tell "in question 1" from "in question 2".
    """
    plain = " ".join(_IN_NAMES.sub(" ", title).split())
    free, number = _fitting(plain, ""), 1
    while free.casefold() in taken | _RESERVED:
        number += 1
        free = _fitting(plain, f" ({number})")
    taken.add(free.casefold())
    return free


def _fitting(name: str, ending: str) -> str:
    room = _LONGEST_NAME - len(ending)
    short = name if _units(name) <= room else _shortened(name, room)
    beginning = _beginning(short, room).strip(" '")
    return f"{beginning or 'Table'}{ending}"


def _shortened(name: str, room: int) -> str:
    """Return the first words and the last ones; a name without short words comes back whole."""
    last = _words(reversed(name.split()), _LAST_WORDS)[::-1]
    first = _words(name.split(), room - 1 - _units(" ".join(last)))
    return f"{' '.join(first)}…{' '.join(last)}" if first and last else name


def _words(words: Iterable[str], room: int) -> list[str]:
    found: list[str] = []
    for word in words:
        if _units(" ".join((*found, word))) > room:
            break
        found.append(word)
    return found


def _beginning(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def _units(text: str) -> int:
    """Return how long a text is as spreadsheets count."""
    return len(text.encode("utf-16-le")) // 2


def page_text(text: str, *, longest: int) -> str:
    """Return a text for the header or footer of a page, where an ampersand is a command.

    `longest` counts as spreadsheets do, who take 255 units at most: an ampersand counts twice.
    """
    plain = " ".join(_FORBIDDEN.sub(" ", text).split())
    if _units(plain.replace("&", "&&")) <= longest:
        return plain.replace("&", "&&")
    while _units(plain.replace("&", "&&")) >= longest:
        plain = plain[: min(longest, len(plain)) - 1]
    return plain.replace("&", "&&") + "…"
