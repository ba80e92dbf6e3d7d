"""Which interviews a filter means: its conditions on the table of interviews."""

from collections.abc import Callable, Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta
from itertools import takewhile
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, and_, false, or_

from services.cache.codes import OUTCOME_CODES, STATUS_CODES
from services.cache.dimensions import Dimensions
from services.cache.folding import fold
from services.cache.membership import memberships
from services.cache.rows import LOWEST_KEY, milliseconds
from services.cache.sqlite.search import people_with
from services.cache.sqlite.statements import unindexed
from services.cache.tables import InterviewRecord, table_of
from services.models.browse import InterviewFilter
from services.models.interview import Outcome

Column = ColumnElement[Any]
Condition = ColumnElement[bool]
_interview: Table = table_of(InterviewRecord)
_ANY: Final = ("", (), None)
_NONE_GIVEN: Final = ""
_NO_DATE: Final = 0
_PREFIXES: Final[tuple[dict[str, Column], ...]] = (
    {"ids": _interview.c.public_id},
    {"text": _interview.c.id},
    {"lists": _interview.c.id},
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
"""What the indexes that hold every filtered column begin with, or what names few interviews."""


Steer = Callable[[Column], Column]
"""Gets a column before it is compared; may keep the indexes on it from being used."""


def words_of(wanted: InterviewFilter) -> tuple[str, ...]:
    """Return the words of the filter's text as they are searched."""
    return tuple(fold(wanted.text).split())


def plainly(column: Column) -> Column:
    """Leave the choice of an index to the database."""
    return column


def for_counting(wanted: InterviewFilter) -> Steer:
    """Return the steering to count by; a lone condition is best met by the index on its column."""
    conditions = sum(value not in _ANY for _, value in wanted)
    return plainly if conditions <= 1 else without_rows(wanted)


def without_rows(wanted: InterviewFilter) -> Steer:
    """Return the steering over an index that holds every column that is filtered.

    Left to itself the database takes an index on one column and looks up every row it names.
    """
    for prefix in _PREFIXES:
        given = takewhile(lambda each: getattr(wanted, each[0]), prefix.items())
        if leading := [column for _, column in given]:
            return lambda column: column if column in set(leading) else unindexed(column)
    return unindexed


def along_an_order(wanted: InterviewFilter) -> Steer:
    """Return the steering along an index whose order is asked for and which holds the rest.

    Only interviews that are named, by id, by a person's words or on a list, are looked up.
    """
    named = {"ids": _interview.c.public_id, "text": _interview.c.id, "lists": _interview.c.id}
    looked_up = {column for name, column in named.items() if getattr(wanted, name)}
    return lambda column: column if column in looked_up else unindexed(column)


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
        *_months(wanted, steer(_interview.c.happened_ms)),
        *_scores(wanted, steer(_interview.c.overall_key)),
        *_notices(wanted, steer(_interview.c.notice_count)),
        *_started(wanted, steer(_interview.c.started)),
        *_gone(wanted, _interview.c.gone_ms),
        *_ids(wanted, steer(_interview.c.public_id)),
        *_arrived(wanted, steer(_interview.c.arrived_ms)),
        *(steer(_interview.c.id).in_(numbers) for numbers in memberships(wanted)),
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
        (_interview.c.interview_type_id, dimensions.word, wanted.interview_types),
    ):
        if names:
            numbers = dimension.numbers(connection, names)
            yield _or_none(steer(column), numbers, none=_NONE_GIVEN in names)


def _vocabularies(wanted: InterviewFilter, steer: Steer) -> Iterator[Condition]:
    if wanted.statuses:
        codes = [STATUS_CODES[status] for status in wanted.statuses]
        yield _among(steer(_interview.c.status), codes)
    if wanted.outcomes:
        column = steer(_interview.c.outcome)
        given = [OUTCOME_CODES[outcome] for outcome in wanted.outcomes]
        codes = [code for code in given if code is not None]
        yield _or_none(column, codes, none=Outcome.NONE in wanted.outcomes)


def _days(wanted: InterviewFilter, happened: Column) -> Iterator[Condition]:
    if wanted.since:
        yield happened >= _midnight(wanted.since)
    if wanted.until and wanted.until < date.max:
        yield happened < _midnight(wanted.until + timedelta(days=1))


def _months(wanted: InterviewFilter, happened: Column) -> Iterator[Condition]:
    """Months are ranges of the time by which days count: an index on it serves both."""
    if wanted.months:
        spans = (
            happened.is_(None) if month == _NO_DATE else and_(happened >= first, happened < last)
            for month in wanted.months
            for first, last in [_month(month)]
        )
        yield or_(false(), *spans)


def _scores(wanted: InterviewFilter, key: Column) -> Iterator[Condition]:
    """A range leaves out what is not scored: a row without a value compares with nothing."""
    low, high = wanted.score_min, wanted.score_max
    if low is not None or high is not None:
        # Below that lie the other scales.
        yield key >= max(LOWEST_KEY, LOWEST_KEY if low is None else low)
    if high is not None:
        yield key <= high


def _notices(wanted: InterviewFilter, count: Column) -> Iterator[Condition]:
    if wanted.has_notices is not None:
        yield count > 0 if wanted.has_notices else count == 0


def _started(wanted: InterviewFilter, started: Column) -> Iterator[Condition]:
    if wanted.started is not None:
        yield started == wanted.started


def _gone(wanted: InterviewFilter, gone: Column) -> Iterator[Condition]:
    if wanted.gone is not None:
        # Few are gone, so their index helps to find them and never to leave them out.
        yield gone.is_not(None) if wanted.gone else unindexed(gone).is_(None)


def _ids(wanted: InterviewFilter, public_id: Column) -> Iterator[Condition]:
    if wanted.ids:
        yield public_id.in_(wanted.ids)


def _arrived(wanted: InterviewFilter, arrived: Column) -> Iterator[Condition]:
    if wanted.arrived_since is not None:
        yield arrived >= milliseconds(wanted.arrived_since)


def _text(
    words: Sequence[str], people: Sequence[int] | None, number: Column
) -> Iterator[Condition]:
    if words:
        yield number.in_(people_with(words) if people is None else people)


def _or_none(column: Column, values: list[int], *, none: bool) -> Condition:
    among = _among(column, values)
    return or_(among, column.is_(None)) if none else among


def _among(column: Column, values: list[int]) -> Condition:
    # One value is written as such, because an index then also gives the order behind it.
    return column == values[0] if len(values) == 1 else column.in_(values)


def _month(month: int) -> tuple[int, int]:
    """Return the first millisecond of a month and of the next; nothing for what is no month."""
    year, number = divmod(month, 100)
    if not (1 <= number <= 12 and MINYEAR <= year < MAXYEAR):
        return 0, 0
    following = date(year + number // 12, number % 12 + 1, 1)
    return _midnight(date(year, number, 1)), _midnight(following)


def _midnight(day: date) -> int:
    return milliseconds(datetime.combine(day, time.min, tzinfo=UTC))
