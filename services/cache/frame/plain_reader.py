"""Reading through the connection that is open anyway: right for few interviews, slow for many."""

import sqlite3
from collections.abc import Mapping
from typing import Final, cast

import numpy as np
from sqlalchemy import Connection

from services.cache.frame.queries import ALL, STAMP, Columns, Query, known

_AT_ONCE: Final = 50_000


class PlainReader:
    """Reads within the transaction of one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = cast("sqlite3.Connection", connection.connection.driver_connection)

    def numbers(self, query: Query) -> Columns:
        """Return the columns of all interviews, in order."""
        types = np.dtype([(name, number) for name, (_, number) in query.columns.items()])
        cursor = self._connection.execute(query.sql(ALL))
        parts = [np.empty(0, types)]
        while rows := cursor.fetchmany(_AT_ONCE):
            parts.append(np.array(rows, types))
        table = np.concatenate(parts)
        return {name: known(np.ascontiguousarray(table[name])) for name in query.columns}

    def texts(self, table: str) -> Mapping[int, str]:
        """Return the texts of a dimension table by their numbers."""
        return dict(self._connection.execute(f"SELECT id, name FROM {table}").fetchall())  # noqa: S608  (a table of ours)

    def stamp(self) -> tuple[int, str]:
        """Return what `STAMP` asks for."""
        generation, stamp = self._connection.execute(STAMP).fetchone()
        return int(generation), str(stamp)

    def count(self) -> int:
        """Return how many interviews there are."""
        (count,) = self._connection.execute("SELECT count(*) FROM interview").fetchone()
        return int(count)
