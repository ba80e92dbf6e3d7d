"""Pause: how long a vendor asks to be left alone, by `Retry-After` and by the answer's body."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from pydantic_core import from_json

from services.vendors._answer import Answer
from services.vendors._clock import number

LONGEST_PAUSE_S = 60.0
_IN_BODIES = ("retryAfter", "retryAfterSeconds")


def pause_asked_for(answer: Answer, *, now: datetime) -> float:
    """Return the seconds that an error's header or body asks for, the longer of the two; else 0.

    A vendor that asks for more than a minute gets a minute: after a few of them it is called busy.
    """
    if answer.status < 400:
        return 0.0
    told = max(_of_header(answer, now), _of_body(answer))
    return min(max(told, 0.0), LONGEST_PAUSE_S)


def _of_header(answer: Answer, now: datetime) -> float:
    told = answer.headers.get("Retry-After", "").strip()
    try:
        return (float(told) if told[:1].isdigit() else _until(told, now)) if told else 0.0
    except (ValueError, OverflowError):
        return 0.0


def _until(told: str, now: datetime) -> float:
    moment = parsedate_to_datetime(told)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - now).total_seconds()


def _of_body(answer: Answer) -> float:
    """Read {retryAfter} and {error: {retryAfterSeconds}}, which some vendors send as well."""
    if answer.status != 429:
        return 0.0
    try:
        body = from_json(answer.body)
    except ValueError:
        return 0.0
    places = (body, body.get("error")) if isinstance(body, dict) else ()
    told = (
        number(place.get(key)) for place in places if isinstance(place, dict) for key in _IN_BODIES
    )
    return max((seconds for seconds in told if seconds is not None), default=0.0)
