"""The tables that are not derived: payloads, own notices, the queue, the log, and settings."""

from sqlalchemy import BigInteger, UniqueConstraint
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
    __table_args__ = (UniqueConstraint("vendor_id", "vendor_interview_id"),)

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


class SearchPendingRecord(SQLModel, table=True):
    """A payload whose texts are not in the search index yet."""

    __tablename__ = "search_pending"

    payload_id: int = Field(primary_key=True)


class SearchOrphanRecord(SQLModel, table=True):
    """A payload that is still in the search index but no longer an interview's current one."""

    __tablename__ = "search_orphan"

    payload_id: int = Field(primary_key=True)


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
