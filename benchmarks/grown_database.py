"""A database grown to many times its interviews: rows copied in SQL, payloads and texts not."""

import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

_CHILDREN = (
    *("score", "agent", "criterion", "signal", "notice", "question", "trait"),
    *("spoken", "level"),
)
_MONTHS = 13
_MONTH_MS = 30 * 86_400_000
"""How far the copies are moved back in time, so that a longer history has more interviews."""


def grown(path: Path, *, times: int) -> Path:
    """Return a database of `times` as many interviews as that at `path`; make it if need be.

    Each copy has numbers and ids of its own and lies a month further back; overall scores are
    moved by a tenth of a point a copy, so that no two copies have the same distribution. There are
    no payloads and no searchable texts in it: they are a hundred times the size of the columns.
    """
    if times < 2:
        return path
    target = path.with_name(f"{path.stem}-times-{times}.db")
    if target.exists():
        return target
    sys.stderr.write(f"Growing it {times} times ...\n")
    unfinished = target.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("ATTACH ? AS source", (str(path),))
        _make_tables(connection)
        _fill(connection, times)
        _make_indexes(connection)
        connection.execute("DETACH source")
        connection.execute("ANALYZE")
    unfinished.rename(target)
    return target


def _make_tables(connection: sqlite3.Connection) -> None:
    tables = connection.execute(
        "SELECT name, sql FROM source.sqlite_master WHERE type = 'table' AND sql IS NOT NULL"
        " AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    virtual = [name for name, sql in tables if sql.startswith("CREATE VIRTUAL")]
    for name, sql in tables:
        # A virtual table makes the tables that it keeps its content in by itself.
        if not any(name.startswith(f"{each}_") for each in virtual):
            connection.execute(sql)
    for name in ("vendor", "role", "version", "word", "meta", "alembic_version"):
        connection.execute(f"INSERT INTO {name} SELECT * FROM source.{name}")  # noqa: S608  (our own names)


def _fill(connection: sqlite3.Connection, times: int) -> None:
    (size,) = connection.execute("SELECT max(id) FROM source.interview").fetchone()
    heads = _columns(connection, "interview")
    for copy in range(times):
        moved = {
            "id": f"id + {copy * size}",
            "public_id": f"public_id || '-{copy}'",
            "vendor_interview_id": f"vendor_interview_id || '-{copy}'",
            "happened_ms": f"happened_ms - {copy % _MONTHS * _MONTH_MS}",
            "overall_value": f"overall_value + {copy / 10}",
        }
        _copy(connection, "interview", heads, moved)
        for table in _CHILDREN:
            columns = _columns(connection, table)
            _copy(connection, table, columns, {"interview_id": f"interview_id + {copy * size}"})


def _copy(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], moved: dict[str, str]
) -> None:
    cells = ", ".join(moved.get(column, column) for column in columns)
    connection.execute(f"INSERT INTO {table} SELECT {cells} FROM source.{table}")  # noqa: S608  (our own names)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA source.table_info({table})")]


def _make_indexes(connection: sqlite3.Connection) -> None:
    found = connection.execute(
        "SELECT sql FROM source.sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        " AND tbl_name = 'interview'"
    ).fetchall()
    for (sql,) in found:
        connection.execute(sql)
