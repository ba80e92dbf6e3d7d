"""Speech to be scored: a recording on its way to a vendor, what it costs, and what is left."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from services.models.value import Value


@dataclass(frozen=True)
class Recording:
    """A sound file that a person chose."""

    name: str
    content: bytes = field(repr=False)


class SpeechRequest(Value):
    """What is told to the vendor with a recording."""

    language: str = "en"
    """ISO 639-1."""
    reference: str | None = None
    """Our id of the interview or candidate that the result belongs to (the vendor's externalId)."""
    metadata: Mapping[str, str] = {}
    tags: tuple[str, ...] = ()


class SpeechEstimate(Value):
    """What a submit will cost, before anything is sent."""

    duration_s: float
    cost: int
    """In the vendor's credits."""
    balance: int | None
    """The credits that are left, if the vendor told."""


class SpeechRun(Value):
    """A recording that the vendor has taken in."""

    vendor_interview_id: str
    vendor_status: str
    queue_position: int | None = None
