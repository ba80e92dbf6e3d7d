"""Opening the database: a file of one's own, its schema brought up to date, faults in words."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, make_url
from sqlalchemy.exc import ArgumentError

from services.cache.revision import NEWEST, current_revision
from services.cache.sqlite.engine import (
    back_up,
    create_file,
    engine_for,
    use_write_ahead_log,
    writing,
)
from services.cache.sqlite.faults import told_plainly
from services.errors import DatabaseError, StorageError

_WRITABLE = 0o222


@dataclass(frozen=True, slots=True)
class Database:
    """An open database; every transaction's faults come out as our errors."""

    path: Path
    engine: Engine
    read_only: bool

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read within one transaction: all answers belong to the same moment."""
        with told_plainly(self.path), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write within one transaction: all of it is kept, or nothing.

        Raises:
            StorageError: read-only, full, or held by another program for too long.
        """
        if self.read_only:
            msg = f"The database {self.path} may only be read: nothing was stored."
            raise StorageError(msg)
        with told_plainly(self.path), self.engine.connect() as fresh:
            connection = writing(fresh)
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()


def open_database(url: str, *, now: datetime) -> Database:
    """Open the SQLite file that `url` names; make it, or migrate it after a backup, if need be.

    Raises:
        DatabaseError: the URL is none of SQLite's, or the file cannot be opened, is damaged, is
            another program's, or was made by a newer Scoreband.
        StorageError: the disk is full, or another program holds the file.
    """
    path = _path(url)
    _make(path)
    read_only = not (os.access(path, os.W_OK) and path.stat().st_mode & _WRITABLE)
    database = Database(path, engine_for(path, read_only=read_only), read_only)
    try:
        _bring_up_to_date(database, now)
    except BaseException:
        database.close()
        raise
    return database


def _path(url: str) -> Path:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        msg = "SCOREBAND_DATABASE_URL is no database URL. Write it as sqlite:///path/to/file.db."
        raise DatabaseError(msg) from error
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        msg = (
            "SCOREBAND_DATABASE_URL names no SQLite file, and this version keeps its data in one "
            "only. Write it as sqlite:///path/to/file.db."
        )
        raise DatabaseError(msg)
    return Path(str(parsed.database)).expanduser()


def _make(path: Path) -> None:
    """Make folder and file, for their owner only, where there are none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            create_file(path)
        with path.open("rb"):
            is_new = path.stat().st_size == 0
    except OSError as error:
        msg = (
            f"The database {path} cannot be opened ({error.strerror}). Check that the file and its "
            "folder are yours, or name another file in SCOREBAND_DATABASE_URL."
        )
        raise DatabaseError(msg) from error
    if is_new:
        with told_plainly(path):
            use_write_ahead_log(path)


def _bring_up_to_date(database: Database, now: datetime) -> None:
    with database.reading() as connection:
        revision = current_revision(connection)
        if revision == NEWEST:
            return
        # The migrations' library takes half a second to load, and on most days nothing is to do.
        from services.cache.migrating import known_revisions, upgrade  # noqa: PLC0415  (see above)

        _refuse_strangers(connection, database.path, revision, known_revisions())
    if database.read_only:
        msg = (
            f"The database {database.path} was made by an older Scoreband and may only be read, "
            "so it cannot be brought up to date. Make the file writable."
        )
        raise DatabaseError(msg)
    if revision is not None:
        _keep_a_copy(database.path, revision, now)
    with database.writing() as connection:
        # Another process may have come first; then nothing is left to do.
        upgrade(connection)


def _refuse_strangers(
    connection: Connection, path: Path, revision: str | None, known: tuple[str, ...]
) -> None:
    if revision is None and inspect(connection).get_table_names():
        msg = f"{path} is another program's database. Name another file in SCOREBAND_DATABASE_URL."
        raise DatabaseError(msg)
    if revision is not None and revision not in known:
        msg = (
            f"The database {path} was made by a newer Scoreband (revision {revision}). Install "
            "that version, or name another file in SCOREBAND_DATABASE_URL."
        )
        raise DatabaseError(msg)


def _keep_a_copy(path: Path, revision: str, now: datetime) -> None:
    copy = path.with_name(f"{path.name}.backup-{revision}-{now:%Y%m%dT%H%M%SZ}")
    try:
        with told_plainly(copy):
            back_up(path, copy)
    except OSError as error:
        msg = (
            f"No backup of {path} could be made beside it ({error.strerror}): nothing was changed."
        )
        raise DatabaseError(msg) from error
