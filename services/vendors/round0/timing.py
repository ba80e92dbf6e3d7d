"""Timing: when the interview began and ended, and how long it took by which clock."""

from dataclasses import dataclass
from datetime import datetime

from services.models.notice import NoticeCode
from services.vendors._clock import utc, written
from services.vendors._doubts import Doubts
from services.vendors.round0.decoding import Decoded

_CLOCK = "started_at to completed_at"
_ROUNDING_S = 5


@dataclass(frozen=True, slots=True)
class Timing:
    """Times in UTC; the length is None where no clock tells it."""

    started_at: datetime | None
    ended_at: datetime | None
    duration_s: float | None
    clock_source: str | None


def timing_of(document: Decoded, doubts: Doubts) -> Timing:
    """Return the times; answers that are longer than the whole are noted, and nothing is mended."""
    interview = document.interview
    started_at, ended_at = utc(interview.started_at), utc(interview.completed_at)
    if started_at is None or ended_at is None:
        return Timing(started_at, ended_at, None, None)
    length = (ended_at - started_at).total_seconds()
    where = f"{document.at}completed_at"
    if length < 0:
        text = "The interview ends before it starts: its length is not known."
        doubts.add(NoticeCode.CLOCK_MISMATCH, text, where)
    if length <= 0:
        return Timing(started_at, ended_at, None, None)
    _note_long_answers(document, length, doubts)
    return Timing(started_at, ended_at, length, _CLOCK)


def _note_long_answers(document: Decoded, length: float, doubts: Doubts) -> None:
    spoken = sum(each.duration_seconds or 0 for each in document.interview.responses or ())
    if spoken > length + _ROUNDING_S:
        text = (
            f"The answers add up to {written(spoken)}, but start and end lie {written(length)} "
            "apart. The duration goes by start and end."
        )
        doubts.add(NoticeCode.DURATION_MISMATCH, text, f"{document.at}completed_at")
