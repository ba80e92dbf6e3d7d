"""Transcript: what was said, from the fuller of Qode's two tellings, timed by the turns."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from services.models.recording import LatencySummary, LatencyTurn, TranscriptLine
from services.vendors.qode.voices import NOBODY, is_interviewer, voices_of
from services.vendors.qode.wire.document import QodeDocument

_PARAGRAPH = re.compile(r"\n\s*\n")
_LABEL = re.compile(r"\s*([^\s:][^:\n]{0,59}):(?:\s+|$)")
_TURNS_AHEAD = 12
_LETTERS = 200
"""So much of a turn tells where it begins; a line's first words are never more than that."""


class _Spoken(NamedTuple):
    speaker: str
    text: str


def transcript_of(
    document: QodeDocument, latency: LatencySummary | None
) -> tuple[TranscriptLine, ...]:
    """Return the lines; `raw_transcript` is used when it holds more than the summary's lines."""
    lines = _told(document)
    profile = document.candidate_profile
    speakers = {line.speaker for line in lines}
    voices = voices_of(speakers, profile.fullname if profile else None)
    roles = {name: voices.role(name) for name in speakers}
    times = _times(lines, latency.turns if latency else ())
    return tuple(
        TranscriptLine.model_construct(
            index=index,
            speaker=line.speaker,
            role=roles[line.speaker],
            text=line.text,
            start_s=turn.start_s if turn else None,
            end_s=turn.end_s if turn else None,
        )
        for index, (line, turn) in enumerate(zip(lines, times, strict=True))
    )


def _told(document: QodeDocument) -> list[_Spoken]:
    summary, meeting = document.summary, document.meeting_data
    lines = [
        _Spoken(line.speaker_name or NOBODY, line.transcript or "")
        for line in (summary and summary.interview_transcript_line) or ()
        if line.transcript or line.speaker_name
    ]
    raw = (meeting.raw_transcript if meeting else None) or ""
    if len(raw) <= _length(lines):
        return lines
    full = list(_paragraphs(raw, {line.speaker for line in lines}))
    return full if _length(full) > _length(lines) else lines


def _length(lines: Iterable[_Spoken]) -> int:
    return sum(len(line.text) for line in lines)


def _paragraphs(raw: str, known: set[str]) -> Iterator[_Spoken]:
    """Read "Speaker: text" paragraphs; one without a speaker goes on with the one before."""
    paragraphs = [part for part in _PARAGRAPH.split(raw) if part.strip()]
    labels = [_LABEL.match(part) for part in paragraphs]
    speakers = _speakers([label[1] for label in labels if label], known)
    speaker, texts = NOBODY, list[str]()
    for paragraph, label in zip(paragraphs, labels, strict=True):
        said = paragraph
        if label and label[1] in speakers:
            if texts:
                yield _Spoken(speaker, "\n\n".join(texts))
            speaker, texts = label[1], []
            said = paragraph[label.end() :]
        texts.append(said.strip())
    if texts:
        yield _Spoken(speaker, "\n\n".join(texts))


def _speakers(labels: Sequence[str], known: set[str]) -> set[str]:
    """Tell speakers from sentences with a colon: two people speak, and one is Qode's."""
    counts = Counter(labels)
    interviewers = {name for name in counts if is_interviewer(name)}
    others = [name for name, _ in counts.most_common() if name not in interviewers]
    return known | interviewers | set(others[:1])


def _times(lines: Sequence[_Spoken], turns: Sequence[LatencyTurn]) -> Iterator[LatencyTurn | None]:
    """Find for each line the turn that it begins with, in the order of both."""
    beginnings = [_beginning(turn) for turn in turns]
    place = 0
    for line in lines:
        words = _plain(line.text) if turns else ""
        ahead = range(place, min(place + _TURNS_AHEAD, len(turns)))
        found = next((n for n in ahead if _begins(words, beginnings[n])), None)
        if found is None:
            yield None
        else:
            place = found + 1
            yield turns[found]


def _plain(text: str) -> str:
    """Return the first words on one line; as many as `_LETTERS` letters can hold."""
    return " ".join(text.split(maxsplit=_LETTERS)[:_LETTERS])


def _beginning(turn: LatencyTurn) -> str:
    return _plain(turn.text or "").rstrip(".…")[:_LETTERS]


def _begins(words: str, beginning: str) -> bool:
    return bool(beginning) and words.startswith(beginning)
