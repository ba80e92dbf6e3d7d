"""The values that filters can be set to, by how many interviews have each."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, Select, Table, func, select

from services.cache.codes import OUTCOME_CODES, STATUS_CODES, meaning
from services.cache.dimensions import Dimension, Dimensions
from services.cache.filtering import Column
from services.cache.rows import milliseconds, moment
from services.cache.tables import InterviewRecord, table_of
from services.cache.trait_tables import TraitRecord
from services.cache.traits import TAG, trait_text
from services.models.browse import Facets

_interview: Table = table_of(InterviewRecord)
_trait: Table = table_of(TraitRecord)
_STATUSES, _OUTCOMES = meaning(STATUS_CODES), meaning(OUTCOME_CODES)
_MOST_TAGS: Final = 200
_MOST_KEYS: Final = 50
_MOST_MONTHS: Final = 240
_NO_DATE: Final = 0


def facets(connection: Connection, dimensions: Dimensions) -> Facets:
    """Return the values that occur, most frequent first; of tags and keys only the first.

    Saved lists are not among them: they change without any interview.
    """

    def named(column: Column, dimension: Dimension) -> tuple[str, ...]:
        numbers = _frequent(connection, column)
        return tuple(filter(None, (dimension.name(connection, key) for key in numbers)))

    return Facets(
        roles=named(_interview.c.role_id, dimensions.role),
        vendors=named(_interview.c.vendor_id, dimensions.vendor),
        versions=named(_interview.c.version_id, dimensions.version),
        interview_types=named(_interview.c.interview_type_id, dimensions.word),
        statuses=tuple(_STATUSES[key] for key in _frequent(connection, _interview.c.status)),
        outcomes=tuple(_OUTCOMES[key] for key in _frequent(connection, _interview.c.outcome)),
        tags=_values(connection, TAG, limit=_MOST_TAGS),
        metadata_keys=_keys(connection),
        months=tuple(islice(_months(connection), _MOST_MONTHS)),
    )


def metadata_values(connection: Connection, key: str, *, limit: int) -> tuple[str, ...]:
    """Return the values that the customers' metadata has under a key, most frequent first."""
    name = trait_text(key)
    return _values(connection, name, limit=limit) if name else ()


def _values(connection: Connection, name: str, *, limit: int) -> tuple[str, ...]:
    query = _by_frequency(_trait.c.value).where(_trait.c.name == name).limit(limit)
    return tuple(connection.execute(query).scalars())


def _keys(connection: Connection) -> tuple[str, ...]:
    query = _by_frequency(_trait.c.name).where(_trait.c.name > TAG).limit(_MOST_KEYS)
    return tuple(connection.execute(query).scalars())


def _months(connection: Connection) -> Iterator[int]:
    """Yield the months that interviews happened in, newest first, and 0 if any has no date.

    Each is one look-up in the index on the time, however many interviews a month has.
    """
    happened = _interview.c.happened_ms
    latest = connection.execute(select(func.max(happened))).scalar()
    while latest is not None:
        day = moment(latest)
        yield day.year * 100 + day.month
        first = milliseconds(datetime(day.year, day.month, 1, tzinfo=UTC))
        latest = connection.execute(select(func.max(happened)).where(happened < first)).scalar()
    if connection.execute(select(happened).where(happened.is_(None)).limit(1)).first():
        yield _NO_DATE


def _frequent(connection: Connection, column: Column) -> list[Any]:
    return list(connection.execute(_by_frequency(column)).scalars())


def _by_frequency(column: Column) -> Select[Any]:
    return select(column).group_by(column).order_by(func.count().desc(), column)
