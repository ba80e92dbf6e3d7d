"""The tables that are not derived: payloads, own notices, queue, inbox, log, and settings."""

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel


class PayloadRecord(SQLModel, table=True):
    """A vendor's answer byte for byte, compressed; numbers are never used twice."""

    __tablename__ = "payload"

    id: int = Field(primary_key=True)
    interview_id: int = Field(foreign_key="interview.id", ondelete="CASCADE", index=True)
    data: bytes
    codec: int
    sha256: bytes
    size: int
    fetched_ms: int = Field(sa_type=BigInteger)
    substance_sha256: bytes | None = None
    """The fingerprint of what counts as the answer; None where that is the whole payload."""


class StoreNoticeRecord(SQLModel, table=True):
    """A notice of the cache itself; it outlives a rewriting of the derived rows."""

    __tablename__ = "store_notice"

    id: int | None = Field(default=None, primary_key=True)
    interview_id: int = Field(foreign_key="interview.id", ondelete="CASCADE", index=True)
    code: str
    text: str
    place: str
    made_ms: int = Field(sa_type=BigInteger)


class TrackedRecord(SQLModel, table=True):
    """An interview that is to be fetched; `due_ms` is None once its answer is final."""

    __tablename__ = "tracked"
    __table_args__ = (
        UniqueConstraint("vendor_id", "vendor_interview_id"),
        Index("ix_tracked_queue", "vendor_id", "due_ms", "leased_until_ms"),
        # What workers hold is little; what they do not is not in this index.
        Index("ix_tracked_leased", "leased_by", sqlite_where=text("leased_by IS NOT NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    vendor_id: int
    vendor_interview_id: str
    added_ms: int = Field(sa_type=BigInteger)
    due_ms: int | None = Field(default=None, sa_type=BigInteger, index=True)
    unchanged: int = 0
    """Fetches since the answer last changed."""
    last_success_ms: int | None = Field(default=None, sa_type=BigInteger)
    failures: int = 0
    """Failures since the last success."""
    last_error: str | None = None
    failed_ms: int | None = Field(default=None, sa_type=BigInteger)
    leased_until_ms: int | None = Field(default=None, sa_type=BigInteger)
    """Until then it is a worker's own; the lease ends earlier with an answer or a failure."""
    leased_by: str | None = None


class VendorStateRecord(SQLModel, table=True):
    """What all workers on this database know of one vendor."""

    __tablename__ = "vendor_state"

    vendor_id: int = Field(primary_key=True)
    next_turn_us: int = Field(default=0, sa_type=BigInteger)
    """When the vendor may be asked next, in microseconds since 1970 in UTC."""
    failures: int = 0
    """Failures in a row that show the vendor down or busy, while it is still asked."""
    openings: int = 0
    """How often in a row it was left alone; each time for twice as long."""
    open_until_ms: int | None = Field(default=None, sa_type=BigInteger)
    """Until then it is left alone; after that one interview is tried."""
    trial_until_ms: int | None = Field(default=None, sa_type=BigInteger)
    """Until then a worker is trying one interview."""
    is_refused: bool = False
    """Whether it refuses our key."""
    problem: str | None = None
    """The sentence of the failure that led to it being left alone."""
    listing_cursor: str | None = None
    listing_done: int = 0
    listing_total: int | None = None
    listed_ms: int | None = Field(default=None, sa_type=BigInteger)
    """When a walk through its list was last finished."""


class InboxRecord(SQLModel, table=True):
    """A webhook that came, without its body; `handled_ms` is None until the queue knows of it."""

    __tablename__ = "inbox"
    __table_args__ = (UniqueConstraint("vendor", "delivery_id"),)

    id: int | None = Field(default=None, primary_key=True)
    vendor: str
    delivery_id: str
    event: str
    vendor_interview_id: str | None
    sent_ms: int | None = Field(default=None, sa_type=BigInteger)
    received_ms: int = Field(sa_type=BigInteger)
    handled_ms: int | None = Field(default=None, sa_type=BigInteger, index=True)


class SearchPendingRecord(SQLModel, table=True):
    """A payload whose texts are not in the search index yet."""

    __tablename__ = "search_pending"

    payload_id: int = Field(primary_key=True)


class SearchOrphanRecord(SQLModel, table=True):
    """A payload that is still in the search index but no longer an interview's current one."""

    __tablename__ = "search_orphan"

    payload_id: int = Field(primary_key=True)


class LinkDecisionRecord(SQLModel, table=True):
    """What a recruiter said about two candidates, by their opaque ids; rows are only ever added.

    The ids follow from what the vendors call the candidates, so decisions outlive every rebuilding.
    """

    __tablename__ = "link_decision"

    id: int | None = Field(default=None, primary_key=True)
    a: str
    b: str
    verdict: str
    made_ms: int = Field(sa_type=BigInteger)


class LogRecord(SQLModel, table=True):
    """What somebody did or looked at; rows are only ever added."""

    __tablename__ = "log"

    id: int | None = Field(default=None, primary_key=True)
    at_ms: int = Field(sa_type=BigInteger)
    event: str
    subject: str


class MetaRecord(SQLModel, table=True):
    """A number or a word about the database as a whole."""

    __tablename__ = "meta"

    name: str = Field(primary_key=True)
    value: str
