"""A filter of the list as the parameters of a URL, and back: the same on every page."""

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from components.widgets.chips import outcome_label, status_label
from services.models.browse import InterviewFilter, Sort, SortColumn
from services.models.interview import Outcome, Status

Query = Mapping[str, Sequence[str]]

SEARCH = "q"
LISTS = ("role", "vendor", "status", "outcome", "version")
DATES = ("from", "to")
SCORES = ("min", "max")
NOTICES = "notices"
SORT = "sort"
PARAMETERS = (SEARCH, *LISTS, *DATES, *SCORES, NOTICES)
NOTICE_CHOICES = {"with": True, "without": False}
_LONGEST = 200
_Kind = TypeVar("_Kind")


def filter_of(query: Query) -> InterviewFilter:
    """Return the filter that a URL asks for; what it cannot mean is passed over."""
    statuses, outcomes = query.get("status", ()), query.get("outcome", ())
    return InterviewFilter(
        text=text_of(query.get(SEARCH, ())).strip(),
        roles=texts_of(query.get("role", ())),
        vendors=texts_of(query.get("vendor", ())),
        versions=texts_of(query.get("version", ())),
        statuses=tuple(status for status in Status if status_label(status) in statuses),
        outcomes=tuple(outcome for outcome in Outcome if outcome_label(outcome) in outcomes),
        since=day_of(query.get("from", ())),
        until=day_of(query.get("to", ())),
        score_min=score_of(query.get("min", ())),
        score_max=score_of(query.get("max", ())),
        has_notices=NOTICE_CHOICES.get(text_of(query.get(NOTICES, ()))),
    )


def sort_of(query: Query) -> Sort:
    """Return the order that a URL asks for: a column, with a hyphen before it for descending."""
    asked = text_of(query.get(SORT, ()))
    name = asked.removeprefix("-")
    if name not in tuple(SortColumn):
        return Sort()
    return Sort(column=SortColumn(name), descending=asked.startswith("-"))


def text_of(texts: Sequence[str]) -> str:
    """Return the first text, or an empty one."""
    return texts[0][:_LONGEST] if texts else ""


def texts_of(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts that are not empty."""
    return tuple(text[:_LONGEST] for text in texts if text)


def day_of(texts: Sequence[str]) -> date | None:
    """Return the first text as a day, or None if it is none."""
    return _first(texts, date.fromisoformat)


def score_of(texts: Sequence[str]) -> float | None:
    """Return the first text as a score from 0 to 100, or None if it is none."""
    number = _first(texts, float)
    return number if number is not None and math.isfinite(number) and 0 <= number <= 100 else None


def _first(texts: Sequence[str], read: Callable[[str], _Kind]) -> _Kind | None:
    try:
        return read(texts[0])
    except (IndexError, ValueError):
        return None
