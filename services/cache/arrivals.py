"""Drafts on their way into the cache, each beside what is kept of its interview already."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Table, func, select

from services.cache.drafts import Draft
from services.cache.facts import DERIVATION
from services.cache.records import PayloadRecord, StoreNoticeRecord
from services.cache.rows import milliseconds
from services.cache.tables import InterviewRecord, table_of

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
    answer_sha256: bytes
    store_notices: int
    gone_ms: int | None
    arrived_ms: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """A draft with what is kept of its interview."""

    draft: Draft
    kept: Kept | None = None

    @property
    def public_id(self) -> str:
        """Return our id of the interview."""
        return self.draft.public_id

    @property
    def is_unchanged(self) -> bool:
        """Whether both the answer and what is derived from it are those that are kept."""
        kept = self.kept
        return (
            kept is not None
            and not self.has_new_answer
            and kept.derivation >= DERIVATION
            and kept.gone_ms == self.gone_ms
        )

    @property
    def has_new_answer(self) -> bool:
        """Whether the vendor says something else than what is kept, or says it for the first time.

        Equal bytes are the same answer whatever counts in them: rows that are derived anew know
        of no substance.
        """
        return self.kept is None or (
            self.has_other_bytes and self.kept.answer_sha256 != self.draft.answer_sha256
        )

    @property
    def has_other_bytes(self) -> bool:
        """Whether the bytes differ from those that are kept, though they may say the same."""
        return self.kept is None or self.kept.sha256 != self.draft.sha256

    @property
    def gone_ms(self) -> int | None:
        """When we noticed that the vendor has deleted it; None since the vendor gave it again."""
        return self.kept.gone_ms if self.kept and self.draft.asked_at is None else None

    @property
    def arrived_ms(self) -> int:
        """When the answer that it holds was first stored: now, if it says something new."""
        if self.kept is None or self.has_new_answer:
            return milliseconds(self.draft.fetched_at)
        return self.kept.arrived_ms

    @property
    def is_outdated(self) -> bool:
        """Whether it is a file of the time before the final answer that is kept.

        What a vendor says when it is asked now is news, even if it takes a final answer back.
        """
        from_file = self.draft.asked_at is None
        return self.changes_a_final and from_file and not self.draft.is_final

    @property
    def changes_a_final(self) -> bool:
        """Whether the vendor had called the answer final that is kept and now replaced."""
        if self.kept is None or self.draft.completes:
            return False
        return self.kept.is_final and self.has_new_answer


def waves(drafts: Sequence[Draft]) -> Iterator[dict[str, Draft]]:
    """Yield the drafts by public id, an interview's second one in a wave of its own."""
    wave: dict[str, Draft] = {}
    for draft in drafts:
        if draft.public_id in wave or len(wave) == _AT_ONCE:
            yield wave
            wave = {}
        wave[draft.public_id] = draft
    if wave:
        yield wave


def arrivals(connection: Connection, wave: Mapping[str, Draft]) -> list[Arrival]:
    """Return the drafts of one wave with what is kept of their interviews."""
    kept = _kept(connection, tuple(wave))
    return [Arrival(draft, kept.get(public_id)) for public_id, draft in wave.items()]


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
            *(_interview.c.derivation, _payload.c.sha256),
            func.coalesce(_payload.c.substance_sha256, _payload.c.sha256),
            *(own_notices, _interview.c.gone_ms, _interview.c.arrived_ms),
        )
        .join_from(_interview, _payload, _payload.c.id == _interview.c.payload_id)
        .where(_interview.c.public_id.in_(public_ids))
    )
    return {public_id: Kept(*rest) for public_id, *rest in connection.execute(query)}
