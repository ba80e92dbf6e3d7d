"""A webhook on its way in: what was received, and what it says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from services.models.value import Value


@dataclass(frozen=True)
class WebhookRequest:
    """What came over HTTP, before anybody has checked the signature."""

    headers: Mapping[str, str] = field(repr=False)
    """With names in small letters; signatures are among them."""
    body: bytes = field(repr=False)
    received_at: datetime


class Delivery(Value):
    """One webhook whose signature was right; it holds no secret, no name and no result."""

    vendor: str
    delivery_id: str
    """Equal for every repetition of the same delivery."""
    event: str
    """The vendor's own word."""
    vendor_interview_id: str | None = None
    """None for an event that is about no interview, such as a ping."""
    sent_at: datetime | None = None
