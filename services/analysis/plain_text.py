"""Text as names are looked for in it: without case, accents and invisible signs, cut into words."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_UNSPACED: Final = (
    "\u0e00-\u0e4e\u0e80-\u0ece"  # Thai, Lao
    "\u0f40-\u0fbc\u1000-\u1049\u1050-\u109f\u1780-\u17d3"  # Tibetan, Burmese, Khmer
    "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"  # Hiragana, Katakana
    "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
    "\u1100-\u11ff\uac00-\ud7a3"  # Hangul, whose particles stick to the name
)
_INDIC: Final = "\u0900-\u0963\u0971-\u0dff"
"""Vowel signs that are no letters by themselves stand within words here."""
_WORD: Final = re.compile(rf"[{_UNSPACED}]|(?:[^\W\d_{_UNSPACED}]|[{_INDIC}])+")
_HAS_NO_SPACES: Final = re.compile(rf"[{_UNSPACED}]")
_STROKES: Final = str.maketrans(
    {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th"}
    # Persian and Arabic keyboards write one letter in two ways; a stretched word is the same word.
    | {"ی": "ي", "ى": "ي", "ک": "ك", "ـ": ""}
)
_LOOKALIKES: Final = str.maketrans(
    "авекмнорстухіјѕԁһԛԝαβεικνορτυχ", "abekmhopctyxijsdhqwabeiknoptux"
)
"""Cyrillic and Greek letters that a Latin one stands for in a word of both scripts."""
_MIXED: Final = re.compile(r"[a-z][Ͱ-ԯ]|[Ͱ-ԯ][a-z]")
_SELECTORS: Final = (("\ufe00", "\ufe0f"), ("\U000e0100", "\U000e01ef"))
_plain: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class PlainWord:
    """A word, or one sign of a script that is written without spaces."""

    text: str
    start: int
    """In `PlainText.plain`, as `end`."""
    end: int
    is_sign: bool
    is_capital: bool
    """Whether it begins with a capital, or its script has none."""


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text beside its plain spelling, which knows where each of its signs came from."""

    source: str
    """The text in Unicode's form NFC."""
    plain: str
    origin: Sequence[int]
    """For each sign of `plain` its place in `source`, and at last the length of `source`."""

    def words(self) -> Iterator[PlainWord]:
        """Return the words in order."""
        for found in _WORD.finditer(self.plain):
            start, end = found.span()
            first = self.source[self.origin[start]]
            yield PlainWord(
                text=found.group(),
                start=start,
                end=end,
                is_sign=bool(_HAS_NO_SPACES.match(found.group())),
                is_capital=not first.islower(),
            )

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where in `source` the plain text from `start` to `end` stands."""
        last = self.origin[end - 1]
        return self.origin[start], max(last + 1, self.origin[end])


def plain_text(text: str) -> PlainText:
    """Return the text as it is compared: "Nguyễn", "NGUYEN" and "Nguye\u0302\u0303n" are one."""
    if text.isascii():
        return PlainText(text, text.lower(), range(len(text) + 1))
    source = unicodedata.normalize("NFC", text)
    signs: list[str] = []
    origin: list[int] = []
    for place, sign in enumerate(source):
        plain = _plain.get(sign)
        if plain is None:
            plain = _plain[sign] = _plainly(sign)
        signs.append(plain)
        origin += [place] * len(plain)
    origin.append(len(source))
    return PlainText(source, _of_one_script("".join(signs)), origin)


def _of_one_script(plain: str) -> str:
    """Return the text with words that mix Latin with letters that look so in Latin alone."""
    if not _MIXED.search(plain):
        return plain

    def spelt(found: re.Match[str]) -> str:
        word = found.group()
        return word.translate(_LOOKALIKES) if _MIXED.search(word) else word

    return _WORD.sub(spelt, plain)


def _plainly(sign: str) -> str:
    """Return one sign without case, accents and strokes; nothing for one that is not seen."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())
    kept = (
        each
        for each in apart
        if not unicodedata.combining(each)
        and unicodedata.category(each) != "Cf"
        and not any(low <= each <= high for low, high in _SELECTORS)
    )
    return unicodedata.normalize("NFC", "".join(kept)).translate(_STROKES)
