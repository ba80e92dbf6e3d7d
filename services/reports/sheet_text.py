"""Texts as a spreadsheet's file can hold them: cells, names of sheets, headers of pages."""

import re
from typing import Final

LONGEST: Final = 32_767
"""So many units of UTF-16 a cell of XLSX holds."""
_CUT: Final = " … [cut here: a cell holds at most 32,767 characters]"
# What XML cannot hold, and the two signs that turn the text around them, which nobody's name needs.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u202d\u202e]")
_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f\ufffe\uffff\ud800-\udfff]+")
_LONGEST_NAME: Final = 31
_RESERVED: Final = frozenset({"history"})


def cell_text(text: str) -> str:
    """Return a text that a cell can hold: shown as it is, cut with a word where it is too long."""
    plain = _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(plain) * 2 > LONGEST:
        plain = _cut(plain)
    # XlsxWriter takes a text of this shape for its own markup and would not escape it.
    return f"{plain} " if plain.startswith("<r>") and plain.endswith("</r>") else plain


def _cut(text: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def sheet_name(title: str, *, taken: set[str]) -> str:
    """Return a name that no other sheet has, and add it to those `taken`.

    At most 31 units of UTF-16, without the signs that names of sheets may not hold.
    """
    plain = " ".join(_IN_NAMES.sub(" ", title).split())
    free, number = _fitting(plain, ""), 1
    while free.casefold() in taken | _RESERVED:
        number += 1
        free = _fitting(plain, f" ({number})")
    taken.add(free.casefold())
    return free


def _fitting(name: str, ending: str) -> str:
    room = 2 * (_LONGEST_NAME - len(ending))
    beginning = name.encode("utf-16-le")[:room].decode("utf-16-le", "ignore").strip(" '")
    return f"{beginning or 'Table'}{ending}"


def page_text(text: str, *, longest: int) -> str:
    """Return a text for the header or footer of a page, where an ampersand is a command."""
    plain = " ".join(_FORBIDDEN.sub(" ", text).split())
    short = plain if len(plain) <= longest else f"{plain[: longest - 1]}…"
    return short.replace("&", "&&")
