"""A filter of the list as the parameters of a URL, and back: the same on every page."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TypeVar

from components.documents.labels import NO_DATE, month_text, outcome_label, status_label
from services.models.browse import InterviewFilter, Sort, SortColumn
from services.models.interview import Outcome, Status

Query = Mapping[str, Sequence[str]]

SEARCH = "q"
LISTS = ("role", "vendor", "status", "outcome", "version", "type", "tag")
SAVED = "list"
METADATA = "meta"
NEW = "new"
DATES = ("from", "to")
SCORES = ("min", "max")
NOTICES = "notices"
SORT = "sort"
MONTHS = "month"
STARTED = "started"
DELETED = "deleted"
NOTICE_CHOICES: Mapping[str, bool | None] = {"with": True, "without": False}
STARTED_CHOICES: Mapping[str, bool | None] = {"yes": True, "no": False}
DELETED_CHOICES: Mapping[str, bool | None] = {"shown": None, "only": True}
CHOICES: Mapping[str, Mapping[str, bool | None]] = {
    NOTICES: NOTICE_CHOICES,
    STARTED: STARTED_CHOICES,
    DELETED: DELETED_CHOICES,
}
PARAMETERS = (SEARCH, *LISTS, *DATES, *SCORES, MONTHS, *CHOICES, SAVED, METADATA, NEW)
_LONGEST = 200
_LONGEST_NAME = 2_000
_Kind = TypeVar("_Kind")


def filter_of(query: Query) -> InterviewFilter:
    """Return the filter that a URL asks for; what it cannot mean is passed over."""
    statuses, outcomes = query.get("status", ()), query.get("outcome", ())
    return InterviewFilter(
        text=text_of(query.get(SEARCH, ())).strip(),
        roles=texts_of(query.get("role", ())),
        vendors=tuple(filter(None, texts_of(query.get("vendor", ())))),
        versions=texts_of(query.get("version", ())),
        statuses=tuple(status for status in Status if status_label(status) in statuses),
        outcomes=tuple(outcome for outcome in Outcome if outcome_label(outcome) in outcomes),
        since=day_of(query.get("from", ())),
        until=day_of(query.get("to", ())),
        score_min=score_of(query.get("min", ())),
        score_max=score_of(query.get("max", ())),
        has_notices=NOTICE_CHOICES.get(text_of(query.get(NOTICES, ()))),
        months=months_of(query.get(MONTHS, ())),
        started=STARTED_CHOICES.get(text_of(query.get(STARTED, ()))),
        gone=DELETED_CHOICES.get(text_of(query.get(DELETED, ())), False),
        interview_types=texts_of(query.get("type", ())),
        tags=tuple(filter(None, texts_of(query.get("tag", ())))),
        metadata=pairs_of(query.get(METADATA, ())),
        lists=tuple(filter(None, texts_of(query.get(SAVED, ())))),
        arrived_since=moment_of(query.get(NEW, ())),
    )


def query_of(wanted: InterviewFilter) -> list[tuple[str, str]]:
    """Return the parameters that ask for a filter: what `filter_of` reads back."""
    lists = {
        "role": wanted.roles,
        "vendor": wanted.vendors,
        "status": map(status_label, wanted.statuses),
        "outcome": map(outcome_label, wanted.outcomes),
        "version": wanted.versions,
        MONTHS: map(month_text, wanted.months),
        "type": wanted.interview_types,
        "tag": wanted.tags,
        METADATA: map(pair_text, wanted.metadata),
        SAVED: wanted.lists,
    }
    singles = {
        SEARCH: wanted.text,
        "from": wanted.since and wanted.since.isoformat(),
        "to": wanted.until and wanted.until.isoformat(),
        "min": _number(wanted.score_min),
        "max": _number(wanted.score_max),
        NOTICES: _choice(NOTICE_CHOICES, wanted.has_notices),
        STARTED: _choice(STARTED_CHOICES, wanted.started),
        DELETED: _choice(DELETED_CHOICES, wanted.gone),
        NEW: wanted.arrived_since and moment_text(wanted.arrived_since),
    }
    return [
        *((name, value) for name, values in lists.items() for value in values),
        *((name, value) for name, value in singles.items() if value),
    ]


def months_of(texts: Sequence[str]) -> tuple[int, ...]:
    """Return "2026-11" as 202611 and "none" as 0; what is no month is passed over."""
    found = (re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text, re.ASCII) for text in texts)
    return tuple(
        int(month[1]) * 100 + int(month[2]) if month else 0
        for text, month in zip(texts, found, strict=True)
        if month or text == NO_DATE
    )


def moment_text(time: datetime) -> str:
    """Write a time as a URL holds it, in UTC: "2026-11-20T09:30:00Z"."""
    return time.astimezone(UTC).isoformat().removesuffix("+00:00") + "Z"


def moment_of(texts: Sequence[str]) -> datetime | None:
    """Return the first text as a time in UTC, or None if it is none or names no zone."""
    try:
        time = datetime.fromisoformat(texts[0])
        return time.astimezone(UTC) if time.tzinfo else None
    except (IndexError, ValueError, OverflowError):
        return None


def pair_text(pair: tuple[str, str]) -> str:
    """Write one entry of the metadata, "key:value"; a colon in the key becomes "%3A"."""
    key, value = pair
    return f"{key.replace('%', '%25').replace(':', '%3A')}:{value}"


def pairs_of(texts: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return "key:value" as pairs; a text without a key is passed over."""
    parts = (text.partition(":") for text in texts_of(texts))
    return tuple(
        (key.replace("%3A", ":").replace("%25", "%"), value)
        for key, colon, value in parts
        if key and colon
    )


def _number(value: float | None) -> str | None:
    """Write a number so that it is read back as the same one."""
    return None if value is None else repr(float(value)).removesuffix(".0")


def _choice(choices: Mapping[str, bool | None], value: bool | None) -> str | None:  # noqa: FBT001  (a filter's own value)
    return next((word for word, meant in choices.items() if meant is value), None)


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
    """Return the texts; an empty one stands for what has no role or version."""
    return tuple(text[:_LONGEST_NAME] for text in texts)


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
