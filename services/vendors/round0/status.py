"""Status: where the interview stands, in our vocabulary beside round0's word."""

from collections.abc import Mapping

from services.models.interview import Status
from services.vendors._doubts import Doubts, shortened

_STATUSES: Mapping[str, Status] = {
    "invited": Status.SCHEDULED,
    "in_progress": Status.IN_PROGRESS,
    "completed": Status.COMPLETED,
    "expired": Status.EXPIRED,
}
FINAL = frozenset({Status.COMPLETED, Status.EXPIRED})
"""A completed interview never changes, and an expired one cannot be started."""


def status_named(word: str | None) -> Status:
    """Return the status that round0's word means, in whatever case; UNKNOWN for any other."""
    return _STATUSES.get((word or "").strip().casefold(), Status.UNKNOWN)


def status_of(word: str | None, doubts: Doubts, where: str) -> Status:
    """Return the status; note a word that is not documented."""
    status = status_named(word)
    if status is Status.UNKNOWN and word and word.strip():
        doubts.unknown(f"Unknown status “{shortened(word)}”: kept as round0's word.", where)
    return status
