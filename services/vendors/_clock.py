"""Clock: moments in every spelling of the vendors, as seconds from the start of the recording."""

import math
import re
from datetime import UTC, datetime

_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2}(?:[.,]\d{1,9})?)", re.ASCII)
_PLAIN = re.compile(r"-?\d{1,12}(?:\.\d{1,12})?", re.ASCII)


def number(value: object) -> float | None:
    """Return a JSON number as a float; None for anything else, NaN and truth values included."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    try:
        return float(value)
    except OverflowError:
        return None


def seconds(value: object) -> float | None:
    """Return 192.173, "00:03:20.830", "03:20" or "192.173" as seconds; None for anything else."""
    if not isinstance(value, str):
        return number(value)
    if clock := _CLOCK.fullmatch(value.strip()):
        hours, minutes, rest = clock.groups()
        whole = int(hours or 0) * 3600 + int(minutes) * 60
        return round(whole + float(rest.replace(",", ".")), 6)
    if _PLAIN.fullmatch(value.strip()):
        return float(value)
    return None


def utc(moment: datetime | None) -> datetime | None:
    """Return a moment in UTC; one without a zone is taken as UTC (assumption).

    A moment so near to the ends of the calendar that it has no UTC is None.
    """
    if moment is None or moment.tzinfo is UTC:
        return moment
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return None


def written(offset: float) -> str:
    """Return seconds as a reader writes them: 31:51, or 1:04:09 beyond an hour."""
    minutes, rest = divmod(round(abs(offset)), 60)
    hours, minutes = divmod(minutes, 60)
    sign = "-" if offset < 0 and (hours or minutes or rest) else ""
    return f"{sign}{hours}:{minutes:02}:{rest:02}" if hours else f"{sign}{minutes}:{rest:02}"
