"""The values that filters can be set to, by how many interviews have each."""

from typing import Any, Final

from sqlalchemy import Connection, Select, Table, func, select

from services.cache.codes import OUTCOME_CODES, STATUS_CODES, meaning
from services.cache.dimensions import Dimension, Dimensions
from services.cache.filtering import Column
from services.cache.saved_lists import list_names
from services.cache.tables import InterviewRecord, table_of
from services.cache.trait_tables import TraitRecord
from services.cache.traits import TAG, trait_text
from services.models.browse import Facets

_interview: Table = table_of(InterviewRecord)
_trait: Table = table_of(TraitRecord)
_STATUSES, _OUTCOMES = meaning(STATUS_CODES), meaning(OUTCOME_CODES)
_MOST_TAGS: Final = 200
_MOST_KEYS: Final = 50


def facets(connection: Connection, dimensions: Dimensions) -> Facets:
    """Return the values that occur, most frequent first; of tags and keys only the first."""

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
        lists=list_names(connection),
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


def _frequent(connection: Connection, column: Column) -> list[Any]:
    return list(connection.execute(_by_frequency(column)).scalars())


def _by_frequency(column: Column) -> Select[Any]:
    return select(column).group_by(column).order_by(func.count().desc(), column)
