"""Status: where a run stands, and whether its numbers are results at all."""

from collections.abc import Mapping
from typing import NamedTuple

from services.models.interview import Status
from services.vendors._doubts import Doubts, shortened
from services.vendors.zenhire.wire import PollResponse

_PARTIAL = "partial"
_STATUSES: Mapping[str, Status] = {
    # The candidate has spoken already: nothing is waited for but the vendor.
    "queued": Status.IN_PROGRESS,
    "processing": Status.IN_PROGRESS,
    "success": Status.REPORTED,
    _PARTIAL: Status.REPORTED,
    "failed": Status.TECHNICAL_FAILURE,
}
_FINAL = frozenset({Status.REPORTED, Status.TECHNICAL_FAILURE})


class Standing(NamedTuple):
    """Where a run stands, with ZenHire's own word for it."""

    status: Status
    word: str | None = None

    @property
    def is_final(self) -> bool:
        """Whether ZenHire will not change its answer any more."""
        return self.status in _FINAL

    @property
    def has_results(self) -> bool:
        """Whether numbers beside this status can be results; an unknown status may be a new one."""
        return self.status in (Status.REPORTED, Status.UNKNOWN)

    @property
    def is_success(self) -> bool:
        """Whether ZenHire says that it scored everything."""
        return self.status is Status.REPORTED and not self.is_partial

    @property
    def is_partial(self) -> bool:
        """Whether ZenHire says that it could score some dimensions only."""
        return (self.word or "").strip().casefold() == _PARTIAL


def standing_of(document: PollResponse, doubts: Doubts) -> Standing:
    """Return the status; an unknown word, or none, is noted."""
    word = (document.status or "").strip()
    if not word:
        doubts.unknown("The status is missing: nobody can tell whether this is a result.", "status")
        return Standing(Status.UNKNOWN)
    status = status_named(word)
    if status is Status.UNKNOWN:
        doubts.unknown(f"Unknown status “{shortened(word)}”: kept as ZenHire's word.", "status")
    return Standing(status, word)


def status_named(word: str) -> Status:
    """Return the status that ZenHire's word means, in whatever case."""
    return _STATUSES.get(word.strip().casefold(), Status.UNKNOWN)


def failure_reason_of(document: PollResponse, standing: Standing, doubts: Doubts) -> str | None:
    """Return why a run failed, in ZenHire's words; an error beside a result is noted."""
    error = document.error
    reason = ": ".join(part for part in (error.code, error.message) if part) if error else ""
    if standing.status is Status.TECHNICAL_FAILURE:
        return reason or None
    if reason and standing.status is Status.REPORTED:
        text = f"An error is told beside a result: “{shortened(reason)}”. The result is kept."
        doubts.unknown(text, "error")
    return None
