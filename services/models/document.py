"""A vendor's answer on its way into the cache and out of it: the bytes, and what they mean."""

from dataclasses import dataclass
from datetime import datetime

from services.models.interview import Interview
from services.models.tracking import Pauses


@dataclass(frozen=True, slots=True)
class Document:
    """One payload as received, with the interview read from it."""

    payload: bytes
    interview: Interview
    fetched_at: datetime
    """UTC: when the vendor answered, or when the file was imported."""
    substance: bytes | None = None
    """What of the payload counts as the vendor's answer; None: all of it."""
    pauses: Pauses = ()
    """The vendor's own pace for a running result; empty: ours."""
    asked_at: datetime | None = None
    """UTC: when the vendor was asked for it; None for what came from a file."""
    completes: bool = False
    """Whether it is the answer that is kept with a part added: then nothing has changed."""


@dataclass(frozen=True, slots=True)
class StoredPayload:
    """The current payload of one interview as it lies in the cache."""

    id: str
    vendor: str
    vendor_interview_id: str
    payload: bytes
    payload_sha256: str
    fetched_at: datetime
    version_count: int
    """1, or more when a final answer changed and the older ones were kept."""


@dataclass(frozen=True, slots=True)
class StoredInterview:
    """An interview with where it came from."""

    id: str
    interview: Interview
    payload_sha256: str
    payload_size: int
    fetched_at: datetime
    version_count: int
