"""The vendor's two notations for time."""

from datetime import UTC, datetime


def iso(moment: datetime) -> str:
    """Return `2025-11-25T10:00:07.933Z`."""
    return (
        moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03}Z"
    )


def offset(seconds: float) -> str:
    """Return `00:05:18.888`: hours, minutes and seconds from the start of the recording."""
    whole, milliseconds = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{milliseconds:03}"
