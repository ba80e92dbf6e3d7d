"""The steps of a round0 interview in the vendor's own words, and which may follow which."""

from enum import StrEnum


class Status(StrEnum):
    """The vendor's `status`."""

    INVITED = "invited"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    EXPIRED = "expired"


ODD = "under_review"
"""A word that no document names; an interview with it has everything that a completed one has."""

FOLLOWERS: dict[str, tuple[Status, ...]] = {
    Status.INVITED: (Status.IN_PROGRESS, Status.EXPIRED),
    Status.IN_PROGRESS: (Status.COMPLETED,),
    Status.COMPLETED: (),
    Status.EXPIRED: (),
    ODD: (),
}
"""What may follow each status; the first is the way of an interview that goes well."""
HAS_RESULTS = (Status.COMPLETED, ODD)
