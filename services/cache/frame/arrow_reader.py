"""Reading many interviews through ADBC, in a process of its own that opens the file only here.

ADBC brings a copy of SQLite along. Two copies in one process break each other's locks on a file
(sqlite.org/howtocorrupt.html, 2.2.1), so nothing that runs in the dashboard may import this file.
"""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

import adbc_driver_sqlite
import numpy as np
import pyarrow as pa
from adbc_driver_manager import AdbcConnection, AdbcStatement
from numpy.typing import NDArray

from services.cache.frame.arrays import to_numpy
from services.cache.frame.queries import ALL, STAMP, Bounds, Columns, Query, known

_HANDS: Final = 2
_TRIES: Final = 5
_BATCH: Final = {"adbc.sqlite.query.batch_rows": "65536"}
_Part = dict[str, list[NDArray[Any]]]


class ArrowReader:
    """Reads with several connections at once, all within the same moment of the database."""

    def __init__(self, connections: list[Any], stamp: tuple[int, str]) -> None:
        self._connections = connections
        self._stamp = stamp
        last = _rows(connections[0], "SELECT coalesce(max(id), 0) AS last FROM interview")
        self._bounds = _split(int(last[0]["last"]), len(connections))

    def numbers(self, query: Query) -> Columns:
        """Return the columns of all interviews, in order."""
        with ThreadPoolExecutor(len(self._connections)) as hands:
            parts = list(
                hands.map(
                    lambda connection, bounds: _part(connection, query, bounds),
                    self._connections,
                    self._bounds,
                )
            )
        # A column's parts are let go as soon as it is whole: at most one is held twice.
        return {
            name: known(np.concatenate([each for part in parts for each in part.pop(name)]))
            for name in query.columns
        }

    def texts(self, table: str) -> Mapping[int, str]:
        """Return the texts of a dimension table by their numbers."""
        found = _rows(self._connections[0], f"SELECT id, name FROM {table}")  # noqa: S608  (a table of ours)
        return {row["id"]: row["name"] for row in found}

    def stamp(self) -> tuple[int, str]:
        """Return what `STAMP` asks for."""
        return self._stamp


@contextmanager
def reading(path: Path) -> Iterator[ArrowReader]:
    """Open the database for reading only."""
    for hands in (*(_HANDS,) * _TRIES, 1):
        with ExitStack() as stack:
            opened = [stack.enter_context(_opened(path)) for _ in range(hands)]
            # The first answer fixes the moment that a connection sees. One alone always agrees.
            stamps = {tuple(_rows(connection, STAMP)[0].values()) for connection in opened}
            if len(stamps) == 1:
                ((generation, stamp),) = stamps
                yield ArrowReader(opened, (int(generation), str(stamp)))
                return


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with adbc_driver_sqlite.connect(uri) as database, AdbcConnection(database) as connection:
        connection.set_autocommit(False)
        yield connection


def _split(last: int, parts: int) -> list[Bounds]:
    first, end = ALL
    cuts = [last * part // parts for part in range(1, parts)]
    return list(zip([first, *cuts], [*cuts, end], strict=True))


def _batches(connection: Any, sql: str) -> Iterator[pa.RecordBatch]:  # noqa: ANN401  (ADBC has no types)
    with AdbcStatement(connection) as statement:
        statement.set_options(**_BATCH)
        statement.set_sql_query(sql)
        handle, _ = statement.execute_query()
        with pa.RecordBatchReader.from_stream(handle) as batches:
            yield from batches


def _rows(connection: Any, sql: str) -> list[dict[str, Any]]:  # noqa: ANN401  (see above)
    return [row for batch in _batches(connection, sql) for row in batch.to_pylist()]


def _part(connection: Any, query: Query, bounds: Bounds) -> _Part:  # noqa: ANN401  (see above)
    part: _Part = {name: [np.empty(0, number)] for name, (_, number) in query.columns.items()}
    for batch in _batches(connection, query.sql(bounds)):
        for (name, (_, number)), cells in zip(query.columns.items(), batch, strict=True):
            part[name].append(to_numpy(cells).astype(number))
    return part
