"""SQLite under watch: which statements a call sends, how long they take, and without our code."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlalchemy import Engine, event

_CACHE_KIB = 32768


@dataclass(slots=True)
class Watch:
    """Sums up the time within SQLite and remembers what was asked since it was last taken."""

    _seconds: float = 0.0
    _asked: list[tuple[str, Any]] = field(default_factory=list)

    def add(self, seconds: float) -> None:
        """Count time that SQLite took."""
        self._seconds += seconds

    def note(self, statement: str, parameters: Any) -> None:  # noqa: ANN401  (DB-API's own type)
        """Remember a statement."""
        self._asked.append((statement, parameters))

    def take(self) -> tuple[float, list[tuple[str, Any]]]:
        """Return milliseconds and statements since the last time."""
        taken = self._seconds * 1000, self._asked
        self._seconds, self._asked = 0.0, []
        return taken


class _Cursor(sqlite3.Cursor):
    """A cursor that takes its own time."""

    connection: "_Connection"

    def execute(self, statement: str, parameters: Any = (), /) -> "_Cursor":  # noqa: ANN401  (as its base)
        self.connection.watch.note(statement, parameters)
        return self._timed(super().execute, statement, parameters)

    def fetchone(self) -> Any:  # noqa: ANN401  (as its base)
        return self._timed(super().fetchone)

    def fetchmany(self, *size: int) -> list[Any]:
        return self._timed(super().fetchmany, *size)

    def fetchall(self) -> list[Any]:
        return self._timed(super().fetchall)

    def _timed(self, work: Any, *given: Any) -> Any:  # noqa: ANN401  (whatever it wraps)
        started = perf_counter()
        try:
            return work(*given)
        finally:
            self.connection.watch.add(perf_counter() - started)


class _Connection(sqlite3.Connection):
    """A connection that hands out such cursors."""

    watch: Watch

    def cursor(self, factory: type[sqlite3.Cursor] = _Cursor) -> sqlite3.Cursor:
        return super().cursor(factory)


@contextmanager
def watched() -> Iterator[Watch]:
    """Watch every connection that SQLAlchemy opens while the context lasts."""
    watch = Watch()

    def opened(*given: Any, **options: Any) -> _Connection:  # noqa: ANN401  (sqlite3.connect's own)
        connection = _Connection(*given, **options)
        connection.watch = watch
        return connection

    def connect(_dialect: object, _record: object, _given: object, options: dict[str, Any]) -> None:
        options["factory"] = opened

    event.listen(Engine, "do_connect", connect)
    try:
        yield watch
    finally:
        event.remove(Engine, "do_connect", connect)


@contextmanager
def bare(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database with nothing between it and us; its page cache is as large as ours."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        yield connection
    finally:
        connection.close()


def replay(connection: sqlite3.Connection, asked: list[tuple[str, Any]]) -> None:
    """Send the same queries again and read all of their answers."""
    for statement, parameters in asked:
        if statement.lstrip().startswith("SELECT"):
            connection.execute(statement, parameters).fetchall()
