"""Tally: what a sync has done so far, counted by several threads together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Lock

from services.models.tracking import WriteReport
from services.use_cases.progress import Failure, Progress


@dataclass(frozen=True)
class SyncReport:
    """What came of a sync; `failures` name each interview or vendor left out, and why."""

    stored: Sequence[str]
    unchanged: Sequence[str]
    changed_finals: Sequence[str]
    failures: Sequence[Failure]
    gone: Sequence[str] = ()
    """Kept interviews that their vendor turned out to have deleted."""


@dataclass
class Tally:
    """Counts over all vendors of one sync; safe to use from several threads."""

    total: int
    news: SimpleQueue[Progress | None] = field(default_factory=SimpleQueue)
    """What is to be told, for the thread that may tell it."""
    _stored: list[str] = field(default_factory=list)
    _unchanged: list[str] = field(default_factory=list)
    _changed_finals: list[str] = field(default_factory=list)
    _failures: list[Failure] = field(default_factory=list)
    _gone: list[str] = field(default_factory=list)
    _done: int = 0
    _lock: Lock = field(default_factory=Lock)

    def step(self, what: str) -> None:
        """Count one interview as done, with whatever result."""
        with self._lock:
            self._done += 1
            # The count when the sync began: others may have added to the queue since.
            self.total = max(self.total, self._done)
            self.news.put(Progress(self._done, self.total, what))

    def wrote(self, report: WriteReport) -> None:
        """Add what a write did."""
        with self._lock:
            self._stored += report.stored
            self._unchanged += report.unchanged
            self._changed_finals += report.changed_finals

    def failed(self, item: str, sentence: str) -> None:
        """Add a failure."""
        with self._lock:
            self._failures.append(Failure(item, sentence))

    def is_gone(self, interview_id: str) -> None:
        """Add an interview that its vendor has deleted."""
        with self._lock:
            self._gone.append(interview_id)

    def report(self) -> SyncReport:
        """Return what came of the sync."""
        with self._lock:
            return SyncReport(
                stored=self._stored,
                unchanged=self._unchanged,
                changed_finals=self._changed_finals,
                failures=self._failures,
                gone=self._gone,
            )
