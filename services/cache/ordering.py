"""The orders of a list, and walking along one from any row without counting what lies before.

A list has two stretches: rows with a value by (value, number), then rows without, by number. Going
down turns both around but keeps the stretch without values last. A walk asks for one stretch after
the other until it has enough; each is a range of an index, so the depth of a page costs nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, FromClause, Select, Table, func, select

from services.cache.filtering import Column, Condition
from services.cache.sqlite.statements import unindexed
from services.cache.tables import (
    InterviewRecord,
    RoleRecord,
    VendorRecord,
    VersionRecord,
    table_of,
)
from services.models.browse import SortColumn

_interview: Table = table_of(InterviewRecord)


@dataclass(frozen=True, slots=True)
class Order:
    """What a list is sorted by: a column of interviews, or the texts that it numbers."""

    column: Column
    texts: Table | None = None
    beside: Column | None = None
    """A column that an index has in front of this one: of one value there, it gives the order."""

    @property
    def key(self) -> Column:
        """What is compared."""
        return self.column if self.texts is None else self.texts.c.sort_key


ORDERS: Final = {
    SortColumn.DATE: Order(_interview.c.happened_ms),
    SortColumn.NAME: Order(_interview.c.name_key),
    SortColumn.ROLE: Order(_interview.c.role_id, table_of(RoleRecord)),
    SortColumn.VENDOR: Order(_interview.c.vendor_id, table_of(VendorRecord)),
    SortColumn.STATUS: Order(_interview.c.status),
    SortColumn.OUTCOME: Order(_interview.c.outcome),
    SortColumn.VERSION: Order(_interview.c.version_id, table_of(VersionRecord)),
    SortColumn.SCORE: Order(_interview.c.overall_key, beside=_interview.c.vendor_id),
    SortColumn.DURATION: Order(_interview.c.duration_s),
    SortColumn.NOTICES: Order(_interview.c.notice_count),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands in an order."""

    number: int
    value: Any
    """The row's own value in the order's column; None puts it into the second stretch."""
    key: Any


@dataclass(frozen=True, slots=True)
class Walk:
    """A filtered list in one order and direction."""

    order: Order
    descending: bool
    conditions: tuple[Condition, ...]
    gathers: bool
    """Whether to find the few matching rows first and sort them, rather than to go along the
    order's index and leave out what does not match."""

    def place(self, connection: Connection, public_id: str) -> Place | None:
        """Return where an interview stands, whether it matches the filter or not."""
        source: FromClause = _interview
        if self.order.texts is not None:
            source = source.outerjoin(self.order.texts, self.order.texts.c.id == self.order.column)
        columns = select(_interview.c.id, self.order.column, self.order.key)
        found = connection.execute(
            columns.select_from(source).where(_interview.c.public_id == public_id)
        ).first()
        return Place(*found) if found else None

    def after(
        self, connection: Connection, place: Place | None, *, limit: int, offset: int = 0
    ) -> list[int]:
        """Return the numbers of the interviews behind `place`, or from the beginning."""
        return _collect(connection, self._onward(place), limit=limit, offset=offset)

    def before(
        self, connection: Connection, place: Place | None, *, limit: int, offset: int = 0
    ) -> list[int]:
        """Return the numbers of the interviews in front of `place`, or of the end; nearest last."""
        found = _collect(connection, self._backward(place), limit=limit, offset=offset)
        return found[::-1]

    def throughout(self, connection: Connection, *, size: int) -> Iterator[Sequence[int]]:
        """Yield the numbers of all interviews in order, up to `size` at a time."""
        for stretch in self._onward(None):
            for rows in connection.execute(stretch).partitions(size):
                yield [number for (number,) in rows]

    def _onward(self, place: Place | None) -> Iterator[Select[int]]:
        if place is None or place.value is not None:
            yield from self._valued(place, down=self.descending)
            yield self._unvalued(None, down=self.descending)
        else:
            yield self._unvalued(place, down=self.descending)

    def _backward(self, place: Place | None) -> Iterator[Select[int]]:
        if place is None or place.value is None:
            yield self._unvalued(place, down=not self.descending)
            yield from self._valued(None, down=not self.descending)
        else:
            yield from self._valued(place, down=not self.descending)

    def _valued(self, place: Place | None, *, down: bool) -> Iterator[Select[int]]:
        number, column = self._plain(_interview.c.id), self._plain(self.order.column)
        key = self._plain(self.order.key)
        if place is not None:
            alike = select(_interview.c.id).where(column == place.value, *self.conditions)
            yield _directed(_beyond(alike, number, place.number, down=down), number, down=down)
        rest = select(_interview.c.id).select_from(self._source()).where(*self.conditions)
        rest = rest.where(key.is_not(None))
        if place is not None:
            rest = _beyond(rest, key, place.key, down=down)
        yield _directed(rest, key, number, down=down)

    def _unvalued(self, place: Place | None, *, down: bool) -> Select[int]:
        number = self._plain(_interview.c.id)
        without = select(_interview.c.id).where(
            self._plain(self.order.column).is_(None), *self.conditions
        )
        if place is not None:
            without = _beyond(without, number, place.number, down=down)
        return _directed(without, number, down=down)

    def _plain(self, column: Column) -> Column:
        return unindexed(column) if self.gathers else column

    def _source(self) -> FromClause:
        texts, column = self.order.texts, self.order.column
        if texts is None:
            return _interview
        # The side whose index is put out of use is read first: the texts in their order when
        # going along it, the matching interviews when these are gathered.
        if self.gathers:
            return texts.join(_interview, texts.c.id == unindexed(column))
        return texts.join(_interview, unindexed(texts.c.id) == column)


def _beyond(query: Select[int], column: Column, value: object, *, down: bool) -> Select[int]:
    return query.where(column < value if down else column > value)


def _directed(query: Select[int], *columns: Column, down: bool) -> Select[int]:
    return query.order_by(*(column.desc() if down else column.asc() for column in columns))


def _collect(
    connection: Connection,
    stretches: Iterator[Select[int]],
    *,
    limit: int,
    offset: int,
) -> list[int]:
    found: list[int] = []
    for stretch in stretches:
        part = stretch.limit(limit - len(found)).offset(offset)
        found.extend(number for (number,) in connection.execute(part))
        if len(found) >= limit:
            break
        if offset:
            length = select(func.count()).select_from(stretch.order_by(None).subquery())
            offset = max(0, offset - (connection.execute(length).scalar() or 0))
    return found
