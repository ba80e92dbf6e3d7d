"""A candidate: the person as one vendor names them, and the tries to reach them."""

from datetime import datetime

from services.models.value import Value


class Candidate(Value):
    """The person, as far as the vendor names them. Empty texts of the vendor are None here."""

    id: str | None = None
    name: str | None = None
    email: str | None = None
    avatar_url: str | None = None
    years_of_experience: float | None = None
    education: str | None = None
    """In the vendor's words, as is `experience`."""
    experience: str | None = None
    data_expires_at: datetime | None = None
    """Until when the vendor may keep the person's data (GDPR)."""


class CallAttempt(Value):
    """One try to reach the candidate by phone, in the vendor's words."""

    status: str | None = None
    reason: str | None = None
    notes: str | None = None
    direction: str | None = None
    number: int | None = None
    duration_s: float | None = None
    scheduled_at: datetime | None = None
    called_at: datetime | None = None
