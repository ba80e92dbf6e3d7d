"""The steps of a run in the vendor's own words, and which may follow which."""

from enum import StrEnum


class Status(StrEnum):
    """The vendor's `status`."""

    QUEUED = "queued"
    PROCESSING = "processing"
    SUCCESS = "success"
    PARTIAL = "partial"
    FAILED = "failed"


ODD = "needs_review"
"""A word that no document names; a run with it has everything that a successful one has."""

FOLLOWERS: dict[str, tuple[Status, ...]] = {
    Status.QUEUED: (Status.PROCESSING, Status.FAILED),
    Status.PROCESSING: (Status.SUCCESS, Status.PARTIAL, Status.FAILED),
    Status.SUCCESS: (),
    Status.PARTIAL: (),
    Status.FAILED: (),
    ODD: (),
}
"""What may follow each status; the first is the way of a run that goes well."""
UNFINISHED = (Status.QUEUED, Status.PROCESSING)
SCORED = (Status.SUCCESS, Status.PARTIAL, ODD)
