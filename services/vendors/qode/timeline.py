"""Timeline: the times of an interview, its chapters, and the clock that its length comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from services.models.notice import NoticeCode
from services.models.recording import Chapter
from services.vendors._clock import seconds, utc, written
from services.vendors._doubts import Doubts, shortened
from services.vendors.qode.wire.document import QodeDocument
from services.vendors.qode.wire.recording import Meeting, Metadata

_SAME_CLOCK = timedelta(hours=1)
_CHAPTERS = "meeting_data.chapters"


@dataclass(frozen=True, slots=True)
class Timeline:
    """Times in UTC, and the recording's length in seconds with the field that tells it."""

    started_at: datetime | None
    ended_at: datetime | None
    duration_s: float | None
    clock_source: str | None
    longest_s: float | None
    """The longest length that any clock tells: what lies beyond it is out of range."""
    chapters: tuple[Chapter, ...]


class _Span(NamedTuple):
    started_at: datetime | None
    ended_at: datetime | None
    source: str
    length: float | None


def timeline_of(document: QodeDocument, doubts: Doubts) -> Timeline:
    """Return the timeline; clocks that contradict each other are noted, and none is mended."""
    meeting = document.meeting_data or Meeting()
    own, other = _own_span(document.metadata or Metadata()), _meeting_span(meeting)
    _note_clocks(own, other, doubts)
    chapters = tuple(_chapters(meeting, doubts))
    span = own if own.started_at or own.ended_at else other
    _note_duration(document.duration, span, doubts)
    lengths = _lengths(document.duration, span, chapters) or _turns(document, span)
    duration, source = lengths[0] if lengths else (None, None)
    longest = max((length for length, _ in lengths), default=None)
    return Timeline(span.started_at, span.ended_at, duration, source, longest, chapters)


def _own_span(metadata: Metadata) -> _Span:
    source = "metadata.start_time to metadata.end_time"
    return _span(metadata.start_time, metadata.end_time, source)


def _meeting_span(meeting: Meeting) -> _Span:
    source = "meeting_data.start_date_time to meeting_data.end_date_time"
    return _span(meeting.start_date_time, meeting.end_date_time, source)


def _span(start: datetime | None, end: datetime | None, source: str) -> _Span:
    started_at, ended_at = utc(start), utc(end)
    length = (ended_at - started_at).total_seconds() if started_at and ended_at else None
    return _Span(started_at, ended_at, source, length)


def _lengths(
    duration: float | None, span: _Span, chapters: Sequence[Chapter]
) -> list[tuple[float, str]]:
    """Return every length above 0 with its source, the most trusted first."""
    marks = [mark for c in chapters for mark in (c.start_s, c.end_s) if mark is not None]
    told = ((duration, "duration"), (span.length, span.source), (max(marks, default=0), _CHAPTERS))
    return [(length, source) for length, source in told if length is not None and length > 0]


def _turns(document: QodeDocument, span: _Span) -> list[tuple[float, str]]:
    """Return the end of the last turn, for an interview whose length nothing else tells."""
    turns = (document.latency_summary.turn_details if document.latency_summary else None) or ()
    if span.started_at is None or not turns:
        return []
    try:
        end = utc(datetime.fromisoformat(turns[-1].end_time or ""))
    except ValueError:
        return []
    length = (end - span.started_at).total_seconds() if end else 0
    return [(length, "latency_summary.turn_details")] if length > 0 else []


def _note_duration(duration: float | None, span: _Span, doubts: Doubts) -> None:
    if duration is None:
        return
    if duration < 0:
        doubts.unknown("The duration is less than nothing: another clock is used.", "duration")
    length = span.length
    if duration < 0 or length is None or length < 0:
        return
    if abs(duration - length) > max(5, 0.01 * max(duration, length)):
        text = (
            f"The duration says {written(duration)}, but start and end lie {written(length)} "
            "apart. The timeline goes by the duration."
        )
        if not duration:
            text = text.replace("by the duration", "by start and end")
        doubts.add(NoticeCode.DURATION_MISMATCH, text, "duration")


def _note_clocks(own: _Span, other: _Span, doubts: Doubts) -> None:
    """Note once what is wrong between the two pairs of start and end."""
    if own.length is not None and own.length < 0:
        text = "The interview ends before it starts, by its own metadata."
        doubts.add(NoticeCode.CLOCK_MISMATCH, text, "metadata.end_time")
    reasons = [*_own_reasons(other), *_distances(own, other)]
    if reasons:
        text = f"The meeting's clock is another one: {' and '.join(reasons)}. It is not used"
        text += "." if own.started_at or own.ended_at else " where there is a better one."
        doubts.add(NoticeCode.CLOCK_MISMATCH, text, "meeting_data.start_date_time")


def _own_reasons(other: _Span) -> Iterator[str]:
    if other.length == 0:
        yield "it starts and ends in the same moment"
    elif other.length is not None and other.length < 0:
        yield "it ends before it starts"


def _distances(own: _Span, other: _Span) -> Iterator[str]:
    for word, mine, theirs in (
        ("start", own.started_at, other.started_at),
        ("end", own.ended_at, other.ended_at),
    ):
        if mine and theirs and abs(theirs - mine) > _SAME_CLOCK:
            yield f"its {word} is {theirs:%Y-%m-%d %H:%M}, not {mine:%Y-%m-%d %H:%M} UTC"
            return


def _chapters(meeting: Meeting, doubts: Doubts) -> Iterator[Chapter]:
    for position, chapter in enumerate(meeting.chapters or ()):
        where = f"{_CHAPTERS}[{position}]"
        start = _mark(chapter.start_time, doubts, f"{where}.start_time")
        end = _mark(chapter.end_time, doubts, f"{where}.end_time")
        if start is not None and end is not None and end < start:
            doubts.unknown("A chapter ends before it starts; kept as given.", where)
        yield Chapter.model_construct(title=chapter.title or "Untitled", start_s=start, end_s=end)


def _mark(given: object, doubts: Doubts, where: str) -> float | None:
    mark = seconds(given)
    if mark is None and given not in (None, ""):
        told = shortened(str(given), most=30)
        doubts.unknown(f"“{told}” is no time on the recording: read as missing.", where)
    return mark
