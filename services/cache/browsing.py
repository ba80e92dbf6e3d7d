"""Lists: which interviews a page holds, how many there are, and who stands beside whom."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeVar

from sqlalchemy import Connection, Table, func, select

from services.cache.dimensions import Dimensions
from services.cache.facets import facets, metadata_values
from services.cache.filtering import (
    Column,
    Condition,
    Steer,
    conditions,
    for_counting,
    plainly,
    without_rows,
    words_of,
)
from services.cache.meta import generation, lists_revision
from services.cache.ordering import ORDERS, Order, Place, Walk
from services.cache.reading import public_ids, rows
from services.cache.remembered import Remembered
from services.cache.saved_lists import list_names
from services.cache.sqlite.search import people_with
from services.cache.sqlite.statements import unindexed
from services.cache.tables import InterviewRecord, table_of
from services.models.browse import (
    Cut,
    Facets,
    InterviewFilter,
    InterviewPage,
    Neighbours,
    PageRequest,
    Sort,
)

_interview: Table = table_of(InterviewRecord)
_EVERYTHING: Final = InterviewFilter()
_FEW: Final = 1000
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Browser:
    """Answers a list's questions on one reading connection after the other."""

    dimensions: Dimensions
    remembered: Remembered = field(default_factory=Remembered)

    def page(
        self, connection: Connection, wanted: InterviewFilter, sort: Sort, request: PageRequest
    ) -> InterviewPage:
        """Return one page; an anchor that is no more gives the first page."""
        wanted = self.meant(connection, wanted)
        total = self.count(connection, wanted)
        walk = self.walk(connection, wanted, sort, limit=request.limit)
        anchor = walk.place(connection, request.anchor) if request.anchor else None
        if anchor is not None and request.cut is Cut.BEFORE:
            found = walk.before(connection, anchor, limit=request.limit + 1)
            ids, has_previous = found[-request.limit :], len(found) > request.limit
            has_next = _follows(connection, walk, ids[-1:], total=total)
        else:
            offset = 0 if request.anchor else request.offset
            found = _from_the_nearer_end(connection, walk, anchor, request, total=total)
            ids, has_next = found[: request.limit], len(found) > request.limit
            has_previous = offset > 0 and total > 0
            if anchor is not None:
                has_previous = _precedes(connection, walk, ids[:1], total=total)
        return InterviewPage(
            rows=rows(connection, ids, self.dimensions),
            total=total,
            has_previous=has_previous,
            has_next=has_next,
        )

    def neighbours(
        self, connection: Connection, public_id: str, wanted: InterviewFilter, sort: Sort
    ) -> Neighbours:
        """Return the interviews beside one in a list; none for an interview that is not kept."""
        walk = self.walk(connection, self.meant(connection, wanted), sort, limit=1)
        place = walk.place(connection, public_id)
        if place is None:
            return Neighbours()
        before = public_ids(connection, walk.before(connection, place, limit=1))
        after = public_ids(connection, walk.after(connection, place, limit=1))
        return Neighbours(
            previous_id=before[0] if before else None, next_id=after[0] if after else None
        )

    def count(self, connection: Connection, wanted: InterviewFilter) -> int:
        """Return how many interviews the filter means."""
        wanted = self.meant(connection, wanted)

        def ask() -> int:
            held = self.conditions(connection, wanted, for_counting(wanted))
            query = select(func.count()).select_from(_interview).where(*held)
            return connection.execute(query).scalar_one()

        return self.remembered.get((*_edition(connection, wanted), wanted), ask)

    def meant(self, connection: Connection, wanted: InterviewFilter) -> InterviewFilter:
        """Return the filter without a condition that every interview meets.

        Where no vendor has deleted anything, leaving it out would only cost a look at each row.
        """
        if wanted.gone is not False or self._has_gone(connection):
            return wanted
        return wanted.model_copy(update={"gone": None})

    def answer(
        self,
        connection: Connection,
        wanted: InterviewFilter,
        ask: Callable[[tuple[Condition, ...]], _Answer],
        *,
        about: str,
    ) -> _Answer:
        """Return what is asked about all interviews of a filter, remembered until the next write.

        `ask` gets the filter's conditions, steered so that no rows are read where an index holds
        all that is asked; `about` names the question and all else it depends on.
        """
        wanted = self.meant(connection, wanted)
        key = (*_edition(connection, wanted), about, wanted)
        return self.remembered.get(
            key, lambda: ask(self.conditions(connection, wanted, without_rows(wanted)))
        )

    def facets(self, connection: Connection) -> Facets:
        """Return the values that occur, most frequent first, and what saved lists are called."""
        counted = self.remembered.get(
            (generation(connection), "facets"), lambda: facets(connection, self.dimensions)
        )
        return counted.model_copy(update={"lists": list_names(connection)})

    def metadata_values(self, connection: Connection, key: str, *, limit: int) -> tuple[str, ...]:
        """Return the values of the metadata under a key, most frequent first."""
        return self.remembered.get(
            (generation(connection), "metadata", key, limit),
            lambda: metadata_values(connection, key, limit=limit),
        )

    def walk(
        self, connection: Connection, wanted: InterviewFilter, sort: Sort, *, limit: int
    ) -> Walk:
        """Return the list of a filter as `meant`; about `limit` rows at a time are asked of it."""
        order = ORDERS[sort.column]
        gathers = self._is_rare(connection, wanted, limit=limit)
        held = self.conditions(connection, wanted, _steering(order, wanted, gathers=gathers))
        return Walk(order, sort.descending, held, gathers=gathers)

    def conditions(
        self, connection: Connection, wanted: InterviewFilter, steer: Steer = plainly
    ) -> tuple[Condition, ...]:
        """Return the filter's conditions on the table of interviews."""
        people = self._people(connection, wanted)
        return conditions(connection, wanted, self.dimensions, people=people, steer=steer)

    def _people(self, connection: Connection, wanted: InterviewFilter) -> tuple[int, ...] | None:
        """Look few people up once, rather than in each of a page's queries; None for many."""
        words = words_of(wanted)
        if not words:
            return None

        def ask() -> tuple[int, ...] | None:
            query = people_with(words).limit(_FEW + 1)
            found = tuple(number for (number,) in connection.execute(query))
            return found if len(found) <= _FEW else None

        return self.remembered.get((generation(connection), words), ask)

    def _is_rare(self, connection: Connection, wanted: InterviewFilter, *, limit: int) -> bool:
        """Tell whether sorting all matches looks at fewer rows than going along the order.

        Sorting looks at every match; going along looks at `limit` times the rows a match.
        """
        everything = self.meant(connection, _EVERYTHING)
        total, whole = self.count(connection, wanted), self.count(connection, everything)
        return wanted != everything and total * total <= limit * whole

    def _has_gone(self, connection: Connection) -> bool:
        def ask() -> bool:
            one = select(_interview.c.id).where(_interview.c.gone_ms.is_not(None)).limit(1)
            return connection.execute(one).first() is not None

        return self.remembered.get((generation(connection), "gone"), ask)


def _edition(connection: Connection, wanted: InterviewFilter) -> tuple[int, int]:
    """Return the numbers that change with what the filter means; its lists are counted apart."""
    return generation(connection), lists_revision(connection) if wanted.lists else 0


def _steering(order: Order, wanted: InterviewFilter, *, gathers: bool) -> Steer:
    useful = [order.column]
    if order.beside is _interview.c.vendor_id and len(wanted.vendors) == 1:
        useful.append(order.beside)

    def steer(column: Column) -> Column:
        return column if gathers or any(column is each for each in useful) else unindexed(column)

    return steer


def _from_the_nearer_end(
    connection: Connection, walk: Walk, anchor: Place | None, request: PageRequest, *, total: int
) -> list[int]:
    """Return a page and one row more; an offset near the end is counted from the end."""
    offset, wanted = 0 if request.anchor else request.offset, request.limit + 1
    if anchor is None and total / 2 < offset < total:
        size = min(wanted, total - offset)
        return walk.before(connection, None, limit=size, offset=total - offset - size)
    return walk.after(connection, anchor, limit=wanted, offset=offset)


def _precedes(connection: Connection, walk: Walk, first: list[int], *, total: int) -> bool:
    place = _place_of(connection, walk, first)
    return bool(walk.before(connection, place, limit=1)) if place else total > 0


def _follows(connection: Connection, walk: Walk, last: list[int], *, total: int) -> bool:
    place = _place_of(connection, walk, last)
    return bool(walk.after(connection, place, limit=1)) if place else total > 0


def _place_of(connection: Connection, walk: Walk, one: list[int]) -> Place | None:
    found = public_ids(connection, one)
    return walk.place(connection, found[0]) if found else None
