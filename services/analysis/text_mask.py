"""Makes running text say nothing of who it is about: names, addresses, links and vendors' ids."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from services.analysis.address_forms import addresses as spoken
from services.analysis.address_forms import links
from services.analysis.name_finder import SOMEBODY, NameFinder
from services.analysis.name_words import COMMON, MAILBOXES, NEVER_ALONE
from services.analysis.plain_text import PlainText, plain_text

ADDRESS: Final = "(address hidden)"
LINK: Final = "(link hidden)"
ID: Final = "(id hidden)"
_TOKENS: Final = re.compile(r"[\w.+~-]++")
_LATIN: Final = re.compile("[A-Za-z]")
_NO_LETTERS: Final = re.compile(r"[\W\d_]+")
_SHORTEST_ID: Final = 4


@dataclass(frozen=True, slots=True)
class _Found:
    """A place in a plain text, and what is to stand there."""

    start: int
    end: int
    replacement: str


class TextMask:
    """Replaces what names somebody by that person's pseudonym, and hides every address and link.

    `names` and `addresses` hold (text, pseudonym); of `wholes` only the whole name is replaced.
    `ids` are hidden wherever they stand alone. Whose name is in no Latin letters is also found by
    the words before the @ of their address: that is how others may write the name.
    """

    def __init__(
        self,
        names: Iterable[tuple[str, str]],
        addresses: Iterable[tuple[str, str]] = (),
        *,
        wholes: Iterable[tuple[str, str]] = (),
        ids: Iterable[str] = (),
    ) -> None:
        names, addresses = list(names), list(dict.fromkeys(addresses))
        self._finder = NameFinder((*names, *_transliterated(names, addresses)), wholes)
        self._tokens = {each: ID for each in map(_plain, ids) if len(each) >= _SHORTEST_ID}
        self._odd = [id_ for id_ in self._tokens if not _TOKENS.fullmatch(id_)]
        self._addresses: dict[str, str] = {}
        for address, owner in addresses:
            self._know(address, owner)
        self._done: dict[str, str] = {}

    def masked(self, text: str) -> str:
        """Return the text without what names anybody; the same object where nothing does."""
        done = self._done.get(text)
        if done is None:
            done = self._done[text] = self._masked(text)
        return done

    def _know(self, address: str, owner: str) -> None:
        plain = _plain(address).strip()
        local = plain.partition("@")[0]
        _claim(self._addresses, plain, owner)
        if len(local) > 2 and local not in COMMON | NEVER_ALONE | MAILBOXES:
            _claim(self._tokens, local, owner)

    def _masked(self, text: str) -> str:
        plain = plain_text(text)
        literals = _without_overlaps([*self._literals(plain)])
        if not literals:
            return self._finder.masked(text)
        # Names are looked for between them: one that reached into an id would hide neither whole.
        parts, end = [], 0
        for literal in literals:
            start, behind = plain.place(literal.start, literal.end)
            parts += [self._finder.masked(plain.source[end:start]), literal.replacement]
            end = behind
        return "".join((*parts, self._finder.masked(plain.source[end:])))

    def _literals(self, plain: PlainText) -> Iterator[_Found]:
        """Return links first, then addresses, then ids and what stands before the @ of one."""
        for start, end in links(plain.plain):
            yield _Found(start, end, LINK)
        for start, end, address in spoken(plain.plain):
            yield _Found(start, end, self._addresses.get(address, ADDRESS))
        yield from self._of_tokens(plain.plain)
        for odd in self._odd:
            for found in re.finditer(re.escape(odd), plain.plain):
                yield _Found(*found.span(), ID)

    def _of_tokens(self, plain: str) -> Iterator[_Found]:
        if not self._tokens:
            return
        for found in _TOKENS.finditer(plain):
            token = found.group().strip(".+~-")
            owner = self._tokens.get(token) if token else None
            if owner:
                start = found.start() + found.group().index(token)
                yield _Found(start, start + len(token), owner)


def _transliterated(
    names: Iterable[tuple[str, str]], addresses: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    latin = {owner for name, owner in names if _LATIN.search(name)}
    for address, owner in addresses:
        words = _NO_LETTERS.sub(" ", address.partition("@")[0]).title()
        if owner not in latin and not MAILBOXES.issuperset(words.casefold().split()):
            yield words, owner


def _claim(known: dict[str, str], text: str, owner: str) -> None:
    if known.setdefault(text, owner) != owner:
        known[text] = SOMEBODY


def _plain(text: str) -> str:
    """Return an address or an id as it is looked for: `PlainText.plain`."""
    return plain_text(text).plain


def _without_overlaps(places: Sequence[_Found]) -> list[_Found]:
    """Return the places in order; of two that overlap the one that was given first."""
    taken: list[tuple[int, _Found]] = []
    for rank, place in sorted(enumerate(places), key=lambda each: each[1].start):
        if not taken or taken[-1][1].end <= place.start:
            taken.append((rank, place))
        elif rank < taken[-1][0]:
            taken[-1] = (rank, place)
    return [place for _, place in taken]
