"""Documents on their way into the cache, each beside what is kept of its interview already."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Table, func, select

from services.cache.records import PayloadRecord, StoreNoticeRecord
from services.cache.rows import DERIVATION
from services.cache.tables import InterviewRecord, table_of
from services.models.document import Document
from services.models.identity import local_id

_interview: Table = table_of(InterviewRecord)
_payload: Table = table_of(PayloadRecord)
_notice: Table = table_of(StoreNoticeRecord)
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of an interview."""

    number: int
    is_final: bool
    payload_id: int
    derivation: int
    sha256: bytes
    store_notices: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document with its fingerprint and what is kept of its interview."""

    public_id: str
    document: Document
    sha256: bytes
    kept: Kept | None = None

    @property
    def is_unchanged(self) -> bool:
        """Whether both the bytes and the way to read them are those that are kept."""
        kept = self.kept
        return kept is not None and kept.sha256 == self.sha256 and kept.derivation >= DERIVATION

    @property
    def has_new_payload(self) -> bool:
        """Whether the bytes differ from those that are kept."""
        return self.kept is None or self.kept.sha256 != self.sha256

    @property
    def changes_a_final(self) -> bool:
        """Whether the vendor had called the answer final that is kept and now replaced."""
        return self.kept is not None and self.kept.is_final and self.has_new_payload


def public_id_of(document: Document) -> str:
    """Return our id of a document's interview."""
    return local_id(document.interview.vendor, document.interview.vendor_interview_id)


def waves(documents: Sequence[Document]) -> Iterator[dict[str, Document]]:
    """Yield the documents by public id, an interview's second one in a wave of its own."""
    wave: dict[str, Document] = {}
    for document in documents:
        public_id = public_id_of(document)
        if public_id in wave or len(wave) == _AT_ONCE:
            yield wave
            wave = {}
        wave[public_id] = document
    if wave:
        yield wave


def arrivals(connection: Connection, wave: Mapping[str, Document]) -> list[Arrival]:
    """Return the documents of one wave with what is kept of their interviews."""
    kept = _kept(connection, tuple(wave))
    return [
        Arrival(
            public_id,
            document,
            hashlib.sha256(document.payload).digest(),
            kept.get(public_id),
        )
        for public_id, document in wave.items()
    ]


def _kept(connection: Connection, public_ids: Sequence[str]) -> dict[str, Kept]:
    own_notices = (
        select(func.count())
        .select_from(_notice)
        .where(_notice.c.interview_id == _interview.c.id)
        .scalar_subquery()
    )
    query = (
        select(
            _interview.c.public_id,
            *(_interview.c.id, _interview.c.is_final, _interview.c.payload_id),
            *(_interview.c.derivation, _payload.c.sha256, own_notices),
        )
        .join_from(_interview, _payload, _payload.c.id == _interview.c.payload_id)
        .where(_interview.c.public_id.in_(public_ids))
    )
    return {public_id: Kept(*rest) for public_id, *rest in connection.execute(query)}
