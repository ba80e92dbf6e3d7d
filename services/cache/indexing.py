"""Making texts searchable, after the rows are safe: what a crash leaves undone is done later."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, Table, delete, insert, select

from services.cache.records import SearchOrphanRecord, SearchPendingRecord
from services.cache.sqlite.search import add_texts, clear_texts
from services.cache.sqlite.statements import delete_sql
from services.cache.tables import InterviewRecord, table_of
from services.cache.texts import Columns
from services.models.interview import Interview

Parse = Callable[[str, bytes], Interview]
"""Reads a vendor's payload: (vendor's short name, bytes) to an interview."""

_interview: Table = table_of(InterviewRecord)
_pending: Table = table_of(SearchPendingRecord)
_orphan: Table = table_of(SearchOrphanRecord)


def add_to_search(connection: Connection, pending: Sequence[tuple[int, Columns]]) -> None:
    """Make the texts of these payloads searchable, but for those that another process did."""
    numbers = [number for number, _ in pending]
    waiting = set(
        connection.execute(
            select(_pending.c.payload_id).where(_pending.c.payload_id.in_(numbers))
        ).scalars()
    )
    todo = [(number, *texts) for number, texts in pending if number in waiting]
    if todo:
        add_texts(connection, todo)
        done = [(number,) for number, *_ in todo]
        connection.exec_driver_sql(delete_sql(_pending.c.payload_id), done)


def empty_search(connection: Connection) -> None:
    """Empty the search index and let every current payload wait to be added again."""
    clear_texts(connection)
    connection.execute(delete(_orphan))
    connection.execute(delete(_pending))
    connection.execute(
        insert(_pending).from_select(["payload_id"], select(_interview.c.payload_id))
    )
