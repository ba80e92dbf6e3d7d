"""The operations funnel: how far interviews got, and how the others ended."""

from enum import StrEnum

from services.models.browse import InterviewFilter
from services.models.interview import Status
from services.models.value import Value


class Stage(StrEnum):
    """How far an interview got; each stage counts everybody who got at least that far."""

    INVITED = "invited"
    STARTED = "started"
    COMPLETED = "completed"
    REPORTED = "reported"


class Split(StrEnum):
    """What the funnel can be split up by."""

    ROLE = "role"
    VENDOR = "vendor"
    MONTH = "month"


class StatusCount(Value):
    """How many interviews of the filter share a role, a vendor, a month and a status."""

    role: str | None
    vendor: str
    month: int | None
    """Year and month in UTC as one number, such as 202611."""
    status: Status
    vendor_status: str | None
    """The vendor's own word."""
    has_started: bool
    count: int


class FunnelBar(Value):
    """One bar; the list that it opens holds exactly `count` interviews."""

    key: str
    label: str
    count: int
    share: float | None
    """Of those invited, 0 to 1; None where nobody was."""
    opens: InterviewFilter
    vendor_words: tuple[tuple[str, str, int], ...] = ()
    """(vendor, its own word, how many), most frequent first."""


class FunnelGroup(Value):
    """The funnel of one role, vendor or month, or of all."""

    key: str
    """Tells this group from every other, also from one of the same label."""
    label: str
    stages: tuple[FunnelBar, ...]
    """From invited to reported, each holding the next."""
    ends: tuple[FunnelBar, ...]
    """Everybody once, by how it stands or ended: waiting, running, no-show, drop-off and so on."""


class FunnelAnswer(Value):
    """The whole, and the same split up."""

    whole: FunnelGroup
    groups: tuple[FunnelGroup, ...]
    unknown: int
    """Interviews whose status no vendor's word explains; in no stage but invited."""
