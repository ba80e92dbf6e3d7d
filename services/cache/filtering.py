"""Which interviews a filter means: its conditions on the table of interviews."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, or_

from services.cache.codes import OUTCOME_CODES, STATUS_CODES
from services.cache.dimensions import Dimensions
from services.cache.folding import fold
from services.cache.rows import milliseconds
from services.cache.sqlite.search import people_with
from services.cache.sqlite.statements import unindexed
from services.cache.tables import InterviewRecord, table_of
from services.models.browse import InterviewFilter
from services.models.interview import Outcome

Column = ColumnElement[Any]
Condition = ColumnElement[bool]
_interview: Table = table_of(InterviewRecord)
_ANY: Final = ("", (), None)
_PREFIXES: Final[tuple[dict[str, Column], ...]] = (
    {"text": _interview.c.id},
    {
        "roles": _interview.c.role_id,
        "statuses": _interview.c.status,
        "outcomes": _interview.c.outcome,
        "versions": _interview.c.version_id,
    },
    {
        "statuses": _interview.c.status,
        "outcomes": _interview.c.outcome,
        "versions": _interview.c.version_id,
    },
)
"""What the indexes that hold every filtered column begin with."""


Steer = Callable[[Column], Column]
"""Gets a column before it is compared; may keep the indexes on it from being used."""


def words_of(wanted: InterviewFilter) -> tuple[str, ...]:
    """Return the words of the filter's text as they are searched."""
    return tuple(fold(wanted.text).split())


def plainly(column: Column) -> Column:
    """Leave the choice of an index to the database."""
    return column


def for_counting(wanted: InterviewFilter) -> Steer:
    """Return the steering to count by: over an index that holds every column that is filtered.

    Left to itself the database takes an index on one column and looks up every row it names.
    """
    if sum(value not in _ANY for _, value in wanted) <= 1:
        return plainly
    for prefix in _PREFIXES:
        given = takewhile(lambda each: getattr(wanted, each[0]), prefix.items())
        if leading := [column for _, column in given]:
            return lambda column: column if column in set(leading) else unindexed(column)
    return unindexed


def conditions(
    connection: Connection,
    wanted: InterviewFilter,
    dimensions: Dimensions,
    *,
    people: Sequence[int] | None = None,
    steer: Steer = plainly,
) -> tuple[Condition, ...]:
    """Return the conditions that hold together for every interview the filter means.

    `people` are the numbers of the interviews that the filter's text finds, if they are known.
    """
    return (
        *_names(connection, wanted, dimensions, steer=steer),
        *_vocabularies(wanted, steer),
        *_days(wanted, steer(_interview.c.happened_ms)),
        *_scores(wanted, steer(_interview.c.overall_value)),
        *_notices(wanted, steer(_interview.c.notice_count)),
        *_text(words_of(wanted), people, steer(_interview.c.id)),
    )


def _names(
    connection: Connection,
    wanted: InterviewFilter,
    dimensions: Dimensions,
    *,
    steer: Steer,
) -> Iterator[Condition]:
    for column, dimension, names in (
        (_interview.c.role_id, dimensions.role, wanted.roles),
        (_interview.c.vendor_id, dimensions.vendor, wanted.vendors),
        (_interview.c.version_id, dimensions.version, wanted.versions),
    ):
        if names:
            yield _among(steer(column), dimension.numbers(connection, names))


def _vocabularies(wanted: InterviewFilter, steer: Steer) -> Iterator[Condition]:
    if wanted.statuses:
        codes = [STATUS_CODES[status] for status in wanted.statuses]
        yield _among(steer(_interview.c.status), codes)
    if wanted.outcomes:
        column = steer(_interview.c.outcome)
        given = [OUTCOME_CODES[outcome] for outcome in wanted.outcomes]
        among = _among(column, [code for code in given if code is not None])
        yield or_(among, column.is_(None)) if Outcome.NONE in wanted.outcomes else among


def _days(wanted: InterviewFilter, happened: Column) -> Iterator[Condition]:
    if wanted.since:
        yield happened >= _midnight(wanted.since)
    if wanted.until and wanted.until < date.max:
        yield happened < _midnight(wanted.until + timedelta(days=1))


def _scores(wanted: InterviewFilter, value: Column) -> Iterator[Condition]:
    """A range leaves out what is not scored: a row without a value compares with nothing."""
    if wanted.score_min is not None:
        yield value >= wanted.score_min
    if wanted.score_max is not None:
        yield value <= wanted.score_max


def _notices(wanted: InterviewFilter, count: Column) -> Iterator[Condition]:
    if wanted.has_notices is not None:
        yield count > 0 if wanted.has_notices else count == 0


def _text(
    words: Sequence[str], people: Sequence[int] | None, number: Column
) -> Iterator[Condition]:
    if words:
        yield number.in_(people_with(words) if people is None else people)


def _among(column: Column, values: list[int]) -> Condition:
    # One value is written as such, because an index then also gives the order behind it.
    return column == values[0] if len(values) == 1 else column.in_(values)


def _midnight(day: date) -> int:
    return milliseconds(datetime.combine(day, time.min, tzinfo=UTC))
