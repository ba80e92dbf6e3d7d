"""The tables. A payload is the record; every other row of an interview is derived from it.

Times are whole milliseconds since 1970 in UTC (`_ms`), offsets and durations seconds (`_s`).
Repeated texts lie once in a dimension table and are referred to by number; our own closed
vocabularies are numbered in `codes.py`.
"""

from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, Table, text
from sqlmodel import Field, SQLModel

_REST = (
    *("vendor_id", "happened_ms", "overall_key", "notice_count"),
    *("started", "has_language", "gone_ms", "interview_type_id", "arrived_ms"),
)
_COUNTED = ("month", "vendor_status_id")
_SAME = ("status", "outcome", "version_id")
CLUSTERED = {"sqlite_with_rowid": False}


def table_of(record: type[SQLModel]) -> Table:
    """Return the table behind a record, for statements that take tuples."""
    table: Table = record.__table__  # type: ignore[attr-defined]  # set by SQLModel's metaclass
    return table


def _milliseconds(*, optional: bool = False) -> Any:  # noqa: ANN401  (what SQLModel's Field is)
    return Field(default=None if optional else ..., sa_type=BigInteger)


def parent() -> Any:  # noqa: ANN401  (what SQLModel's Field is)
    """Return the column that says which interview a row is a part of; it goes with it."""
    return Field(primary_key=True, sa_column_args=[ForeignKey("interview.id", ondelete="CASCADE")])


class Dimension(SQLModel):
    """A text that many interviews share; `sort_key` orders such texts as a reader would."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    sort_key: str = Field(unique=True)


class VendorRecord(Dimension, table=True):
    """A vendor's short name."""

    __tablename__ = "vendor"


class RoleRecord(Dimension, table=True):
    """A role that people were interviewed for."""

    __tablename__ = "role"


class VersionRecord(Dimension, table=True):
    """A version of an assessment: an instrument of its own."""

    __tablename__ = "version"


class WordRecord(SQLModel, table=True):
    """Any other repeated text: names of scores, agents and criteria, the vendors' own words."""

    __tablename__ = "word"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)


class InterviewRecord(SQLModel, table=True):
    """What lists, filters and cohorts need of one interview; its texts stay in the payload."""

    __tablename__ = "interview"
    __table_args__ = (
        # All that a filter looks at, so that counting reads no rows: one begins with the role (and
        # holds what the funnel counts by), one with the status.
        Index("ix_interview_filter_role", "role_id", *_SAME, *_REST, *_COUNTED),
        Index("ix_interview_filter_status", *_SAME, "role_id", *_REST),
        # Language results, newest first, with all that is filtered: they are a few of all rows.
        Index(
            "ix_interview_spoken",
            *("happened_ms", "id", "role_id", *_SAME, "vendor_id", "overall_key", "notice_count"),
            *("started", "gone_ms", "has_language", "interview_type_id", "arrived_ms"),
            sqlite_where=text("has_language = 1"),
        ),
        # One vendor's scores: on another scale they lie far from the ends of the whole order.
        Index("ix_interview_vendor_score", "vendor_id", "overall_key"),
        # The same e-mail address with several vendors, found without reading rows.
        Index("ix_interview_email", "email_key", "vendor_id", "candidate_key"),
        # What came since somebody last looked.
        Index("ix_interview_arrived", "arrived_ms"),
        # What a vendor has deleted is little; what it has not is not in this index.
        Index("ix_interview_gone", "gone_ms", sqlite_where=text("gone_ms IS NOT NULL")),
    )

    id: int = Field(primary_key=True)
    public_id: str = Field(unique=True)
    vendor_id: int = Field(index=True)
    vendor_interview_id: str = Field(index=True)
    candidate_id: str | None
    candidate_name: str | None
    candidate_email: str | None
    name_key: str | None = Field(index=True)
    email_key: str | None
    """The address as it is compared, see `folding.fold_address`."""
    candidate_key: str | None = Field(index=True)
    """Our opaque id of the vendor's candidate."""
    role_id: int | None = Field(index=True)
    mapped_role_id: int | None
    version_id: int | None = Field(index=True)
    interview_type_id: int | None = Field(index=True)
    status: int = Field(index=True)
    vendor_status_id: int | None
    outcome: int | None = Field(index=True)
    vendor_outcome_id: int | None
    is_final: bool
    started: bool
    has_language: bool
    """Whether there is a row in `spoken`."""
    happened_ms: int | None = Field(default=None, sa_type=BigInteger, index=True)
    month: int | None
    """Year and month in UTC as one number, such as 202611."""
    duration_s: float | None = Field(index=True)
    overall_key: float | None = Field(index=True)
    """The value as lists are sorted by it: scores of one scale stand together, see `rows.py`."""
    overall_name_id: int | None
    overall_state: int
    overall_value: float | None
    overall_lower: float | None
    overall_upper: float | None
    overall_low: float
    overall_high: float
    overall_label_id: int | None
    overall_observations: int | None
    cefr_id: int | None
    notice_count: int = Field(index=True)
    tab_changes: int
    faces_out_of_view: int
    abnormal_eye_trackings: int
    black_screens: int
    external_screens: int
    latency_anomalies: int
    not_collected: int
    """A bit for each kind of signal that was not collected, see `codes.py`."""
    fetched_ms: int = _milliseconds()
    payload_id: int
    derivation: int
    """The `DERIVATION` that these rows were derived by."""
    gone_ms: int | None = _milliseconds(optional=True)
    """When we noticed that the vendor has deleted it; its rows stay."""
    arrived_ms: int = _milliseconds()
    """When the present answer was first stored; the same answer again does not change it."""


class ScoreRecord(SQLModel, table=True):
    """One of an interview's scores, in the order of its report; criteria lie apart."""

    __tablename__ = "score"
    __table_args__ = (CLUSTERED,)

    interview_id: int = parent()
    position: int = Field(primary_key=True)
    kind: int
    name_id: int | None
    """None for a question's own score: its text is in the payload, its number in `question`."""
    parent_id: int | None
    question: int | None
    state: int
    value: float | None
    lower: float | None
    upper: float | None
    low: float
    high: float
    label_id: int | None
    observations: int | None
    weight: float | None


class AgentRecord(SQLModel, table=True):
    """What one agent gave in sum for one question."""

    __tablename__ = "agent"
    __table_args__ = (CLUSTERED,)

    interview_id: int = parent()
    question: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    agent_id: int
    role_id: int | None
    """A word, not an interview's role."""
    total: float | None
    maximum: float | None
    normalized: float | None


class CriterionRecord(SQLModel, table=True):
    """One criterion as one agent scored it."""

    __tablename__ = "criterion"
    __table_args__ = (CLUSTERED,)

    interview_id: int = parent()
    question: int = Field(primary_key=True)
    agent_position: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    key_id: int
    state: int
    value: float | None
    weight: float | None
    weighted: float | None
    maximum: float | None


class SignalRecord(SQLModel, table=True):
    """One proctoring signal."""

    __tablename__ = "signal"
    __table_args__ = (CLUSTERED,)

    interview_id: int = parent()
    position: int = Field(primary_key=True)
    kind: int
    start_s: float | None
    end_s: float | None
    open_ended: bool


class NoticeRecord(SQLModel, table=True):
    """The code of one notice that the payload gave rise to; the sentence is derived with it."""

    __tablename__ = "notice"
    __table_args__ = (CLUSTERED,)

    interview_id: int = parent()
    position: int = Field(primary_key=True)
    code_id: int


class ReferenceRecord(SQLModel, table=True):
    """An id of another interview or candidate that an interview says it belongs to."""

    __tablename__ = "reference"
    __table_args__ = (CLUSTERED,)

    interview_id: int = parent()
    position: int = Field(primary_key=True)
    value: str = Field(index=True)
