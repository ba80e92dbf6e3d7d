"""Who is called what: pseudonyms for the candidates of many interviews, as of one moment."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from services.analysis.pseudonyms import Pseudonyms
from services.cache.folding import fold_address
from services.cache.store import Store
from services.models.people import Identity
from services.use_cases.mask_persons import Persons

_AT_ONCE: Final = 5_000


@dataclass(frozen=True)
class MaskNames:
    """Gives out pseudonyms; links that are made meanwhile do not change what it says."""

    store: Store
    persons: Persons
    pseudonyms: Pseudonyms

    def candidate(self, name: str | None, email: str | None, interview_id: str) -> str:
        """Return what the candidate of one interview is called; see `candidates`."""
        found = self.candidates([interview_id], [email])[0]
        if found:
            return found
        # Not kept (any more): told apart by the little that there is.
        return self.pseudonyms.of(f"interview\n{interview_id}\n{name or ''}")

    def candidates(self, ids: Sequence[str], emails: Sequence[str | None]) -> tuple[str, ...]:
        """Return what the candidates of these interviews are called, in this order.

        `ids` are ours, `emails` the addresses as their vendors gave them: an address tells the
        person in a few microseconds, and those without one are looked up together. An interview
        that is not kept and has no address is called nothing.
        """
        addresses = map(fold_address, emails)
        known = [self.persons.at(address) if address else None for address in addresses]
        unknown = [id_ for id_, person in zip(ids, known, strict=True) if person is None]
        found = self.called(self.identities(unknown).values()) if unknown else {}
        return tuple(
            self.pseudonyms.of(person) if person else found.get(id_, "")
            for id_, person in zip(ids, known, strict=True)
        )

    def called(self, identities: Iterable[Identity]) -> dict[str, str]:
        """Return the pseudonyms of these, by our ids of the interviews."""
        return {each.interview: self.pseudonyms.of(self.persons.of(each)) for each in identities}

    def identities(self, ids: Iterable[str]) -> Mapping[str, Identity]:
        """Return who these interviews are about, without those that are not kept."""
        found: dict[str, Identity] = {}
        for some in _portions(ids):
            found |= self.store.identities(some)
        return found

    def whole_names(self, keys: Iterable[str]) -> list[tuple[str, str]]:
        """Return (name, pseudonym) of everybody whose name, as it is compared, is one of these."""
        known = [each for some in _portions(keys) for each in self.store.identities_called(some)]
        called = self.called(known)
        return list(
            dict.fromkeys((each.name, called[each.interview]) for each in known if each.name)
        )


def _portions(texts: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(texts)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
