"""What was decided about candidates, read as groups: who is one person, and who is not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from services.models.people import LinkDecision, LinkVerdict

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Links:
    """The latest verdict on each pair; confirmed links join whoever they reach, however far."""

    verdicts: Mapping[Pair, LinkVerdict]
    confirmed: Mapping[str, frozenset[str]]
    """The candidates that one is linked to directly."""

    def verdict(self, a: str, b: str) -> LinkVerdict:
        """Return what holds on two candidates; undone where nothing was ever decided."""
        return self.verdicts.get(frozenset((a, b)), LinkVerdict.UNDONE)

    def group(self, candidate: str) -> tuple[str, ...]:
        """Return all candidates who are one person with this one, who comes first."""
        found = {candidate: None}
        waiting = [candidate]
        while waiting:
            near = self.confirmed.get(waiting.pop(), frozenset()) - found.keys()
            found |= dict.fromkeys(sorted(near))
            waiting.extend(near)
        return (candidate, *sorted(found.keys() - {candidate}))

    def are_one(self, a: str, b: str) -> bool:
        """Tell whether two candidates are one person, be it through others."""
        return b in self.group(a)

    def are_apart(self, a: str, b: str) -> bool:
        """Tell whether two candidates, or any who are one person with them, were kept apart."""
        return any(
            self.verdict(one, other) is LinkVerdict.REJECTED
            for one, other in product(self.group(a), self.group(b))
        )

    def without(self, a: str, b: str) -> "Links":
        """Return the links as if nothing were decided on these two."""
        pair = frozenset((a, b))
        return _linked({each: word for each, word in self.verdicts.items() if each != pair})


def links_of(decisions: Iterable[LinkDecision]) -> Links:
    """Return what holds after these decisions, which come latest first."""
    verdicts: dict[Pair, LinkVerdict] = {}
    for decision in decisions:
        verdicts.setdefault(frozenset((decision.a, decision.b)), decision.verdict)
    return _linked(verdicts)


def _linked(verdicts: Mapping[Pair, LinkVerdict]) -> Links:
    near: defaultdict[str, set[str]] = defaultdict(set)
    for pair, verdict in verdicts.items():
        if verdict is LinkVerdict.CONFIRMED:
            for candidate in pair:
                near[candidate] |= pair - {candidate}
    return Links(verdicts, {candidate: frozenset(others) for candidate, others in near.items()})
