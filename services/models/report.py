"""An interview with what a reader wants to know first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.models.browse import InterviewRow
from services.models.document import StoredInterview
from services.models.score import Score
from services.models.tracking import FetchFailure


@dataclass(frozen=True, slots=True)
class LatencyFigures:
    """How long the candidate took to begin to answer, over candidate turns alone, in seconds."""

    turns: int
    median_s: float
    longest_s: float
    anomalies: int


@dataclass(frozen=True, slots=True)
class Standouts:
    """The strongest and the weakest skills; several where their bands cannot separate them."""

    strongest: tuple[Score, ...] = ()
    weakest: tuple[Score, ...] = ()
    compared: int = 0
    """How many scored skills (or domains) have a band, and so could be compared."""
    without_band: int = 0
    """How many are scored but have no band: whether they differ cannot be told."""


@dataclass(frozen=True, slots=True)
class InterviewReport:
    """One interview as it is stored, with the figures computed from it."""

    stored: StoredInterview
    vendor_title: str
    """The vendor's own spelling of its name."""
    age: timedelta
    """How long ago the vendor gave this answer."""
    failure: FetchFailure | None
    """Why the last try to fetch it anew failed: then an older answer is shown."""
    standouts: Standouts
    latency: LatencyFigures | None
    """None where no candidate turn has a latency."""
    gone_at: datetime | None = None
    """When we noticed that the vendor has deleted it."""
    attached: Sequence[InterviewRow] = ()
    """Results of other vendors that say that they belong to this interview or its candidate."""
    attached_to: Sequence[InterviewRow] = ()
    """The interviews that this result says it belongs to."""
