"""Opening an SQLite file: the engine, its pragmas, backups and the check of the whole file."""

import os
import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

PAGE_BYTES: Final = 8192
_BUSY_SECONDS: Final = 5
_OWNER_ONLY: Final = 0o600
_WRITES: Final = "scoreband_writes"
_PRAGMAS: Final = (
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -32768",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_size_limit = 67108864",
)


def engine_for(path: Path, *, read_only: bool) -> Engine:
    """Return an engine on the file; it opens no connection yet.

    Each thread gets a connection of its own, so that writers do not block readers.
    """
    engine = create_engine(
        f"sqlite:///{_uri(path, read_only=read_only)}&uri=true",
        connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False},
        hide_parameters=True,
        pool_size=8,
        max_overflow=24,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def writing(connection: Connection) -> Connection:
    """Make the connection's transactions take the write lock at once, so that none can fail late.

    A transaction that reads first and writes later is refused when another wrote in between.
    """
    return connection.execution_options(**{_WRITES: True})


def create_file(path: Path) -> None:
    """Make an empty database that only its owner may read; leave one that is there alone."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY))
    except FileExistsError:
        return


def use_write_ahead_log(path: Path) -> None:
    """Set what the file keeps for ever: the size of its pages and its kind of journal."""
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS)
    try:
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def back_up(path: Path, copy: Path) -> None:
    """Copy the database as it stands, with what is still in its journal."""
    create_file(copy)
    source, target = sqlite3.connect(path, timeout=_BUSY_SECONDS), sqlite3.connect(copy)
    try:
        source.backup(target)
    finally:
        target.close()
        source.close()


def faults(connection: Connection) -> tuple[str, ...]:
    """Read the whole file and return what is wrong with it, in SQLite's words."""
    found = connection.exec_driver_sql("PRAGMA quick_check").scalars().all()
    return tuple(fault for fault in found if fault != "ok")


def learn_distributions(connection: Connection) -> None:
    """Let SQLite look at samples of its values, so that it plans well; takes milliseconds."""
    connection.exec_driver_sql("PRAGMA analysis_limit = 1000")
    connection.exec_driver_sql("ANALYZE")


def _uri(path: Path, *, read_only: bool) -> str:
    uri = path.absolute().as_uri()
    if not read_only:
        return f"{uri}?mode=rw"
    # In a folder that nobody may write to, SQLite can only read a file that nobody changes.
    lonely = not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
    return f"{uri}?mode=ro&immutable=1" if lonely else f"{uri}?mode=ro"


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    # Python's own guesses about when a transaction begins leave out DDL and reading.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
