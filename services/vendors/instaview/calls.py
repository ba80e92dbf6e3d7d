"""Calls: the tries to reach the candidate, what was recorded, and how long it took."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from services.models.candidate import CallAttempt
from services.models.interview import Asset, AssetKind
from services.models.notice import NoticeCode
from services.vendors._clock import utc
from services.vendors._doubts import Doubts
from services.vendors._links import link
from services.vendors.instaview.wire.document import InstaViewDocument
from services.vendors.instaview.wire.interview import Attempt

_MINUTES = "durationMinutes"


def folded(word: str | None) -> str:
    """Return one of InstaView's words in one spelling: IN_PROGRESS for "in progress"."""
    return "_".join((word or "").replace("-", " ").replace("_", " ").split()).upper()


def calls_of(document: InstaViewDocument) -> tuple[CallAttempt, ...]:
    """Return the tries, in InstaView's words."""
    return tuple(
        CallAttempt.model_construct(
            status=call.status or None,
            reason=call.reason_code or None,
            notes=call.notes or None,
            direction=call.direction or None,
            number=call.retry_number,
            duration_s=call.duration,
            scheduled_at=utc(call.scheduled_at),
            called_at=utc(call.called_at),
        )
        for call in document.call_attempts or ()
    )


def recordings_of(document: InstaViewDocument, doubts: Doubts) -> tuple[Asset, ...]:
    """Return the recordings of the calls, each once."""
    found = (
        link(call.recording_url, doubts, f"callAttempts[{index}].recordingUrl")
        for index, call in enumerate(document.call_attempts or ())
    )
    urls = dict.fromkeys(url for url in found if url)
    return tuple(Asset.model_construct(kind=AssetKind.AUDIO, url=url) for url in urls)


class Times(NamedTuple):
    """When the interview was held and how long it took."""

    started_at: datetime | None = None
    ended_at: datetime | None = None
    duration_s: float | None = None
    clock_source: str | None = None


def times_of(document: InstaViewDocument, *, was_held: bool, doubts: Doubts) -> Times:
    """Return the times; seconds of the calls go before the minutes of the whole.

    Of what was not held there is no length, whatever the payload says: it may be the planned one.
    """
    held = _held(document)
    started = utc(held[0].called_at) if held else None
    ended = utc(document.finished_date)
    if started and ended and ended < started:
        text = "The interview ends before its first call: both times are kept as given."
        doubts.add(NoticeCode.CLOCK_MISMATCH, text, "finishedDate")
    if not was_held:
        return Times(started, ended)
    duration, source = _length(document, held, doubts)
    return Times(started, ended, duration, source)


def _held(document: InstaViewDocument) -> Sequence[Attempt]:
    calls = document.call_attempts or ()
    return [call for call in calls if folded(call.status) == "COMPLETED"]


def _length(
    document: InstaViewDocument, held: Sequence[Attempt], doubts: Doubts
) -> tuple[float | None, str | None]:
    minutes = document.duration_minutes or 0
    seconds = sum(call.duration for call in held if call.duration and call.duration > 0)
    if seconds <= 0:
        return (minutes * 60, _MINUTES) if minutes > 0 else (None, None)
    # Whole minutes are cut off, or rounded (assumption): less than one is no contradiction.
    if minutes > 0 and abs(minutes * 60 - seconds) >= 60:
        text = f"The calls took {seconds:g} seconds, but “durationMinutes” says {minutes:g}."
        doubts.add(NoticeCode.DURATION_MISMATCH, f"{text} The calls are shown.", _MINUTES)
    return seconds, "callAttempts.duration"
