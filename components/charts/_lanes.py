"""Signals as events on the recording's clock: nothing dropped, whatever its time looks like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from services.models import notation
from services.models.integrity import Disposition, signal_keys
from services.models.interview import Interview
from services.models.recording import Chapter, Signal, SignalKind

LANES = {
    SignalKind.TAB_CHANGE: "Left the tab",
    SignalKind.FACE_OUT_OF_VIEW: "Face out of view",
    SignalKind.ABNORMAL_EYE_TRACKING: "Unusual eye movement",
    SignalKind.BLACK_SCREEN: "Black screen",
    SignalKind.EXTERNAL_SCREEN: "Second screen",
    SignalKind.LATENCY_ANOMALY: "Unusual pause",
}
"""What each lane is called, in the order of the lanes."""


class Shape(StrEnum):
    """How an event lies on the clock."""

    MOMENT = "moment"
    RANGE = "range"
    OPEN = "open"
    BEFORE = "before"
    AFTER = "after"
    TIMELESS = "timeless"


@dataclass(frozen=True, slots=True)
class Event:
    """One signal as it is drawn: `start` and `end` lie inside the recording, in seconds."""

    signal: Signal
    shape: Shape
    start: float = 0
    end: float = 0
    key: str = ""
    """The flag's key within its interview."""
    disposition: Disposition | None = None
    """What the latest review says; None where nobody has looked."""

    @property
    def is_dismissed(self) -> bool:
        """Whether a reviewer found a harmless reason."""
        return self.disposition is Disposition.DISMISS

    @property
    def second(self) -> float | None:
        """Where to seek to, or None when the event has no time."""
        return None if self.shape is Shape.TIMELESS else self.start

    @property
    def when(self) -> str:
        """The event's own time in words, unclamped."""
        signal = self.signal
        if signal.start_s is None:
            return "time unknown"
        start = notation.clock(signal.start_s)
        if self.shape is Shape.BEFORE:
            return f"{start}, before the recording"
        if self.shape is Shape.OPEN:
            return f"from {start}, end not given"
        if signal.end_s is not None:
            start = f"{start} to {notation.clock(signal.end_s)}"
        if self.shape is Shape.RANGE and max(signal.start_s, signal.end_s or 0) > self.end:
            return f"{start}, beyond the end"
        return f"{start}, after the end" if self.shape is Shape.AFTER else start


def length(interview: Interview) -> float:
    """Return the seconds that the axis spans: the vendor's duration, or more if the talk is longer.

    Without a duration and without anything said, the last signal ends it; a minute without that.
    """
    known = [interview.duration_s, *_talk(interview)]
    ends = [second for second in known if second is not None and second > 0]
    if not ends:
        times = (time for signal in interview.signals for time in (signal.start_s, signal.end_s))
        ends = [time for time in times if time is not None and time > 0]
    return max(ends, default=60.0)


def events(
    signals: Sequence[Signal], *, end: float, reviewed: Mapping[str, Disposition]
) -> list[Event]:
    """Return every signal as an event, by lane and time; those without a time first."""
    keys = signal_keys(signals)
    placed = [
        replace(_event(signal, end=end), key=key, disposition=reviewed.get(key))
        for signal, key in zip(signals, keys, strict=True)
    ]
    order = list(LANES)
    return sorted(
        placed,
        key=lambda event: (
            order.index(event.signal.kind),
            event.shape is not Shape.TIMELESS,
            event.start,
        ),
    )


def spans(chapters: Sequence[Chapter], *, end: float) -> list[tuple[Chapter, float, float]]:
    """Return each chapter with its start and end; an open end reaches to what comes next."""
    starts = [chapter.start_s for chapter in chapters]
    found = []
    for index, chapter in enumerate(chapters):
        if chapter.start_s is None:
            continue
        following = [start for start in starts[index + 1 :] if start is not None]
        stop = chapter.end_s if chapter.end_s is not None else min([*following[:1], end])
        found.append((chapter, chapter.start_s, max(stop, chapter.start_s)))
    return found


def _talk(interview: Interview) -> list[float | None]:
    return [
        *(time for chapter in interview.chapters for time in (chapter.start_s, chapter.end_s)),
        *(line.end_s for line in interview.transcript),
        *(question.start_s for question in interview.questions),
    ]


def _event(signal: Signal, *, end: float) -> Event:
    start, stop = signal.start_s, signal.end_s
    if start is None:
        return Event(signal=signal, shape=Shape.TIMELESS)
    if start > end:
        return Event(signal=signal, shape=Shape.AFTER, start=end, end=end)
    if max(start, start if stop is None else stop) < 0:
        return Event(signal=signal, shape=Shape.BEFORE)
    inside = max(start, 0.0)
    if signal.open_ended:
        return Event(signal=signal, shape=Shape.OPEN, start=inside, end=end)
    if stop is None:
        return Event(signal=signal, shape=Shape.MOMENT, start=inside, end=inside)
    first, last = sorted((inside, min(max(stop, 0.0), end)))
    return Event(signal=signal, shape=Shape.RANGE, start=first, end=last)
