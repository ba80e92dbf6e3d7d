"""Use case: people across vendors. The same e-mail address suggests; a recruiter decides."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, islice, product

from services.cache.store import Store
from services.errors import InputError, NothingFoundError
from services.models.people import (
    LinkDecision,
    LinkSuggestion,
    LinkVerdict,
    Person,
    SharedAddress,
)
from services.use_cases.links import Links, links_of


@dataclass(frozen=True)
class People:
    """Reads and links candidates; decisions are added to the cache, never changed."""

    store: Store
    clock: Callable[[], datetime]

    def person(self, id_: str) -> Person:
        """Return the person behind an interview or a candidate, all confirmed links included.

        Raises:
            NothingFoundError: no such interview or candidate is in the cache.
        """
        candidate = self._candidate(id_.strip())
        decisions = self.store.decisions()
        links = links_of(decisions)
        group = links.group(candidate)
        near = self.store.candidates_with(self.store.addresses_of(group))
        others = [each for each in near if each not in group]
        apart = [each for each in others if links.are_apart(candidate, each)]
        return Person(
            cards=self.store.person_cards(group),
            interviews=self.store.interviews_of(group),
            suggested=self.store.person_cards([each for each in others if each not in apart]),
            rejected=self.store.person_cards(apart),
            decisions=tuple(each for each in decisions if _is_about(each, group)),
        )

    def suggestions(self, limit: int = 50) -> tuple[LinkSuggestion, ...]:
        """Return pairs of candidates at two vendors with one address, on whom nobody decided.

        Candidates who are one person already are suggested together, once.
        """
        links = links_of(self.store.decisions())
        pairs = list(islice(_open_pairs(self._shared(), links), limit))
        ids = list(dict.fromkeys(each for pair in pairs for each in pair))
        cards = {card.id: card for card in self.store.person_cards(ids)}
        return tuple(LinkSuggestion(a=cards[a], b=cards[b]) for a, b in pairs)

    def decide(self, a: str, b: str, verdict: LinkVerdict) -> None:
        """Note what a recruiter says of two candidates; the latest word on a pair holds.

        Raises:
            NothingFoundError: one of the candidates is not in the cache.
            InputError: they are one candidate, or the verdict contradicts what else was decided.
        """
        if a == b:
            msg = "This is one candidate, not two: choose another one to link."
            raise InputError(msg)
        for candidate in (a, b):
            if self.store.candidate_of(candidate) != candidate:
                raise _nobody(candidate)
        links = links_of(self.store.decisions())
        if links.verdict(a, b) is verdict:
            return
        _refuse_contradiction(links.without(a, b), a, b, verdict)
        self.store.link(a, b, verdict, at=self.clock())

    def _candidate(self, id_: str) -> str:
        own = self.store.candidate_of(id_)
        if own is None:
            interview = self.store.find(id_)
            own = self.store.candidate_of(interview) if interview else None
        if own is None:
            raise _nobody(id_)
        return own

    def _shared(self) -> Iterator[SharedAddress]:
        after = ""
        while found := self.store.shared_addresses(after=after):
            yield from found
            after = found[-1].address


def _open_pairs(shared: Iterator[SharedAddress], links: Links) -> Iterator[tuple[str, str]]:
    """Yield each two people once, by a candidate of each."""
    seen: set[frozenset[str]] = set()
    for address in shared:
        for ours, theirs in combinations(address.candidates, 2):
            for a, b in product(ours, theirs):
                people = frozenset((min(links.group(a)), min(links.group(b))))
                if len(people) == 2 and people not in seen and not links.are_apart(a, b):
                    seen.add(people)
                    yield a, b


def _refuse_contradiction(others: Links, a: str, b: str, verdict: LinkVerdict) -> None:
    """Refuse what cannot hold beside the decisions on all other pairs."""
    if verdict is LinkVerdict.CONFIRMED and others.are_apart(a, b):
        msg = (
            "Somebody linked to one of them was said not to be the other. "
            "Undo that decision first, then link these two."
        )
        raise InputError(msg)
    if verdict is LinkVerdict.REJECTED and others.are_one(a, b):
        msg = (
            "These two are also one person through other links. "
            "Undo one of those links first, then keep these two apart."
        )
        raise InputError(msg)


def _is_about(decision: LinkDecision, group: tuple[str, ...]) -> bool:
    return decision.a in group or decision.b in group


def _nobody(id_: str) -> NothingFoundError:
    return NothingFoundError(
        f"No candidate or interview “{id_}” is in the cache. Open the candidate from the list."
    )
