"""What a link asks for and cannot mean: said above the page, which would else be empty silently."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final

from components.documents.labels import outcome_label, status_label
from components.widgets.filter_query import (
    CHOICES,
    DATES,
    MONTHS,
    NEW,
    SAVED,
    SCORES,
    Query,
    day_of,
    moment_of,
    months_of,
    score_of,
)
from services.models.browse import Facets
from services.models.interview import Outcome, Status

_LONGEST = 80
_NAMES: Final = {"deleted": "choice of deleted ones", "started": "choice of started ones"}
_WORDS: Final[Mapping[str, Collection[str]]] = {
    "status": tuple(map(status_label, Status)),
    "outcome": tuple(map(outcome_label, Outcome)),
    **CHOICES,
}
"""What can be meant, where no other word can."""
_READ: Final[Mapping[str, Callable[[Sequence[str]], object]]] = {
    **dict.fromkeys(DATES, day_of),
    **dict.fromkeys(SCORES, score_of),
    MONTHS: months_of,
    NEW: moment_of,
}


def doubts(query: Query, facets: Facets, *, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each value of a link's filter that is not there or cannot be read.

    `titles` says how vendors spell their names.
    """
    return (
        *_absent(query, facets, titles),
        *_passed_over(query),
    )


def _absent(query: Query, facets: Facets, titles: Mapping[str, str]) -> Iterator[str]:
    """Say which vendors and saved lists there are where others are asked for: nothing matches."""
    known = ", ".join(titles.get(each, each) for each in facets.vendors) or "no vendor yet"
    for vendor in query.get("vendor", ()):
        if vendor and vendor not in facets.vendors:
            name = titles.get(vendor, vendor[:_LONGEST])
            yield f"There is no interview of the vendor “{name}”; there are some of: {known}."
    lists = {each.id for each in facets.lists}
    for saved in query.get(SAVED, ()):
        if saved and saved not in lists:
            yield f"There is no saved list “{saved[:_LONGEST]}” (any more)."


def _passed_over(query: Query) -> Iterator[str]:
    for name, words in _WORDS.items():
        for word in query.get(name, ()):
            if word and word not in words:
                said, known = _NAMES.get(name, name), ", ".join(words)
                yield (
                    f"“{word[:_LONGEST]}” is no {said}, so this part of the link was passed over; "
                    f"known are: {known}."
                )
    for name, read in _READ.items():
        for text in query.get(name, ()):
            if text and read([text]) in {None, ()}:
                yield f"“{name}={text[:_LONGEST]}” in the link cannot be read: it was passed over."
