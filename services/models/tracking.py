"""What is to be fetched, when, and how the last tries went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DueInterview:
    """An interview that is to be fetched now."""

    vendor: str
    vendor_interview_id: str
    attempts: int
    """Fetches since the answer last changed; the pause between two grows with it."""


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """A fetch that failed: which interview, and a sentence that says what to do."""

    vendor: str
    vendor_interview_id: str
    sentence: str
    failed_at: datetime


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a write did, by local id."""

    stored: Sequence[str] = ()
    unchanged: Sequence[str] = ()
    changed_finals: Sequence[str] = ()
    """Answers that the vendor had called final and then changed; also in `stored`."""


@dataclass(frozen=True, slots=True)
class SourceState:
    """How one vendor's data stands in the cache."""

    vendor: str
    interviews: int
    tracked: int
    due: int
    last_success_at: datetime | None
    failures: Sequence[FetchFailure] = ()
