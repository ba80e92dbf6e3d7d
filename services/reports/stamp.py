"""The time that every page prints, in the reader's zone."""

from datetime import datetime

from services.models import notation


def stamp(time: datetime) -> str:
    """Write an aware time: "23 Nov 2026, 15:04 CET (UTC+1)", "23 Nov 2026, 14:04 UTC"."""
    return f"{notation.day(time)}, {time:%H:%M} {_zone(time)}"


def _zone(time: datetime) -> str:
    offset, name = _offset(time), time.tzname() or ""
    # Zones without letters of their own are called by their offset: "+07".
    return f"{name} ({offset})" if name.isalpha() and name != "UTC" else offset


def _offset(time: datetime) -> str:
    minutes = round((offset.total_seconds() if (offset := time.utcoffset()) else 0) / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"
