"""Use case: an answer that names nobody, the same pseudonym for the same person everywhere."""

import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Final

from services.analysis.pseudonyms import Pseudonyms
from services.analysis.text_mask import TextMask
from services.cache.folding import fold_address
from services.cache.store import Store
from services.models.answered import Answered, Edition
from services.models.browse import InterviewFilter
from services.models.people import Identity
from services.use_cases.made_once import MadeOnce
from services.use_cases.mask_names import MaskNames
from services.use_cases.mask_persons import decided, persons_of
from services.use_cases.mask_walk import HIDDEN, Masking, Text, is_called, is_emptied, texts
from services.use_cases.name_grams import grams

_PASSING: Final = (
    "The database may only be read and holds no key for pseudonyms yet, so the pseudonyms of this "
    "document are in no other one."
)
_MOST_GRAMS: Final = 200_000
_Called = tuple[str, str]


@dataclass(frozen=True)
class Masks:
    """Replaces names by pseudonyms; made once, for its key holds as long as the program runs."""

    store: Store
    _latest: dict[tuple[int, int], MaskNames] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def masked(self, answered: Answered) -> Answered:
        """Return the answer with every text masked; ids of ours stay for documents to work with.

        Names are those of everybody in the answer, whole and in parts, and the whole names of
        everybody else in the cache. Vendors' ids, addresses, links, pictures, tags and metadata are
        emptied where they are fields, and hidden where they stand in texts.
        """
        found = list(texts(answered))
        names = self.names()
        identities = names.identities(_subjects(found))
        called = names.called(identities.values())
        people, addresses = _shown(found, called)
        for each in identities.values():
            people += [(each.name, called[each.interview])] if each.name else []
            addresses += [(each.email, called[each.interview])] if each.email else []
        mask = TextMask(
            people,
            addresses,
            wholes=names.whole_names(_keys(_said(found))),
            ids=_ids(found, identities.values()) - called.keys(),
        )
        asked = _asked(found)
        return Masking(lambda text: mask.masked(asked.sub(_hidden, text)), called).of(answered)

    def edition(self, edition: Edition) -> Edition:
        """Return the circumstances of a masked document: no saved list is called after anybody."""
        titles = dict(edition.titles)
        spoken = self.words(titles.values())
        return replace(
            edition,
            titles={key: spoken[each] for key, each in titles.items()},
            is_masked=True,
            limits=self.limits,
        )

    def words(self, said: Iterable[str]) -> Mapping[str, str]:
        """Return each of these texts masked: whole names of people in the cache, addresses, links.

        For what many interviews share: roles, the vendors' words, titles.
        """
        several = list(dict.fromkeys(said))
        mask = TextMask((), wholes=self.names().whole_names(_keys(several)))
        return {text: mask.masked(text) for text in several}

    def candidate(self, name: str | None, email: str | None, interview_id: str) -> str:
        """Return what the candidate of one interview is called; for a list take `names` once."""
        return self.names().candidate(name, email, interview_id)

    def candidates(self, ids: Sequence[str], emails: Sequence[str | None]) -> tuple[str, ...]:
        """Return what the candidates of these interviews are called; see `MaskNames.candidates`."""
        return self.names().candidates(ids, emails)

    def names(self) -> MaskNames:
        """Return what gives out pseudonyms, as interviews and decisions stand now."""
        decisions = self.store.decisions()
        state = (self.store.generation(), len(decisions))
        found = self._latest.get(state)
        if found is None:
            known = self.store.identities_of(decided(decisions)) if decisions else ()
            persons = persons_of(decisions, known, self.store.several_addresses())
            found = MaskNames(self.store, persons, Pseudonyms(self._key[0]))
            self._latest.clear()
            self._latest[state] = found
        return found

    @property
    def limits(self) -> tuple[str, ...]:
        """What a reader of masked documents must know."""
        return (_PASSING,) if self._key[1] else ()

    @MadeOnce
    def _key(self) -> tuple[bytes, bool]:
        """The key, and whether it goes with this process."""
        kept = self.store.mask_key()
        return (kept, False) if kept else (secrets.token_bytes(32), True)


def _keys(said: Iterable[str]) -> Iterable[str]:
    """Return what may be somebody's whole name in these texts, as names are compared."""
    return islice(dict.fromkeys(gram for text in said for gram in grams(text)), _MOST_GRAMS)


def _said(found: Iterable[Text]) -> Iterable[str]:
    """Return the texts that stay, masked."""
    return dict.fromkeys(each.text for each in found if not is_emptied(each.holder, each.field))


def _shown(found: Iterable[Text], called: Mapping[str, str]) -> tuple[list[_Called], list[_Called]]:
    """Return the names and addresses that the answer itself gives, with their pseudonyms."""
    names: list[_Called] = []
    addresses: list[_Called] = []
    for each in found:
        owner = called.get(each.subject or "")
        if owner and is_called(each.holder, each.field):
            (addresses if fold_address(each.text) else names).append((each.text, owner))
        elif owner and each.field.endswith("email"):
            addresses.append((each.text, owner))
    return names, addresses


def _ids(found: Iterable[Text], identities: Iterable[Identity]) -> set[str]:
    """Return the vendors' ids in an answer and of the interviews that it is about."""
    shown = {each.text for each in found if _is_an_id(each)}
    return shown | {each.vendor_interview_id for each in identities}


def _is_an_id(each: Text) -> bool:
    """Tell whether a text is a vendor's id, which may stand in other texts too."""
    is_field = each.field in ("vendor_interview_id", "session_id", "references")
    return is_field or (each.field == "id" and is_emptied(each.holder, "id"))


def _subjects(found: Iterable[Text]) -> set[str]:
    """Return what may be our ids of interviews."""
    asked = {each.text for each in found if each.field in ("interview", "interviews")}
    return asked | {each.subject for each in found if each.subject}


def _asked(found: Sequence[Text]) -> re.Pattern[str]:
    """Return what finds a filter's own words within the name that was made of it."""
    words = {each.text for each in found if _is_of_a_filter(each) and each.text}
    if not words:
        return re.compile(r"()(?!)")
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    key = r"(\b(?:text|tag|meta(?:data)?)\b[^·&;\n]{0,200}?[=:]\s*)"
    return re.compile(rf"{key}(?:{either})", re.IGNORECASE)


def _is_of_a_filter(each: Text) -> bool:
    is_word = each.field in ("text", "tags", "metadata")
    return is_word and isinstance(each.holder, InterviewFilter)


def _hidden(found: re.Match[Any]) -> str:
    return f"{found.group(1)}{HIDDEN}"
