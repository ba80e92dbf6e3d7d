"""Writing interviews: whole or not at all, in bulk, the payload first and its rows derived."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import zstandard
from sqlalchemy import Connection, Table, func, select

from services.cache.arrivals import Arrival, arrivals, waves
from services.cache.cells import Tuple
from services.cache.dimensions import Names
from services.cache.drafts import Draft
from services.cache.meta import next_generation, take_payload_ids
from services.cache.reading import ZSTANDARD
from services.cache.records import (
    PayloadRecord,
    SearchOrphanRecord,
    SearchPendingRecord,
    StoreNoticeRecord,
)
from services.cache.rows import CHILDREN, DerivedRows, Provenance, milliseconds
from services.cache.sqlite.engine import learn_distributions
from services.cache.sqlite.search import add_people, delete_people
from services.cache.sqlite.statements import (
    delete_sql,
    insert_new_sql,
    insert_sql,
    update_sql,
    upsert_sql,
)
from services.cache.tables import InterviewRecord, table_of
from services.cache.texts import Columns
from services.models.notice import NoticeCode
from services.models.tracking import WriteReport

_LEVEL: Final = 3
_CHANGED: Final = (
    "The vendor had called this interview final and has changed its answer since. What is shown "
    "is the new answer; the earlier one is kept as an older version."
)

_interview: Table = table_of(InterviewRecord)
_payload: Table = table_of(PayloadRecord)
_pending: Table = table_of(SearchPendingRecord)
_orphan: Table = table_of(SearchOrphanRecord)
_notice: Table = table_of(StoreNoticeRecord)
_REPLACED: Final = ("data", "codec", "sha256", "size", "fetched_ms", "substance_sha256")
_NOTICE_COLUMNS: Final = ("interview_id", "code", "text", "place", "made_ms")


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did."""

    stored: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    changed_finals: list[str] = field(default_factory=list)
    outdated: list[Draft] = field(default_factory=list)
    pending: list[tuple[int, Columns]] = field(default_factory=list)
    """Payloads by number with their texts, which are still to be made searchable."""

    def report(self) -> WriteReport:
        """Return what the caller is told."""
        stored, unchanged = tuple(self.stored), tuple(self.unchanged)
        outdated = tuple(draft.public_id for draft in self.outdated)
        return WriteReport(stored, unchanged, tuple(self.changed_finals), outdated)


def write_drafts(connection: Connection, drafts: Sequence[Draft], names: Names) -> Written:
    """Write all drafts within the connection's transaction; of two on one interview, both.

    One that is outdated is left out.
    """
    written = Written()
    for wave in waves(drafts):
        came = arrivals(connection, wave)
        written.outdated.extend(arrival.draft for arrival in came if arrival.is_outdated)
        found = [arrival for arrival in came if not arrival.is_outdated]
        same = [arrival for arrival in found if arrival.is_unchanged]
        other = [arrival for arrival in found if not arrival.is_unchanged]
        _touch(connection, same)
        _replace(connection, [arrival for arrival in found if not arrival.has_new_answer])
        _store(connection, other, names, written)
        written.unchanged.extend(arrival.public_id for arrival in same)
        written.stored.extend(arrival.public_id for arrival in other)
    if written.stored and next_generation(connection).bit_count() == 1:
        # At the 1st, 2nd, 4th, 8th ... write, while the spread of the values still changes much.
        learn_distributions(connection)
    return written


def _touch(connection: Connection, same: Sequence[Arrival]) -> None:
    """Note that the vendor gave the same answer again, just now."""
    for table in (_interview, _payload):
        _many(
            connection,
            update_sql(table, ("fetched_ms",)),
            [
                (
                    milliseconds(arrival.draft.fetched_at),
                    arrival.kept.number if table is _interview else arrival.kept.payload_id,
                )
                for arrival in same
                if arrival.kept
            ],
        )


def _replace(connection: Connection, same: Sequence[Arrival]) -> None:
    """Keep the latest bytes of an answer that says the same, such as with a fresher link."""
    packer = zstandard.ZstdCompressor(level=_LEVEL)
    _many(
        connection,
        update_sql(_payload, _REPLACED),
        [
            (*_packed(arrival.draft, packer), arrival.kept.payload_id)
            for arrival in same
            if arrival.kept and arrival.has_other_bytes
        ],
    )


def _store(
    connection: Connection, found: Sequence[Arrival], names: Names, written: Written
) -> None:
    if not found:
        return
    rows, payloads = DerivedRows(), list[Tuple]()
    new_number = (connection.execute(select(func.max(_interview.c.id))).scalar() or 0) + 1
    new_payload = iter(
        take_payload_ids(connection, sum(arrival.has_new_answer for arrival in found))
    )
    packer = zstandard.ZstdCompressor(level=_LEVEL)
    for arrival in found:
        number = arrival.kept.number if arrival.kept else new_number
        new_number += arrival.kept is None
        payload_id = arrival.kept.payload_id if arrival.kept else 0
        if arrival.has_new_answer:
            payload_id = next(new_payload)
            payloads.append((payload_id, number, *_packed(arrival.draft, packer)))
            written.pending.append((payload_id, arrival.draft.texts))
        rows.add(arrival.draft.facts, _provenance(arrival, number, payload_id), names)
    kept = [arrival for arrival in found if arrival.kept]
    _clear(connection, kept)
    _insert(connection, rows)
    _many(connection, insert_sql(_payload), payloads)
    _many(connection, insert_new_sql(_pending, ("payload_id",)), [(row[0],) for row in payloads])
    _supersede(connection, [arrival for arrival in kept if arrival.has_new_answer])
    written.changed_finals.extend(arrival.public_id for arrival in kept if arrival.changes_a_final)


def _packed(draft: Draft, packer: zstandard.ZstdCompressor) -> Tuple:
    """Return the cells of `_REPLACED`."""
    payload, fetched = draft.payload, milliseconds(draft.fetched_at)
    data, substance = packer.compress(payload), draft.substance_sha256
    return data, ZSTANDARD, draft.sha256, len(payload), fetched, substance


def _provenance(arrival: Arrival, number: int, payload_id: int) -> Provenance:
    own = arrival.kept.store_notices if arrival.kept else 0
    fetched = milliseconds(arrival.draft.fetched_at)
    return Provenance(
        public_id=arrival.public_id,
        interview_id=number,
        payload_id=payload_id,
        fetched_ms=fetched,
        store_notices=own + arrival.changes_a_final,
        gone_ms=arrival.gone_ms,
        arrived_ms=arrival.arrived_ms,
    )


def _clear(connection: Connection, kept: Sequence[Arrival]) -> None:
    """Delete what is derived anew, because the new answer may have fewer scores than the old."""
    numbers = [arrival.kept.number for arrival in kept if arrival.kept]
    for table in CHILDREN:
        _many(connection, delete_sql(table.c.interview_id), [(number,) for number in numbers])
    if numbers:
        delete_people(connection, numbers)


def _insert(connection: Connection, rows: DerivedRows) -> None:
    _many(connection, upsert_sql(_interview), rows.interviews)
    for table, children in rows.children():
        _many(connection, insert_sql(table), children)
    add_people(connection, rows.people)


def _supersede(connection: Connection, replaced: Sequence[Arrival]) -> None:
    """Keep older final answers with a notice, drop older passing ones, out of search both."""
    old = [(arrival.kept.payload_id,) for arrival in replaced if arrival.kept]
    passing = [
        (arrival.kept.payload_id,)
        for arrival in replaced
        if arrival.kept and not arrival.changes_a_final
    ]
    made = [
        (
            arrival.kept.number,
            NoticeCode.FINAL_ANSWER_CHANGED.value,
            *(_CHANGED, ""),
            milliseconds(arrival.draft.fetched_at),
        )
        for arrival in replaced
        if arrival.kept and arrival.changes_a_final
    ]
    _many(connection, delete_sql(_payload.c.id), passing)
    _many(connection, delete_sql(_pending.c.payload_id), old)
    _many(connection, insert_new_sql(_orphan, ("payload_id",)), old)
    _many(connection, insert_new_sql(_notice, _NOTICE_COLUMNS), made)


def _many(connection: Connection, statement: str, rows: Sequence[Tuple]) -> None:
    if rows:
        connection.exec_driver_sql(statement, list(rows))
