"""round0's notation for time, without fractions of a second."""

from datetime import UTC, datetime


def moment(time: datetime) -> str:
    """Return `2026-01-16T14:30:00Z`."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
