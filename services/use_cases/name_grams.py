"""Rows of words in a text that may be somebody's whole name, as the cache compares names."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from services.cache.folding import fold

_MOST_WORDS: Final = 4
_EDGES: Final = ' \t.,:;!?"“”„«»()[]{}<>*…。、！？「」（）'
_SIGNS: Final = re.compile("[\u3400-\u9fff\uac00-\ud7a3]{3,}")
_POSSESSIVE: Final = re.compile("['’ʼ`´](?:s|in|ın|un|ün|e|a|)$")
_BETWEEN: Final = re.compile("[_/|+·・•=]+")
_SENTENCE: Final = re.compile(r"[\n.!?;:()\[\]{}\"“”„«»|]+")


def grams(text: str) -> Iterator[str]:
    """Return each two to four words in a row, folded, as they are and turned round.

    Of Chinese and Korean, which need no spaces, each three or four signs. Possessives count as the
    name as well, and so does a name with signs in it that are not seen.
    """
    seen = "".join(sign for sign in text if sign.isascii() or unicodedata.category(sign) != "Cf")
    if seen != text:
        yield from grams(seen)
    for sentence in _SENTENCE.split(fold(text.replace("\n", " | "))):
        words = _words(sentence)
        yield from _rows(words)
        bare = _words(_BETWEEN.sub(" ", " ".join(_POSSESSIVE.sub("", word) for word in words)))
        if bare != words:
            yield from _rows(bare)
    for run in _SIGNS.findall(text):
        for size in (3, 4):
            yield from (fold(run[at : at + size]) for at in range(len(run) - size + 1))


def _words(sentence: str) -> list[str]:
    return [word for word in (one.strip(_EDGES) for one in sentence.split()) if word]


def _rows(words: Sequence[str]) -> Iterator[str]:
    for size in range(2, _MOST_WORDS + 1):
        for at in range(len(words) - size + 1):
            row = words[at : at + size]
            yield " ".join(row)
            yield " ".join((row[-1], *row[:-1]))
            if size > 2:
                yield " ".join((*row[1:], row[0]))
