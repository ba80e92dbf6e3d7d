"""A look at the whole database: what is in it, what waits, what is damaged."""

from pathlib import Path

from sqlalchemy import Connection, Table, func, select

from services.cache.database import Database
from services.cache.facts import DERIVATION
from services.cache.records import PayloadRecord, SearchPendingRecord, TrackedRecord
from services.cache.revision import current_revision
from services.cache.sqlite.engine import faults
from services.cache.tables import InterviewRecord, table_of
from services.models.health import DatabaseHealth

_interview: Table = table_of(InterviewRecord)


def health(connection: Connection, database: Database) -> DatabaseHealth:
    """Return what a look at the whole file finds; takes seconds for a large one."""
    stale = select(func.count()).where(_interview.c.derivation < DERIVATION)
    files = (database.path, Path(f"{database.path}-wal"))
    return DatabaseHealth(
        path=str(database.path),
        revision=current_revision(connection) or "",
        size=sum(file.stat().st_size for file in files if file.exists()),
        read_only=database.read_only,
        interviews=_count(connection, _interview),
        payloads=_count(connection, table_of(PayloadRecord)),
        tracked=_count(connection, table_of(TrackedRecord)),
        search_pending=_count(connection, table_of(SearchPendingRecord)),
        to_rederive=connection.execute(stale).scalar_one(),
        faults=faults(connection),
    )


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
