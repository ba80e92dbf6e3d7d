"""Making up for what is left to do, from the payloads that are kept: searching, deriving anew.

A payload that can no longer be read is left as it is, with a line in the program's log.
"""

import logging
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, Row, Select, Table, select

from services.cache.database import Database
from services.cache.dimensions import Dimensions, Names
from services.cache.drafts import Draft, draft_of
from services.cache.facts import DERIVATION
from services.cache.indexing import Parse, add_to_search, empty_search
from services.cache.reading import unpacked
from services.cache.records import PayloadRecord, SearchPendingRecord
from services.cache.rows import moment
from services.cache.tables import InterviewRecord, VendorRecord, table_of
from services.cache.writing import write_drafts
from services.errors import ScorebandError
from services.models.document import Document

_AT_ONCE: Final = 200
_log = logging.getLogger(__name__)
_interview: Table = table_of(InterviewRecord)
_payload: Table = table_of(PayloadRecord)
_pending: Table = table_of(SearchPendingRecord)
_vendor: Table = table_of(VendorRecord)


def index_pending(database: Database, parse: Parse) -> int:
    """Make searchable what waits for it; return of how many payloads."""
    waiting = _payload.c.id.in_(select(_pending.c.payload_id))
    count = 0
    for part in _parts(database, _payloads().where(waiting), parse):
        with database.writing() as connection:
            add_to_search(connection, [(number, draft.texts) for number, draft in part])
        count += len(part)
    return count


def reindex(database: Database, parse: Parse) -> int:
    """Empty the full-text search and fill it anew; return from how many payloads."""
    with database.writing() as connection:
        empty_search(connection)
    return index_pending(database, parse)


def rederive(database: Database, dimensions: Dimensions, parse: Parse) -> int:
    """Derive anew the rows that an older version derived; return of how many interviews."""
    current = _interview.c.payload_id == _payload.c.id
    stale = _payloads().where(current, _interview.c.derivation < DERIVATION)
    count = 0
    for part in _parts(database, stale, parse):
        with database.writing() as connection:
            names = Names(connection, dimensions)
            write_drafts(connection, [draft for _, draft in part], names)
        names.commit()
        count += len(part)
    return count


def _payloads() -> Select[int, str, bytes, int]:
    source = _payload.join(_interview, _interview.c.id == _payload.c.interview_id).join(
        _vendor, _vendor.c.id == _interview.c.vendor_id
    )
    columns: Select[int, str, bytes, int] = select(
        _payload.c.id, _vendor.c.name, _payload.c.data, _payload.c.fetched_ms
    )
    return columns.select_from(source)


def _parts(
    database: Database, query: Select[int, str, bytes, int], parse: Parse
) -> Iterator[list[tuple[int, Draft]]]:
    """Yield (payload's number, draft) in parts, by number, so that none is met twice."""
    after = 0
    while True:
        with database.reading() as connection:
            rows = _next(connection, query, after)
        if not rows:
            return
        after = rows[-1].id
        yield [(row.id, draft) for row in rows if (draft := _read(row, parse))]


def _next(
    connection: Connection, query: Select[int, str, bytes, int], after: int
) -> list[Row[int, str, bytes, int]]:
    part = query.where(_payload.c.id > after).order_by(_payload.c.id).limit(_AT_ONCE)
    return list(connection.execute(part))


def _read(row: Row[int, str, bytes, int], parse: Parse) -> Draft | None:
    try:
        payload = unpacked(row.data)
        return draft_of(Document(payload, parse(row.name, payload), moment(row.fetched_ms)))
    except ScorebandError as error:
        _log.warning("The payload %s of %s cannot be read: %s", row.id, row.name, error)
        return None
