"""Repeated texts and the numbers that stand for them, remembered between transactions."""

from collections.abc import Callable, Sequence
from functools import partial

from sqlalchemy import Connection, Table, select

from services.cache.folding import fold, storable
from services.cache.sqlite.statements import insert_new_sql, number_sql
from services.cache.tables import RoleRecord, VendorRecord, VersionRecord, WordRecord, table_of


class Named(dict[int | None, str | None]):
    """Numbers to texts, as a mapping that looks a number up when it is first asked for."""

    def __init__(self, look_up: Callable[[int | None], str | None]) -> None:
        super().__init__({None: None})
        self._look_up = look_up

    def __missing__(self, number: int | None) -> str | None:
        """Find the text behind a number."""
        self[number] = self._look_up(number)
        return self[number]


class Dimension:
    """The texts of one dimension table; safe to use from several threads.

    Only committed numbers are remembered, and a number never changes its text.
    """

    def __init__(self, table: Table) -> None:
        self.table = table
        self.has_sort_key = "sort_key" in table.c
        columns = ["name", "sort_key"] if self.has_sort_key else ["name"]
        self.insertion = insert_new_sql(table, tuple(columns))
        self.question = number_sql(table)
        self._ids: dict[str, int] = {}
        self._names: dict[int, str] = {}

    def name(self, connection: Connection, number: int | None) -> str | None:
        """Return the text behind a number."""
        if number is None:
            return None
        if number not in self._names:
            self._read(connection)
        return self._names[number]

    def names(self, connection: Connection) -> Named:
        """Return the texts behind numbers, for thousands of them on one connection."""
        return Named(partial(self.name, connection))

    def numbers(self, connection: Connection, names: Sequence[str]) -> list[int]:
        """Return the numbers of those names that the database knows."""
        if any(name not in self._ids for name in names):
            self._read(connection)
        return [self._ids[name] for name in names if name in self._ids]

    def known(self) -> dict[str, int]:
        """Return the numbers that are remembered; the database may know more."""
        return dict(self._ids)

    def remember(self, committed: dict[str, int]) -> None:
        """Take over numbers that were given in a transaction that is committed now."""
        self._ids.update(committed)
        self._names.update({number: name for name, number in committed.items()})

    def _read(self, connection: Connection) -> None:
        rows = connection.execute(select(self.table.c.name, self.table.c.id))
        self.remember({row.name: row.id for row in rows})


class Dimensions:
    """All dimension tables of one database."""

    def __init__(self) -> None:
        self.vendor = Dimension(table_of(VendorRecord))
        self.role = Dimension(table_of(RoleRecord))
        self.version = Dimension(table_of(VersionRecord))
        self.word = Dimension(table_of(WordRecord))


class Names:
    """Gives numbers to texts within one writing transaction; `commit` after it makes them known."""

    def __init__(self, connection: Connection, dimensions: Dimensions) -> None:
        self.vendor = Numbering(connection, dimensions.vendor)
        self.role = Numbering(connection, dimensions.role)
        self.version = Numbering(connection, dimensions.version)
        self.word = Numbering(connection, dimensions.word)

    def commit(self) -> None:
        """Make the new numbers known to readers."""
        for numbering in (self.vendor, self.role, self.version, self.word):
            numbering.commit()


class Numbering(dict[str | None, int | None]):
    """Texts to numbers, as a mapping that numbers a text when it is first asked for.

    None stands for no text and has no number. A mapping, because a bulk write looks up dozens of
    texts an interview, and nothing that Python offers is faster.
    """

    def __init__(self, connection: Connection, dimension: Dimension) -> None:
        super().__init__()
        self.update(dimension.known())
        self[None] = None
        self._connection = connection
        self._dimension = dimension
        self._new: dict[str, int] = {}

    def __missing__(self, name: str | None) -> int:
        """Find the number of `name` in the database, or give it one there."""
        number = self._number(storable(name or ""))
        self[name] = number
        return number

    def commit(self) -> None:
        """Make the new numbers known to readers."""
        self._dimension.remember(self._new)

    def _number(self, name: str) -> int:
        run, dimension = self._connection.exec_driver_sql, self._dimension
        found = run(dimension.question, (name,)).scalar()
        if found is None:
            # Two names that fold alike still sort apart, so a walk along the key is exact.
            cells = (name, f"{fold(name)}\n{name}") if dimension.has_sort_key else (name,)
            run(dimension.insertion, cells)
            found = run(dimension.question, (name,)).scalar_one()
        self._new[name] = found
        return int(found)
