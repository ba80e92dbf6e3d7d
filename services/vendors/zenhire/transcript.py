"""Transcript: ZenHire's segments, whose shape is not documented, read as far as they tell."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from services.models.recording import Speaker, TranscriptLine
from services.vendors._clock import number
from services.vendors.zenhire.language import audio_s
from services.vendors.zenhire.wire import CandidateDetection, PollResponse, Transcript

# All of these spellings are assumptions; the first one that is there counts.
_TEXTS = ("text", "transcript", "content")
_SPEAKERS = ("speaker", "speakerId", "speaker_id", "speakerLabel", "label")
_IDS = ("id", "speaker", "speakerId", "speaker_id")
_LABELS = ("label", "speakerLabel", "name")
_MILLISECONDS = ("Ms", "_ms")
_NOBODY = "Unknown"
_CANDIDATE = "Candidate"


class _Segment(NamedTuple):
    speaker: str
    text: str
    start: float | None
    end: float | None


def transcript_of(document: PollResponse) -> tuple[TranscriptLine, ...]:
    """Return the lines; without readable segments, the candidate's words as one line."""
    given = document.transcript or Transcript()
    segments = list(_segments(given.segments or ()))
    voices = _Voices(document, {segment.speaker for segment in segments})
    if not segments and given.candidate_text and given.candidate_text.strip():
        name = voices.candidate_label or _CANDIDATE
        return (_line(0, _Segment(name, given.candidate_text, None, None), Speaker.CANDIDATE),)
    in_seconds = _to_seconds(segments, audio_s(document))
    return tuple(
        _line(index, segment._replace(speaker=voices.label(name)), voices.role(name))
        for index, (name, segment) in enumerate(zip(_names(segments), in_seconds, strict=True))
    )


def _names(segments: Sequence[_Segment]) -> Iterator[str]:
    return (segment.speaker for segment in segments)


def _line(index: int, segment: _Segment, role: Speaker) -> TranscriptLine:
    return TranscriptLine.model_construct(
        index=index,
        speaker=segment.speaker,
        role=role,
        text=segment.text.strip(),
        start_s=segment.start,
        end_s=segment.end,
    )


def _segments(given: Sequence[Any]) -> Iterator[_Segment]:
    for item in given:
        text = _text(item, _TEXTS) if isinstance(item, dict) else None
        if text:
            speaker = _text(item, _SPEAKERS) or _NOBODY
            yield _Segment(speaker, text, _time(item, "start"), _time(item, "end"))


def _text(item: Mapping[str, Any], keys: Sequence[str]) -> str | None:
    found = (item.get(key) for key in keys)
    return next((text for text in found if isinstance(text, str) and text.strip()), None)


def _time(item: Mapping[str, Any], name: str) -> float | None:
    """Return `start` or `start_s` as given, `startMs` in seconds."""
    for stem in (name, f"{name}Time", f"{name}_time"):
        for unit in _MILLISECONDS:
            if (length := number(item.get(f"{stem}{unit}"))) is not None:
                return length / 1000
        for unit in ("", "_s", "Seconds"):
            if (length := number(item.get(f"{stem}{unit}"))) is not None:
                return length
    return None


def _to_seconds(segments: Sequence[_Segment], length_s: float | None) -> list[_Segment]:
    """Return the segments in seconds: times far beyond the recording's end are milliseconds."""
    times = [time for segment in segments for time in segment[2:] if time is not None]
    if length_s is None or max(times, default=0) <= 10 * length_s:
        return list(segments)
    return [
        segment._replace(start=_thousandth(segment.start), end=_thousandth(segment.end))
        for segment in segments
    ]


def _thousandth(time: float | None) -> float | None:
    return None if time is None else time / 1000


class _Voices:
    """Knows what the speakers are called and which of them is the candidate."""

    def __init__(self, document: PollResponse, names: set[str]) -> None:
        given = document.transcript or Transcript()
        found = document.candidate_detection or CandidateDetection()
        self._labels = dict(_labels(given.speakers or ()))
        self._names = names
        told = (given.candidate_speaker, found.speaker, found.speaker_label)
        candidate = next((name for name in told if name and name.strip()), None)
        self._candidate = {name for name in told if name} if candidate else set()
        self.candidate_label = self.label(candidate) if candidate else None

    def label(self, name: str) -> str:
        return self._labels.get(name, name)

    def role(self, name: str) -> Speaker:
        """Return the role; of two voices the one that is not the candidate's is the interviewer's.

        The second half is an assumption.
        """
        if {name, self.label(name)} & self._candidate:
            return Speaker.CANDIDATE
        knows_candidate = any({other, self.label(other)} & self._candidate for other in self._names)
        if knows_candidate and len(self._names) == 2 and name != _NOBODY:
            return Speaker.INTERVIEWER
        return Speaker.UNKNOWN


def _labels(speakers: Sequence[Any]) -> Iterator[tuple[str, str]]:
    for item in speakers:
        if isinstance(item, dict):
            name, label = _text(item, _IDS), _text(item, _LABELS)
            if name and label:
                yield name, label
