"""What is to be fetched, when, and how the last tries went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

Pauses = tuple[tuple[int, float], ...]
"""How often a running result is asked for: (so many times, every so many seconds), in order; the
last pause holds for ever after."""


@dataclass(frozen=True, slots=True)
class DueInterview:
    """An interview that is to be fetched now."""

    vendor: str
    vendor_interview_id: str
    attempts: int
    """Fetches since the answer last changed; the pause between two grows with it."""
    leased_until: datetime | None = None
    """No other worker takes it before; None for one that was only looked at."""


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """A fetch that failed: which interview, and a sentence that says what to do."""

    vendor: str
    vendor_interview_id: str
    sentence: str
    failed_at: datetime


@dataclass(frozen=True, slots=True)
class VendorPause:
    """A vendor is left alone: why, and until when."""

    problem: str
    """The sentence of the last failure."""
    until: datetime | None
    """None: it refuses our key, and is not asked before somebody starts a sync by hand."""


@dataclass(frozen=True, slots=True)
class ListingState:
    """How far the walk through a vendor's list is."""

    done: int = 0
    total: int | None = None
    """Steps of the walk, if the vendor tells how many there are."""
    cursor: str | None = None
    """Where the walk goes on; None when none is under way."""
    finished_at: datetime | None = None
    """When a walk last came to its end."""


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a write did, by local id."""

    stored: Sequence[str] = ()
    unchanged: Sequence[str] = ()
    changed_finals: Sequence[str] = ()
    """Answers that the vendor had called final and then changed; also in `stored`."""
    outdated: Sequence[str] = ()
    """Files of the time before a final answer that is kept: left out."""


@dataclass(frozen=True, slots=True)
class SourceState:
    """How one vendor's data stands in the cache."""

    vendor: str
    interviews: int
    tracked: int
    due: int
    last_success_at: datetime | None
    failures: Sequence[FetchFailure] = ()
    leased: int = 0
    """Interviews that a worker is fetching at this moment."""
    gone: int = 0
    """Kept interviews that the vendor has deleted."""
    pause: VendorPause | None = None
    listing: ListingState = ListingState()

    @property
    def paused_until(self) -> datetime | None:
        """When the vendor will be asked again; None if it is asked now, or refuses our key."""
        return self.pause.until if self.pause else None
