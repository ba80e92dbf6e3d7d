"""Finds people's names in running text, in any script, and puts other words in their place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from services.analysis.name_forms import NameForm, NameForms, name_forms, whole_forms
from services.analysis.name_words import (
    CLITICS,
    CYRILLIC_ENDINGS,
    CYRILLIC_VOWELS,
    GREEK_ENDINGS,
    LATIN_ENDINGS,
)
from services.analysis.plain_text import PlainText, PlainWord, plain_text

SOMEBODY: Final = "(name hidden)"
"""Stands for a name that several people share."""
_BETWEEN: Final = frozenset(" \t\n\r\u00a0,.-‐‑–—'’‘ʼ`´·・‧•=/_+")
_WIDEST: Final = 3
_FEWEST_SPELT: Final = 3
"""So many letters in a row may be a name that is spelt out: "A-N-N-A"."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """Words from `first` up to `behind` that name an owner."""

    first: int
    behind: int
    owner: str


class NameFinder:
    """Knows the names of some people; `names` holds each name with what replaces it.

    Found are: the whole name in any case and order, run together, and with particles; each part of
    two signs and more, with possessives and common endings; never a single sign, and a part that is
    a word of its own ("Will") only where it begins with a capital. Scripts without spaces need no
    borders around a name. What follows each other closely and means one person is replaced once.
    Of the names in `wholes` nothing but the whole is found, and only where no other name is meant.
    """

    def __init__(
        self, names: Iterable[tuple[str, str]], wholes: Iterable[tuple[str, str]] = ()
    ) -> None:
        self._index: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
        self._owners: dict[tuple[str, ...], str] = {}
        self._known: dict[str, NameForms] = {}
        capital: dict[tuple[str, ...], bool] = {}
        for name, owner in dict.fromkeys(names):
            forms = name_forms(name)
            self._remember(owner, forms)
            for form in forms.forms:
                capital[form.words] = capital.get(form.words, True) and form.needs_capital
                self._claim(form, owner)
        others = [(form, owner) for name, owner in wholes for form in whole_forms(name)]
        for form, owner in others:
            if form.words not in capital:
                self._claim(form, owner)
        capital |= {form.words: False for form, _ in others if form.words not in capital}
        for words in sorted(capital, key=len, reverse=True):
            self._index.setdefault(words[0], []).append((words, capital[words]))
        alone = [words[0] for words in capital if len(words) == 1]
        self._beginnings = {name[:end] for name in alone for end in range(1, len(name) + 1)}

    def masked(self, text: str) -> str:
        """Return the text with all names replaced; the same object if there are none."""
        if not self._index:
            return text
        plain = plain_text(text)
        words = list(plain.words())
        parts, end = [], 0
        for hit in self._merged(plain, words, list(self._hits(plain, words))):
            start, behind = plain.place(words[hit.first].start, words[hit.behind - 1].end)
            parts += [plain.source[end:start], hit.owner]
            end = behind
        return "".join((*parts, plain.source[end:])) if parts else text

    def _remember(self, owner: str, forms: NameForms) -> None:
        known = self._known.get(owner)
        if known:
            particles, initials = known.particles | forms.particles, known.initials | forms.initials
            forms = NameForms((), particles=particles, initials=initials)
        self._known[owner] = NameForms((), forms.particles, forms.initials)

    def _claim(self, form: NameForm, owner: str) -> None:
        if self._owners.setdefault(form.words, owner) != owner:
            self._owners[form.words] = SOMEBODY

    def _hits(self, plain: PlainText, words: Sequence[PlainWord]) -> Iterator[_Hit]:
        place = 0
        while place < len(words):
            hit = self._hit(plain, words, place)
            if hit:
                yield hit
            place = hit.behind if hit else place + 1

    def _hit(self, plain: PlainText, words: Sequence[PlainWord], place: int) -> _Hit | None:
        word = words[place]
        for form, needs_capital in self._index.get(word.text, ()):
            behind = place + len(form)
            if (not needs_capital or word.is_capital) and _in_a_row(plain, words, place, form):
                return _Hit(place, behind, self._owners[form])
        if word.is_sign:
            return None
        if len(word.text) == 1:
            return self._spelt(plain, words, place)
        for stem in _stems(word):
            if any(len(form) == 1 for form, _ in self._index.get(stem, ())):
                return _Hit(place, place + 1, self._owners[(stem,)])
        return None

    def _spelt(self, plain: PlainText, words: Sequence[PlainWord], place: int) -> _Hit | None:
        """Return the longest name of which each letter is said by itself."""
        hit, text, behind = None, words[place].text, place + 1
        while text in self._beginnings:
            if (text,) in self._owners and behind - place >= _FEWEST_SPELT:
                hit = _Hit(place, behind, self._owners[(text,)])
            letter = words[behind].text if behind < len(words) else ""
            if len(letter) != 1 or not _is_close(plain, words[behind - 1], words[behind]):
                break
            text, behind = text + letter, behind + 1
        return hit

    def _merged(
        self, plain: PlainText, words: Sequence[PlainWord], hits: Sequence[_Hit]
    ) -> list[_Hit]:
        """Join neighbours that mean one person, with initials and particles beside them."""
        merged: list[_Hit] = []
        for hit in hits:
            wide = self._with_initials(plain, words, hit)
            last = merged[-1] if merged else None
            if last and wide.first < last.behind:
                wide = _Hit(last.behind, max(wide.behind, hit.behind), hit.owner)
            if last and last.owner == wide.owner and self._is_joined(plain, words, last, wide):
                merged[-1] = _Hit(last.first, wide.behind, wide.owner)
            else:
                merged.append(wide)
        return merged

    def _with_initials(self, plain: PlainText, words: Sequence[PlainWord], hit: _Hit) -> _Hit:
        known = self._known.get(hit.owner)
        first, behind = hit.first, hit.behind
        if known is None:
            return hit
        while first and self._is_initial(plain, words, first - 1, known):
            first -= 1
        while behind < len(words) and self._is_initial(plain, words, behind, known):
            behind += 1
        return _Hit(first, behind, hit.owner)

    @staticmethod
    def _is_initial(
        plain: PlainText, words: Sequence[PlainWord], place: int, known: NameForms
    ) -> bool:
        word = words[place]
        has_stop = plain.plain[word.end : word.end + 1] == "."
        return word.text in known.initials and len(word.text) == 1 and has_stop

    def _is_joined(
        self, plain: PlainText, words: Sequence[PlainWord], left: _Hit, right: _Hit
    ) -> bool:
        known = self._known.get(left.owner)
        middle = words[left.behind : right.first]
        if known and any(word.text not in known.particles for word in middle):
            return False
        pairs = range(left.behind - 1, right.first)
        return all(_is_close(plain, words[place], words[place + 1]) for place in pairs)


def _in_a_row(
    plain: PlainText, words: Sequence[PlainWord], place: int, form: tuple[str, ...]
) -> bool:
    if place + len(form) > len(words):
        return False
    return all(
        words[place + step].text == form[step]
        and _is_close(plain, words[place + step - 1], words[place + step])
        for step in range(1, len(form))
    )


def _is_close(plain: PlainText, left: PlainWord, right: PlainWord) -> bool:
    between = plain.plain[left.end : right.start]
    return len(between) <= _WIDEST and _BETWEEN.issuperset(between)


def _stems(word: PlainWord) -> Iterator[str]:
    """Return what a word may be without an ending or a prefix of its language."""
    text = word.text
    for prefix in (1, 2):
        if CLITICS.issuperset(text[:prefix]) and len(text) > prefix + 2:
            yield text[prefix:]
    if len(text) < 4 or not word.is_capital:
        return
    if text.isascii():
        yield from _without(text, LATIN_ENDINGS)
    elif "α" <= text[0] <= "ω":
        for ending, own in GREEK_ENDINGS:
            yield from (stem + own for stem in _without(text, (ending,)))
    else:
        for stem in _without(text, CYRILLIC_ENDINGS):
            yield stem
            yield from (stem + vowel for vowel in CYRILLIC_VOWELS)


def _without(text: str, endings: Iterable[str]) -> Iterator[str]:
    """Return the text without each ending that it has, where three signs and more stay."""
    for ending in endings:
        stem = text.removesuffix(ending)
        if len(stem) > 2 and (stem != text or not ending):
            yield stem
