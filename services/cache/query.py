"""What a person types into the full-text search, as an expression that can't be misunderstood.

Words stand for themselves and must all occur; `"an exact phrase"` in quotes occurs as it is;
a trailing `*` finds every word that begins so. Nothing else has a meaning.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from services.cache.sqlite.search import quoted

_TERMS: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')
_QUOTES: Final = str.maketrans("\u201c\u201d\u201e\u00ab\u00bb", '"""""')
_MOST_TERMS: Final = 32
# Written without blanks between words, so each sign counts as a word: Chinese and Japanese.
_UNSPACED: Final = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def terms(text: str) -> tuple[str, ...]:
    """Return the terms of a search, each one an FTS5 phrase; empty when nothing can be found."""
    found = (term for match in _TERMS.finditer(_plain(text)) for term in _phrases(match))
    return tuple(term for term, _ in zip(found, range(_MOST_TERMS), strict=False))


def all_of(found: tuple[str, ...]) -> str:
    """Return the expression for texts that hold every term."""
    return " AND ".join(found)


def any_of(found: tuple[str, ...]) -> str:
    """Return the expression for texts that hold a term."""
    return " OR ".join(found)


def spaced(text: str) -> str:
    """Return `text` with blanks around signs that are words by themselves, as it is indexed."""
    return _UNSPACED.sub(r" \g<0> ", text) if not text.isascii() else text


def _plain(text: str) -> str:
    return text.translate(_QUOTES).replace("\x00", " ")


def _phrases(match: re.Match[str]) -> Iterator[str]:
    phrase, word = match.groups()
    content = word.rstrip("*") if word is not None else phrase
    if any(_counts(character) for character in content):
        beginning = word is not None and word.endswith("*")
        yield quoted(spaced(content)) + ("*" if beginning else "")


def _counts(character: str) -> bool:
    """Tell whether a character is part of a word to the index: letters and digits are."""
    return unicodedata.category(character)[0] in "LN"
