"""Days: a date, or a date with a time, as a moment."""

import re
from datetime import UTC, date, datetime

from services.vendors._clock import utc
from services.vendors._doubts import Doubts, shortened

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day_or_moment(text: str | None, doubts: Doubts, where: str) -> datetime | None:
    """Return the moment in UTC; a day alone begins at midnight UTC (assumption)."""
    told = (text or "").strip()
    if not told:
        return None
    found = moment_in(told)
    if found is None:
        doubts.unknown(f"“{shortened(told)}” is no date: read as missing.", where)
    return found


def moment_in(text: str) -> datetime | None:
    """Return what an ISO 8601 text means, in UTC; None if it is none."""
    try:
        if _DAY.fullmatch(text):
            day = date.fromisoformat(text)
            return datetime(day.year, day.month, day.day, tzinfo=UTC)
        return utc(datetime.fromisoformat(text))
    except ValueError:
        return None
