"""Signals: proctoring events of every spelling, on one clock; nothing dropped, nothing judged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic_core import to_json

from services.models.notice import NoticeCode
from services.models.recording import LatencySummary, Signal, SignalKind
from services.vendors._clock import number, seconds, written
from services.vendors._doubts import Doubts, shortened
from services.vendors.qode.latency import unknown_turns
from services.vendors.qode.timeline import Timeline
from services.vendors.qode.wire.document import QodeDocument
from services.vendors.qode.wire.recording import InterviewSignals

_SLACK_S = 1.0
_BLACK_SCREEN = "black_screen"
_FIELDS: Mapping[str, SignalKind] = {
    "tab_changes": SignalKind.TAB_CHANGE,
    "face_out_of_view": SignalKind.FACE_OUT_OF_VIEW,
    "abnormal_eye_tracking": SignalKind.ABNORMAL_EYE_TRACKING,
    "external_screens": SignalKind.EXTERNAL_SCREEN,
}
_STARTS = ("start", "start_time", "timestamp", "time")
_ENDS = ("end", "end_time")


@dataclass(frozen=True, slots=True)
class Proctoring:
    """All signals of an interview, and which kinds Qode told nothing about."""

    signals: tuple[Signal, ...]
    not_collected: tuple[SignalKind, ...]


@dataclass(slots=True)
class _Gathered:
    doubts: Doubts
    signals: list[Signal] = field(default_factory=list)
    collected: set[SignalKind] = field(default_factory=set)


def signals_of(
    document: QodeDocument, timeline: Timeline, latency: LatencySummary | None, doubts: Doubts
) -> Proctoring:
    """Return the signals by kind; an empty list is "clean", an absent one "not collected"."""
    gathered = _Gathered(doubts)
    given = document.interview_signals or InterviewSignals()
    for name, kind in _FIELDS.items():
        _gather(kind, getattr(given, name), gathered, f"interview_signals.{name}")
    for where, value in _black_screens(document, given):
        _gather(SignalKind.BLACK_SCREEN, value, gathered, where)
    if latency is not None:
        gathered.collected.add(SignalKind.LATENCY_ANOMALY)
        gathered.signals.extend(_anomalies(document, latency))
    signals = _distinct(gathered.signals)
    _note_oddities(signals, timeline.longest_s, doubts)
    missing = tuple(kind for kind in SignalKind if kind not in gathered.collected)
    return Proctoring(signals, missing)


def _distinct(signals: Sequence[Signal]) -> tuple[Signal, ...]:
    """Return each signal once, in their order; a value's own hash is ten times as slow."""
    return tuple({(s.kind, s.start_s, s.end_s, s.open_ended, s.note): s for s in signals}.values())


def _black_screens(document: QodeDocument, given: InterviewSignals) -> Iterator[tuple[str, object]]:
    """Find the ranges by a part of their key, since the key itself is not known (assumption)."""
    for prefix, extra in (
        ("", document.model_extra),
        ("interview_signals.", given.model_extra),
    ):
        for key, value in (extra or {}).items():
            if _BLACK_SCREEN in key.casefold():
                yield f"{prefix}{key}", value


def _gather(kind: SignalKind, value: object, gathered: _Gathered, where: str) -> None:
    if value is None:
        return
    gathered.collected.add(kind)
    if value is False or number(value) == 0:
        return
    if value is True:
        gathered.signals.append(Signal.model_construct(kind=kind))
        return
    items = value if isinstance(value, list) else [value]
    for position, item in enumerate(items):
        # A bare number is no moment: it may be a count.
        signal = _signal(kind, item) if isinstance(value, list | dict) else None
        if signal is None:
            gathered.doubts.unknown(
                f"A {_named(kind)} cannot be placed in time: kept without one.",
                f"{where}[{position}]" if isinstance(value, list) else where,
            )
            signal = Signal.model_construct(kind=kind, note=f"Qode says: {_quoted(item)}")
        gathered.signals.append(signal)


def _quoted(item: object) -> str:
    return shortened(to_json(item, inf_nan_mode="constants").decode())


def _signal(kind: SignalKind, item: object) -> Signal | None:
    """Return one event: a moment, a pair, or an object with start, end and duration."""
    if isinstance(item, dict):
        return _from_object(kind, item)
    if isinstance(item, list):
        start, end = (seconds(item[0]), seconds(item[1])) if len(item) == 2 else (None, None)
        if start is None or (end is None and item[1] is not None):
            return None
        return Signal.model_construct(kind=kind, start_s=start, end_s=end, open_ended=end is None)
    start = seconds(item)
    return None if start is None else Signal.model_construct(kind=kind, start_s=start)


def _from_object(kind: SignalKind, item: Mapping[str, object]) -> Signal | None:
    start = _first(item, _STARTS)
    if start is None:
        return None
    end, length = _first(item, _ENDS), seconds(item.get("duration"))
    if end is None and length is not None:
        end = round(start + length, 6)
    is_range = any(key in item for key in (*_ENDS, "duration"))
    return Signal.model_construct(
        kind=kind, start_s=start, end_s=end, open_ended=end is None and is_range
    )


def _first(item: Mapping[str, object], keys: Sequence[str]) -> float | None:
    return next((found for key in keys if (found := seconds(item.get(key))) is not None), None)


def _anomalies(document: QodeDocument, latency: LatencySummary) -> Iterator[Signal]:
    kind = SignalKind.LATENCY_ANOMALY
    for turn in latency.turns:
        if turn.is_anomaly:
            yield Signal.model_construct(kind=kind, start_s=turn.start_s, note=f"turn {turn.turn}")
    for unknown in unknown_turns(document.latency_summary):
        yield Signal.model_construct(kind=kind, note=f"turn {unknown}")


def _note_oddities(signals: Sequence[Signal], longest: float | None, doubts: Doubts) -> None:
    """Note, once a kind, events outside the recording and ranges that run backwards."""
    limit = None if longest is None else longest + _SLACK_S
    outside: dict[SignalKind, list[float]] = {}
    backwards: set[SignalKind] = set()
    for signal in signals:
        start, end = signal.start_s, signal.end_s
        for mark in (start, end):
            if mark is not None and (mark < 0 or (limit is not None and mark > limit)):
                outside.setdefault(signal.kind, []).append(mark)
        if start is not None and end is not None and end < start:
            backwards.add(signal.kind)
    for kind, marks in outside.items():
        ends = f" (it ends at {written(longest)})" if longest is not None else ""
        text = (
            f"{_named(kind).capitalize()} at {', '.join(map(written, marks[:5]))} lies "
            f"outside the recording{ends}; kept as given."
        )
        doubts.add(NoticeCode.SIGNAL_OUT_OF_RANGE, text, kind.value)
    for kind in sorted(backwards):
        doubts.unknown(f"A range of {_named(kind)} ends before it starts.", kind.value)


def _named(kind: SignalKind) -> str:
    return kind.value.replace("_", " ")
