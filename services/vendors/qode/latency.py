"""Latency: how long each turn took to begin, with Qode's own figures kept beside."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from services.models.notice import NoticeCode
from services.models.recording import LatencySummary, LatencyTurn
from services.vendors._clock import seconds, utc
from services.vendors._doubts import Doubts, shortened
from services.vendors.qode.timeline import Timeline
from services.vendors.qode.voices import NOBODY, voices_of
from services.vendors.qode.wire.document import QodeDocument
from services.vendors.qode.wire.recording import Latency, Turn

_SLACK_S = 5.0
_TURNS = "latency_summary.turn_details"


def latency_of(document: QodeDocument, timeline: Timeline, doubts: Doubts) -> LatencySummary | None:
    """Return the turns on the recording's clock; None when Qode gave no latency at all."""
    given = document.latency_summary
    if given is None:
        return None
    profile = document.candidate_profile
    turns = tuple(_turns(given, timeline, (profile.fullname if profile else None) or None, doubts))
    _note_anomalies(given, turns, doubts)
    return LatencySummary.model_construct(
        turns=turns,
        vendor_median_s=given.median,
        vendor_mean_s=given.avg_raw,
        vendor_clean_mean_s=given.avg_clean,
        vendor_anomaly_count=given.anomaly_count,
    )


def unknown_turns(given: Latency | None) -> list[int]:
    """Return the turns that are called anomalies but are not among the details."""
    if given is None or not given.anomaly_turns:
        return []
    known = {number for number, _ in _numbered(given)}
    return [number for number in given.anomaly_turns if number not in known]


def _numbered(given: Latency) -> Iterator[tuple[int, Turn]]:
    for position, turn in enumerate(given.turn_details or ()):
        yield (position + 1 if turn.turn is None else turn.turn), turn


def _turns(
    given: Latency, timeline: Timeline, candidate: str | None, doubts: Doubts
) -> Iterator[LatencyTurn]:
    details = given.turn_details or ()
    speakers = {turn.speaker or NOBODY for turn in details}
    voices = voices_of(speakers, candidate)
    roles = {name: voices.role(name) for name in speakers}
    anomalies = set(given.anomaly_turns or ())
    outside: list[int] = []
    for number, turn in _numbered(given):
        start = _offset(turn.start_time, timeline, doubts)
        end = _offset(turn.end_time, timeline, doubts)
        if _is_outside(start, timeline) or _is_outside(end, timeline):
            outside.append(number)
            start = end = None
        speaker = turn.speaker or NOBODY
        yield LatencyTurn.model_construct(
            turn=number,
            speaker=speaker,
            role=roles[speaker],
            latency_s=turn.latency,
            text=turn.content or None,
            start_s=start,
            end_s=end,
            is_anomaly=number in anomalies,
        )
    _note_outside(outside, doubts)


def _offset(moment: str | None, timeline: Timeline, doubts: Doubts) -> float | None:
    """Return a turn's date as seconds from the start; without a known start there are none."""
    if not moment:
        return None
    try:
        at = utc(datetime.fromisoformat(moment))
    except ValueError:
        offset = seconds(moment)
        if offset is None:
            text = f"“{shortened(moment, most=30)}” is no time of a turn: read as missing."
            doubts.unknown(text, _TURNS)
        return offset
    if at is None or timeline.started_at is None:
        return None
    return round((at - timeline.started_at).total_seconds(), 6)


def _is_outside(offset: float | None, timeline: Timeline) -> bool:
    if offset is None:
        return False
    longest = timeline.longest_s
    return offset < 0 or (longest is not None and offset > longest + _SLACK_S)


def _note_outside(outside: Sequence[int], doubts: Doubts) -> None:
    if outside:
        text = (
            f"Outside the recording by the turns' own clock: {_listed(outside)}. "
            "Shown without a time."
        )
        doubts.add(NoticeCode.CLOCK_MISMATCH, text, _TURNS)


def _note_anomalies(given: Latency, turns: Sequence[LatencyTurn], doubts: Doubts) -> None:
    unknown = unknown_turns(given)
    if unknown:
        text = (
            f"Called an anomaly, but not among the turns that are given ({len(turns)}): "
            f"{_listed(unknown)}."
        )
        doubts.add(NoticeCode.UNKNOWN_TURN, text, "latency_summary.anomaly_turns")
    listed = len(given.anomaly_turns or ())
    if given.anomaly_count is not None and given.anomaly_count != listed:
        text = f"Qode counts {given.anomaly_count} anomalies in the latency, but lists {listed}."
        doubts.add(NoticeCode.UNKNOWN_TURN, text, "latency_summary.anomaly_count")


def _listed(numbers: Sequence[int]) -> str:
    noun = "turn" if len(numbers) == 1 else "turns"
    more = f" and {len(numbers) - 5} more" if len(numbers) > 5 else ""
    return f"{noun} {', '.join(map(str, numbers[:5]))}{more}"
