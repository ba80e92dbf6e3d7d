"""The forms of a name: whole, turned round, run together, and each part by itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from services.analysis.name_words import COMMON, NEVER_ALONE, PARTICLES
from services.analysis.plain_text import PlainWord, plain_text

_JOINED_FROM: Final = 6
_MOST_SIGNS: Final = 6
_DIGRAPHS: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "Å": "Aa"}
)
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameForm:
    """Words that mean the person when they stand in a row."""

    words: _Words
    """As `PlainText.words` gives them."""
    needs_capital: bool = False
    """Whether it is a word of its own, so that only a capital makes it a name."""


@dataclass(frozen=True, slots=True)
class NameForms:
    """All that one person's name is found by."""

    forms: tuple[NameForm, ...]
    particles: frozenset[str] = frozenset()
    """What may stand between two parts."""
    initials: frozenset[str] = frozenset()
    """What may stand beside a part, with a full stop behind it."""


def name_forms(name: str) -> NameForms:
    """Return the forms of a name in any script; none for a text without letters."""
    spellings = dict.fromkeys((name, name.translate(_DIGRAPHS)))
    chunks = [_chunks(each) for each in spellings]
    forms = dict.fromkeys(form for each in chunks for form in _forms(each))
    words = [word for chunk in chunks[0] for word in chunk]
    spaced = [word for word in words if not word.is_sign]
    return NameForms(
        forms=tuple(forms),
        particles=frozenset(word.text for word in spaced) & (PARTICLES | NEVER_ALONE),
        initials=frozenset(word.text[0] for word in spaced),
    )


def whole_forms(name: str) -> Iterator[NameForm]:
    """Return the forms that hold the whole name; none of a name of one word."""
    yield from _whole(_chunks(name))


def _chunks(name: str) -> list[list[PlainWord]]:
    """Return the words of each part between spaces and commas."""
    parts = name.replace(",", " ").split()
    found = (list(plain_text(part).words()) for part in parts)
    return [words for words in found if words]


def _forms(chunks: Sequence[Sequence[PlainWord]]) -> Iterator[NameForm]:
    yield from _whole(chunks)
    for chunk in chunks:
        yield from _of_a_chunk(chunk)
    yield from _with_particles([word for chunk in chunks for word in chunk])
    if len(chunks) == 1:
        yield from _halves(chunks[0])


def _whole(chunks: Sequence[Sequence[PlainWord]]) -> Iterator[NameForm]:
    """Return the whole name as it is, and with its last part first or its first part last."""
    texts = [[word.text for word in chunk] for chunk in chunks]
    orders = [texts, [*texts[-1:], *texts[:-1]], [*texts[1:], *texts[:1]]]
    for order in orders:
        words = tuple(word for chunk in order for word in chunk)
        if len(words) > 1:
            yield NameForm(words)
            yield from _joined(chunks, words)


def _joined(chunks: Sequence[Sequence[PlainWord]], words: _Words) -> Iterator[NameForm]:
    text = "".join(words)
    if len(text) >= _JOINED_FROM and not any(word.is_sign for chunk in chunks for word in chunk):
        yield NameForm((text,))


def _of_a_chunk(chunk: Sequence[PlainWord]) -> Iterator[NameForm]:
    """Return a part of the name: as it is written, run together, and each word of it."""
    words = tuple(word.text for word in chunk)
    if len(words) > 1:
        yield NameForm(words)
        if len("".join(words)) >= 5 and not any(word.is_sign for word in chunk):
            yield NameForm(("".join(words),))
    for word in chunk:
        if not word.is_sign and len(word.text) > 1:
            yield from _alone(word)
            yield from _son_of(word.text)


def _son_of(text: str) -> Iterator[NameForm]:
    """Return "mc donald" of "mcdonald"."""
    for prefix in ("mc", "mac"):
        rest = text.removeprefix(prefix)
        if rest != text and len(rest) > 3:
            yield NameForm((prefix, rest))


def _alone(word: PlainWord) -> Iterator[NameForm]:
    if word.text in NEVER_ALONE or (word.text in PARTICLES and not word.is_capital):
        return
    has_case = word.text.upper() != word.text
    is_word = len(word.text) == 2 or word.text in COMMON or word.text in PARTICLES
    yield NameForm((word.text,), needs_capital=has_case and is_word)


def _with_particles(words: Sequence[PlainWord]) -> Iterator[NameForm]:
    """Return each part with the particles before it: "van der Berg"."""
    before: list[str] = []
    for word in words:
        if word.text in PARTICLES:
            before.append(word.text)
        elif before:
            yield NameForm((*before, word.text))
            before = []


def _halves(chunk: Sequence[PlainWord]) -> Iterable[NameForm]:
    """Return the likely family and given names of a name that is written without a space.

    Where one ends is not written, so each cut of two signs and more is taken; a single sign is
    never looked for by itself.
    """
    words = tuple(word.text for word in chunk)
    is_name = all(word.is_sign and _has_syllables(word.text) for word in chunk)
    if not is_name or len(words) > _MOST_SIGNS:
        return
    for cut in range(1, len(words)):
        for half in (words[:cut], words[cut:]):
            if len(half) > 1:
                yield NameForm(half)


def _has_syllables(sign: str) -> bool:
    """Tell whether one sign of this script is a syllable or a word: Han and Hangul."""
    return sign >= "\u3400"
