"""Integrity: how often signals came up, and what people who looked at them say. Never a score."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from services.models.browse import InterviewFilter
from services.models.estimate import Estimate
from services.models.recording import Signal, SignalKind
from services.models.value import Value

LONGEST_NOTE = 2_000
"""A reviewer's note is cut behind so many characters."""


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


def signal_keys(signals: Sequence[Signal]) -> tuple[str, ...]:
    """Return a key for each flag of one interview, in their order: the same after a refetch.

    It is made of the kind, both ends in whole milliseconds ("" where there is none) and a number
    among equals, so it names a flag within its interview only.
    """
    met: Counter[str] = Counter()
    keys = []
    for signal in signals:
        end = "open" if signal.open_ended else _milliseconds(signal.end_s)
        text = f"{signal.kind}:{_milliseconds(signal.start_s)}:{end}"
        met[text] += 1
        keys.append(f"{text}:{met[text]}")
    return tuple(keys)


def kind_of(key: str) -> SignalKind | None:
    """Return the kind of the flag that `signal_keys` gave this key; None for any other text."""
    kind = key.partition(":")[0]
    return SignalKind(kind) if kind in tuple(SignalKind) else None


def latest(reviews: Sequence[Review]) -> dict[str, Disposition]:
    """Return what holds for each flag: of its reviews, given oldest first, the last one."""
    return {review.signal: review.disposition for review in reviews}


def _milliseconds(seconds: float | None) -> str:
    return "" if seconds is None else str(round(1000 * seconds))
