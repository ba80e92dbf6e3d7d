"""Which results belong to an interview: those whose references name it, and the other way."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, or_, select

from services.cache.dimensions import Dimensions
from services.cache.reading import rows
from services.cache.tables import InterviewRecord, ReferenceRecord, VendorRecord, table_of
from services.models.browse import InterviewRow
from services.models.identity import candidate_id

_interview: Table = table_of(InterviewRecord)
_reference: Table = table_of(ReferenceRecord)
_vendor: Table = table_of(VendorRecord)
_MOST = 100


def attached(
    connection: Connection, public_id: str, dimensions: Dimensions
) -> tuple[InterviewRow, ...]:
    """Return the results whose references name this interview or its candidate, newest first.

    A candidate's id counts between two vendors only: two results of one vendor may well be about
    one candidate, and neither belongs to the other.
    """
    target = _named(connection, public_id)
    if target is None:
        return ()
    value = _reference.c.value
    ids = [target.public_id, target.vendor_interview_id]
    elsewhere = _interview.c.vendor_id != target.vendor_id
    query = (
        select(_interview.c.id)
        .join_from(_reference, _interview, _interview.c.id == _reference.c.interview_id)
        .where(
            value.in_([*ids, target.candidate_id]),
            or_(value.in_(ids), elsewhere),
            _interview.c.id != target.id,
        )
    )
    return _rows(connection, query, dimensions)


def attached_to(
    connection: Connection, public_id: str, dimensions: Dimensions
) -> tuple[InterviewRow, ...]:
    """Return the interviews that this one's references name, the other way of `attached`."""
    source = _named(connection, public_id)
    if source is None:
        return ()
    values = select(_reference.c.value).where(_reference.c.interview_id == source.id)
    named = list(connection.execute(values).scalars())
    query = select(_interview.c.id).where(
        or_(
            _interview.c.public_id.in_(named),
            _interview.c.vendor_interview_id.in_(named),
            _interview.c.candidate_key.in_(_candidates(connection, named, source.vendor_id)),
        ),
        _interview.c.id != source.id,
    )
    return _rows(connection, query, dimensions)


def _candidates(connection: Connection, given_ids: Sequence[str], own_vendor: int) -> list[str]:
    """Return our ids of the candidates whom other vendors would call by these ids."""
    others = select(_vendor.c.name).where(_vendor.c.id != own_vendor)
    return [
        candidate_id(vendor, "", given_id=given_id, address=None)
        for vendor in connection.execute(others).scalars()
        for given_id in given_ids
    ]


def _named(connection: Connection, public_id: str) -> Row[Any] | None:
    columns = ("id", "public_id", "vendor_id", "vendor_interview_id", "candidate_id")
    query = select(*(_interview.c[name] for name in columns))
    return connection.execute(query.where(_interview.c.public_id == public_id)).first()


def _rows(
    connection: Connection, query: Select[int], dimensions: Dimensions
) -> tuple[InterviewRow, ...]:
    newest = query.distinct().order_by(_interview.c.happened_ms.desc(), _interview.c.id.desc())
    return rows(connection, connection.execute(newest.limit(_MOST)).scalars().all(), dimensions)
