"""A whole list of interviews as columns, part after part, in the order of the list."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Final, cast

import orjson
from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, case, func, null, select

from services.cache.browsing import Browser
from services.cache.codes import (
    ALL_NOT_COLLECTED,
    MATCH_CODES,
    OUTCOME_CODES,
    STATE_CODES,
    STATUS_CODES,
    meaning,
)
from services.cache.spoken_tables import SpokenRecord
from services.cache.tables import InterviewRecord, table_of
from services.cache.trait_tables import TraitRecord
from services.cache.traits import TAG
from services.models.browse import InterviewFilter, Sort

PART: Final = 4096
"""So many rows at a time: enough to be fast, few enough to be nothing in memory."""
Part = Mapping[str, Sequence[Any]]
"""Columns of the same length, by the names of `COLUMNS`; None is nothing there, never a zero.

Times are milliseconds since 1970 in UTC.
"""

_interview: Table = table_of(InterviewRecord)
_spoken: Table = table_of(SpokenRecord)
_trait: Table = table_of(TraitRecord)
_SIGNALS: Final = (
    *(_interview.c.tab_changes, _interview.c.faces_out_of_view),
    *(_interview.c.abnormal_eye_trackings, _interview.c.black_screens),
    *(_interview.c.external_screens, _interview.c.latency_anomalies),
)
_NOTHING_COLLECTED: Final = _interview.c.not_collected == ALL_NOT_COLLECTED
COLUMNS: Final[Mapping[str, ColumnElement[Any]]] = {
    "id": _interview.c.public_id,
    "vendor": _interview.c.vendor_id,
    "vendor_interview_id": _interview.c.vendor_interview_id,
    "candidate_name": _interview.c.candidate_name,
    "candidate_email": _interview.c.candidate_email,
    "role": _interview.c.role_id,
    "interview_type": _interview.c.interview_type_id,
    "status": _interview.c.status,
    "vendor_status": _interview.c.vendor_status_id,
    "outcome": _interview.c.outcome,
    "vendor_outcome": _interview.c.vendor_outcome_id,
    "assessment_version": _interview.c.version_id,
    "happened_at": _interview.c.happened_ms,
    "duration_s": _interview.c.duration_s,
    "value": _interview.c.overall_value,
    "lower": _interview.c.overall_lower,
    "upper": _interview.c.overall_upper,
    "low": _interview.c.overall_low,
    "high": _interview.c.overall_high,
    "state": _interview.c.overall_state,
    "label": _interview.c.overall_label_id,
    "observations": _interview.c.overall_observations,
    "cefr": _interview.c.cefr_id,
    "match": _spoken.c.speaker_match,
    "signals": case((_NOTHING_COLLECTED, null()), else_=sum(_SIGNALS[1:], _SIGNALS[0])),
    "notices": _interview.c.notice_count,
    "fetched_at": _interview.c.fetched_ms,
    "gone_at": _interview.c.gone_ms,
}
"""What is read of an interview; its tags come as `tags` beside them, in one text."""
# One parameter for thousands of numbers: writing as many marks would cost as much as the rows.
_NUMBERED: Final = select(func.json_each(bindparam("numbers")).table_valued("value").c.value)
_QUERY: Final = (
    select(_interview.c.id, *COLUMNS.values())
    .outerjoin(_spoken, _spoken.c.interview_id == _interview.c.id)
    .where(_interview.c.id.in_(_NUMBERED))
)
_TAGS: Final = (
    select(_trait.c.interview_id, _trait.c.value)
    .where(_trait.c.interview_id.in_(_NUMBERED), _trait.c.name == TAG)
    .order_by(*_trait.primary_key)
)
_WORDS: Final = (*("interview_type", "vendor_status", "vendor_outcome", "label", "cefr"),)
_NUMBERS: Final = ("duration_s", "value", "lower", "upper", "low", "high")
_ENDLESS: Final = frozenset((math.inf, -math.inf))
_Translate = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as it stands at one moment."""

    total: int
    instruments: tuple[tuple[str, str | None], ...]
    """Each vendor with each assessment version that is in the list."""
    parts: Iterator[Part]


def listed(
    connection: Connection, browser: Browser, wanted: InterviewFilter, sort: Sort, *, size: int
) -> Listed:
    """Return the list; its parts are read from the connection while they are walked."""
    wanted = browser.meant(connection, wanted)
    return Listed(
        total=browser.count(connection, wanted),
        instruments=_instruments(connection, browser, wanted),
        parts=_parts(connection, browser, wanted, sort, size=size),
    )


def _instruments(
    connection: Connection, browser: Browser, wanted: InterviewFilter
) -> tuple[tuple[str, str | None], ...]:
    query = select(_interview.c.vendor_id, _interview.c.version_id).distinct()
    pairs = browser.answer(
        connection,
        wanted,
        lambda held: connection.execute(query.where(*held)).all(),
        about="instruments of a list",
    )
    vendor, version = browser.dimensions.vendor, browser.dimensions.version
    found = {
        (vendor.name(connection, one) or "", version.name(connection, other) or None)
        for one, other in pairs
    }
    return tuple(sorted(found, key=lambda pair: (pair[0], pair[1] or "")))


def _parts(
    connection: Connection, browser: Browser, wanted: InterviewFilter, sort: Sort, *, size: int
) -> Iterator[Part]:
    walk = browser.walk(connection, wanted, sort, limit=size)
    translations = _translations(connection, browser)
    for numbers in walk.throughout(connection, size=size):
        yield _part(connection, numbers, translations)


def _part(
    connection: Connection, numbers: Sequence[int], translations: Mapping[str, _Translate]
) -> Part:
    wanted = {"numbers": orjson.dumps(numbers).decode()}
    by_number = {row[0]: row for row in _rows(connection, _QUERY, wanted)}
    _, *columns = zip(*map(by_number.__getitem__, numbers), strict=True)
    part: dict[str, Sequence[Any]] = dict(zip(COLUMNS, columns, strict=True))
    for name, translate in translations.items():
        part[name] = tuple(map(translate, part[name]))
    for name in _NUMBERS:
        part[name] = _finite(part[name])
    tags: dict[int, str] = {}
    for number, tag in _rows(connection, _TAGS, wanted):
        tags[number] = f"{tags[number]}, {tag}" if number in tags else tag
    return {**part, "tags": tuple(map(tags.get, numbers))}


def _rows(
    connection: Connection, query: Select[Any], wanted: Mapping[str, str]
) -> Sequence[tuple[Any, ...]]:
    """Return plain tuples: to give thirty columns their names again in every row costs a third."""
    with closing(connection.execute(query, wanted)) as found:
        return cast("Sequence[tuple[Any, ...]]", found.cursor.fetchall())


def _translations(connection: Connection, browser: Browser) -> Mapping[str, _Translate]:
    """Return what makes each column's numbers into what they stand for."""
    dimensions = browser.dimensions
    word = dimensions.word.names(connection).__getitem__
    return {
        "vendor": dimensions.vendor.names(connection).__getitem__,
        "role": dimensions.role.names(connection).__getitem__,
        "assessment_version": dimensions.version.names(connection).__getitem__,
        **dict.fromkeys(_WORDS, word),
        "status": meaning(STATUS_CODES).__getitem__,
        "outcome": meaning(OUTCOME_CODES).__getitem__,
        "state": meaning(STATE_CODES).__getitem__,
        "match": meaning(MATCH_CODES).get,
    }


def _finite(cells: Sequence[float | None]) -> Sequence[float | None]:
    """Return the cells without what is no number; SQLite keeps infinite ones, but no others."""
    if _ENDLESS.isdisjoint(cells):
        return cells
    return tuple(None if cell in _ENDLESS else cell for cell in cells)
