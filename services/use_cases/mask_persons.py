"""Who is one person for pseudonyms: the same address, or a recruiter's word."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from services.models.people import Identity, LinkDecision, LinkVerdict
from services.use_cases.links import links_of


@dataclass(frozen=True, slots=True)
class Persons:
    """Gives every identity a text that is the same for all interviews of one person."""

    roots: Mapping[str, str]
    """For what linked candidates are known by, what all of them are known by."""
    apart: frozenset[str]
    """Candidates of whom somebody said that they are not who shares their address."""
    doubtful: frozenset[str]
    """The addresses that those have: alone they do not say who is meant."""

    def at(self, address: str) -> str | None:
        """Return the person who has this address (as it is compared), if it says enough."""
        if address in self.doubtful:
            return None
        node = f"address\n{address}"
        return self.roots.get(node, node)

    def of(self, identity: Identity) -> str:
        """Return the person: by address, or else by candidate, or else by interview."""
        node = _node(identity, self.apart)
        return self.roots.get(node, node)


def persons_of(
    decisions: Sequence[LinkDecision],
    known: Sequence[Identity],
    several: Sequence[tuple[str, str]] = (),
) -> Persons:
    """Return who is one person after these decisions (latest first).

    `known` holds the identities of `decided(decisions)`, `several` the (candidate, address) pairs
    of candidates with more than one address. Candidates who were kept apart from others are told
    apart from everybody they were not linked to, whatever address they share.
    """
    links = links_of(decisions)
    apart = frozenset(
        candidate
        for pair, verdict in links.verdicts.items()
        if verdict is LinkVerdict.REJECTED
        for candidate in pair
    )
    roots: dict[str, str] = {}
    first: dict[str, str] = {}
    for candidate, address in several:
        if candidate not in apart:
            _join(roots, f"address\n{first.setdefault(candidate, address)}", f"address\n{address}")
    nodes = {each.candidate: _node(each, apart) for each in known if each.candidate}
    for candidate, others in links.confirmed.items():
        for other in others & nodes.keys():
            _join(roots, nodes.get(candidate, nodes[other]), nodes[other])
    shared = {each.address for each in known if each.candidate in apart and each.address}
    shared |= {address for candidate, address in several if candidate in apart}
    return Persons({node: _root(roots, node) for node in roots}, apart, frozenset(shared))


def decided(decisions: Iterable[LinkDecision]) -> tuple[str, ...]:
    """Return the candidates that anything was decided on."""
    return tuple(dict.fromkeys(each for one in decisions for each in (one.a, one.b)))


def _node(identity: Identity, apart: Set[str]) -> str:
    candidate = identity.candidate
    if identity.address and not (candidate and candidate in apart):
        return f"address\n{identity.address}"
    return f"candidate\n{candidate}" if candidate else f"interview\n{identity.interview}"


def _join(roots: dict[str, str], a: str, b: str) -> None:
    low, high = sorted((_root(roots, a), _root(roots, b)))
    roots[high] = roots[low] = low


def _root(roots: Mapping[str, str], node: str) -> str:
    while roots.get(node, node) != node:
        node = roots[node]
    return node
