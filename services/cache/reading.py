"""Reading what is kept of single interviews: rows of a list, payloads, notices."""

from collections.abc import Sequence
from typing import Any

import zstandard
from sqlalchemy import Connection, Row, Table, func, select

from services.cache.codes import (
    ALL_NOT_COLLECTED,
    MATCH_CODES,
    OUTCOME_CODES,
    STATE_CODES,
    STATUS_CODES,
    meaning,
)
from services.cache.dimensions import Dimensions
from services.cache.records import PayloadRecord, StoreNoticeRecord
from services.cache.rows import moment
from services.cache.spoken_tables import SpokenRecord
from services.cache.tables import InterviewRecord, VendorRecord, table_of
from services.errors import DatabaseError, InputError
from services.models.browse import InterviewRow
from services.models.document import StoredPayload
from services.models.notice import Notice, NoticeCode
from services.models.score import Scale, Score, ScoreKind

ZSTANDARD = 1
"""The codec of payloads: Zstandard at level 3 without a dictionary."""
_STATUSES, _OUTCOMES = meaning(STATUS_CODES), meaning(OUTCOME_CODES)
_STATES, _MATCHES = meaning(STATE_CODES), meaning(MATCH_CODES)
_interview: Table = table_of(InterviewRecord)
_payload: Table = table_of(PayloadRecord)
_vendor: Table = table_of(VendorRecord)
_spoken: Table = table_of(SpokenRecord)
_notice: Table = table_of(StoreNoticeRecord)


def rows(
    connection: Connection, numbers: Sequence[int], dimensions: Dimensions
) -> tuple[InterviewRow, ...]:
    """Return the rows of these interviews in this order."""
    query = select(_interview, _spoken.c.speaker_match).outerjoin(
        _spoken, _spoken.c.interview_id == _interview.c.id
    )
    found = connection.execute(query.where(_interview.c.id.in_(numbers)))
    by_number = {row.id: row for row in found}
    return tuple(
        _row(connection, by_number[number], dimensions) for number in numbers if number in by_number
    )


def rows_of(
    connection: Connection, public_ids: Sequence[str], dimensions: Dimensions
) -> tuple[InterviewRow, ...]:
    """Return the rows of these interviews in this order, without those that are not kept."""
    query = select(_interview.c.public_id, _interview.c.id)
    found = connection.execute(query.where(_interview.c.public_id.in_(public_ids)))
    numbers = {row.public_id: row.id for row in found}
    return rows(connection, [numbers[each] for each in public_ids if each in numbers], dimensions)


def public_ids(connection: Connection, numbers: Sequence[int]) -> list[str]:
    """Return the public ids of these interviews in this order."""
    if not numbers:
        return []
    query = select(_interview.c.id, _interview.c.public_id)
    found = connection.execute(query.where(_interview.c.id.in_(numbers)))
    by_number = {row.id: row.public_id for row in found}
    return [by_number[number] for number in numbers]


def find(connection: Connection, wanted: str) -> str | None:
    """Return the public id of the interview with this id, ours or its vendor's.

    Raises:
        InputError: several vendors have an interview of this id.
    """
    own = select(_interview.c.public_id).where(_interview.c.public_id == wanted)
    if connection.execute(own).scalar() is not None:
        return wanted
    joined = _interview.join(_vendor, _vendor.c.id == _interview.c.vendor_id)
    query = select(_interview.c.public_id, _vendor.c.name).select_from(joined)
    found = connection.execute(
        query.where(_interview.c.vendor_interview_id == wanted).order_by(_vendor.c.name)
    ).all()
    if len(found) > 1:
        choices = ", ".join(f"{public_id} ({vendor})" for public_id, vendor in found)
        msg = f"Several vendors have an interview with this id. Name one of: {choices}."
        raise InputError(msg)
    return found[0].public_id if found else None


def payload(connection: Connection, public_id: str) -> StoredPayload | None:
    """Return the current payload of an interview."""
    found = connection.execute(
        _payloads().where(
            _interview.c.public_id == public_id, _payload.c.id == _interview.c.payload_id
        )
    ).first()
    if found is None:
        return None
    versions = select(func.count()).where(_payload.c.interview_id == found.interview_id)
    return _stored(found, connection.execute(versions).scalar_one())


def payload_versions(connection: Connection, public_id: str) -> tuple[StoredPayload, ...]:
    """Return every payload that is kept of an interview, the current one first."""
    found = connection.execute(
        _payloads().where(_interview.c.public_id == public_id).order_by(_payload.c.id.desc())
    ).all()
    return tuple(_stored(row, len(found)) for row in found)


def notices(connection: Connection, public_id: str) -> tuple[Notice, ...]:
    """Return the notices that the cache itself made on an interview, oldest first."""
    joined = _notice.join(_interview, _interview.c.id == _notice.c.interview_id)
    query = select(_notice.c.code, _notice.c.text, _notice.c.place).select_from(joined)
    found = connection.execute(
        query.where(_interview.c.public_id == public_id).order_by(_notice.c.id)
    )
    return tuple(
        Notice(code=NoticeCode(code), text=text, where=place) for code, text, place in found
    )


def unpacked(data: bytes) -> bytes:
    """Return a payload byte for byte as it was received.

    Raises:
        DatabaseError: what is stored of it is damaged.
    """
    try:
        return zstandard.ZstdDecompressor().decompress(data)
    except zstandard.ZstdError as error:
        msg = (
            "What is stored of this interview is damaged. Fetch it again with "
            "“scoreband sync --force”, import it again, or put a backup of the database in place."
        )
        raise DatabaseError(msg) from error


def _payloads() -> Any:  # noqa: ANN401  (a Select whose columns differ in type)
    source = _payload.join(_interview, _interview.c.id == _payload.c.interview_id).join(
        _vendor, _vendor.c.id == _interview.c.vendor_id
    )
    return select(
        _interview.c.public_id,
        _interview.c.vendor_interview_id,
        _vendor.c.name.label("vendor"),
        _payload,
    ).select_from(source)


def _stored(found: Row[Any], versions: int) -> StoredPayload:
    return StoredPayload(
        id=found.public_id,
        vendor=found.vendor,
        vendor_interview_id=found.vendor_interview_id,
        payload=unpacked(found.data),
        payload_sha256=found.sha256.hex(),
        fetched_at=moment(found.fetched_ms),
        version_count=versions,
    )


def _row(connection: Connection, row: Row[Any], dimensions: Dimensions) -> InterviewRow:
    def word(number: int | None) -> str | None:
        return dimensions.word.name(connection, number)

    return InterviewRow(
        id=row.public_id,
        vendor=dimensions.vendor.name(connection, row.vendor_id) or "",
        vendor_interview_id=row.vendor_interview_id,
        candidate_name=row.candidate_name,
        candidate_email=row.candidate_email,
        role=dimensions.role.name(connection, row.role_id),
        status=_STATUSES[row.status],
        vendor_status=word(row.vendor_status_id),
        outcome=_OUTCOMES[row.outcome],
        vendor_outcome=word(row.vendor_outcome_id),
        assessment_version=dimensions.version.name(connection, row.version_id),
        interview_type=word(row.interview_type_id),
        happened_at=None if row.happened_ms is None else moment(row.happened_ms),
        duration_s=row.duration_s,
        overall=_overall(row, word(row.overall_name_id), word(row.overall_label_id)),
        signal_count=_signal_count(row),
        notice_count=row.notice_count,
        cefr=word(row.cefr_id),
        gone_at=None if row.gone_ms is None else moment(row.gone_ms),
        match=_MATCHES.get(row.speaker_match),
    )


def _overall(row: Row[Any], name: str | None, label: str | None) -> Score:
    return Score(
        kind=ScoreKind.OVERALL,
        name=name or "",
        state=_STATES[row.overall_state],
        value=row.overall_value,
        lower=row.overall_lower,
        upper=row.overall_upper,
        scale=Scale(low=row.overall_low, high=row.overall_high),
        label=label,
        observations=row.overall_observations,
    )


def _signal_count(row: Row[Any]) -> int | None:
    if row.not_collected == ALL_NOT_COLLECTED:
        return None
    counts = (
        *(row.tab_changes, row.faces_out_of_view, row.abnormal_eye_trackings),
        *(row.black_screens, row.external_screens, row.latency_anomalies),
    )
    return int(sum(counts))
