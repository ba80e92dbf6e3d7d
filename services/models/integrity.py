"""Integrity: how often signals came up, and what people who looked at them say. Never a score."""

from datetime import datetime
from enum import StrEnum

from services.models.browse import InterviewFilter
from services.models.estimate import Estimate
from services.models.recording import SignalKind
from services.models.value import Value


class Disposition(StrEnum):
    """What a reviewer says of one flag."""

    CONFIRM = "confirm"
    """It happened, and it matters."""
    DISMISS = "dismiss"
    """There is a harmless reason, or it did not happen."""
    ASK = "ask"
    """The candidate should be asked."""


class Review(Value):
    """One reviewer's word on one flag; the latest holds, all are kept."""

    signal: str
    """The flag's key within its interview."""
    disposition: Disposition
    note: str = ""
    made_at: datetime


class SignalRate(Value):
    """How often one kind of signal came up in one cohort."""

    kind: SignalKind
    collected: int
    """Interviews in which this kind was collected."""
    not_collected: int
    events: int
    with_any: Estimate
    """Share of the interviews, where collected, with at least one; 0 to 1."""
    per_hour: Estimate
    """Events per hour of interview, where collected and where the length is known."""


class ReviewCount(Value):
    """What was decided on one kind of signal, each flag by its latest review."""

    kind: SignalKind
    confirmed: int
    dismissed: int
    asked: int
    awaiting: int


class IntegrityCohort(Value):
    """One cohort's signals; interviews that began and only those."""

    label: str
    wanted: InterviewFilter
    interviews: int
    rates: tuple[SignalRate, ...]


class AwaitingReview(Value):
    """An interview with flags that nobody has looked at yet."""

    interview_id: str
    candidate: str
    role: str | None
    happened_at: datetime | None
    awaiting: int
    flags: int


class IntegrityAnswer(Value):
    """Signals by cohort, and the reviews of the first cohort's flags."""

    level: float
    cohorts: tuple[IntegrityCohort, ...]
    reviews: tuple[ReviewCount, ...]
    awaiting: tuple[AwaitingReview, ...]
    """One page, the newest interview first."""
    awaiting_total: int
    """Interviews, not flags."""
    warnings: tuple[str, ...] = ()
