"""Pause: how long a vendor asks to be left alone, from the `Retry-After` header."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from services.vendors._answer import Answer

LONGEST_PAUSE_S = 60.0


def pause_asked_for(answer: Answer, *, now: datetime) -> float:
    """Return the seconds of `Retry-After`, given as a number or as a date; 0 without one.

    A vendor that asks for more than a minute gets a minute: after a few of them it is called busy.
    """
    told = answer.headers.get("Retry-After", "").strip()
    if not told or answer.status < 400:
        return 0.0
    try:
        seconds = float(told) if told[:1].isdigit() else _until(told, now)
    except (ValueError, OverflowError):
        return 0.0
    return min(max(seconds, 0.0), LONGEST_PAUSE_S)


def _until(told: str, now: datetime) -> float:
    moment = parsedate_to_datetime(told)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - now).total_seconds()
