"""Transcript: what was said, from the fuller of Qode's two tellings, timed by the turns."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from services.models.recording import LatencySummary, LatencyTurn, TranscriptLine
from services.vendors.qode.voices import NOBODY, is_interviewer, voices_of
from services.vendors.qode.wire.document import QodeDocument

_PARAGRAPH = re.compile(r"\n\s*\n")
_LABEL = re.compile(r"\s*([^\s:][^:\n]{0,59}):(?:\s+|$)")
_TURNS_AHEAD = 12


class _Spoken(NamedTuple):
    speaker: str
    text: str


def transcript_of(
    document: QodeDocument, latency: LatencySummary | None
) -> tuple[TranscriptLine, ...]:
    """Return the lines; `raw_transcript` is used when it holds more than the summary's lines."""
    lines = _told(document)
    profile = document.candidate_profile
    voices = voices_of((line.speaker for line in lines), profile.fullname if profile else None)
    times = _times(lines, latency.turns if latency else ())
    return tuple(
        TranscriptLine.model_construct(
            index=index,
            speaker=line.speaker,
            role=voices.role(line.speaker),
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
    speakers = _speakers(paragraphs, known)
    speaker, texts = NOBODY, list[str]()
    for paragraph in paragraphs:
        label = _LABEL.match(paragraph)
        if label and label[1] in speakers:
            if texts:
                yield _Spoken(speaker, "\n\n".join(texts))
            speaker, texts = label[1], []
            paragraph = paragraph[label.end() :]
        texts.append(paragraph.strip())
    if texts:
        yield _Spoken(speaker, "\n\n".join(texts))


def _speakers(paragraphs: Sequence[str], known: set[str]) -> set[str]:
    """Tell speakers from sentences with a colon: two people speak, and one is Qode's."""
    labels = Counter(label[1] for part in paragraphs if (label := _LABEL.match(part)))
    others = [name for name, _ in labels.most_common() if not is_interviewer(name)]
    return known | {name for name in labels if is_interviewer(name)} | set(others[:1])


def _times(lines: Sequence[_Spoken], turns: Sequence[LatencyTurn]) -> Iterator[LatencyTurn | None]:
    """Find for each line the turn that it begins with, in the order of both."""
    place = 0
    for line in lines:
        words = " ".join(line.text.split()[:200]) if turns else ""
        ahead = enumerate(islice(turns, place, place + _TURNS_AHEAD), start=place)
        found = next((n for n, turn in ahead if _begins(words, turn)), None)
        if found is None:
            yield None
        else:
            place = found + 1
            yield turns[found]


def _begins(words: str, turn: LatencyTurn) -> bool:
    content = " ".join((turn.text or "").split()).rstrip(".…")[:200]
    return bool(content) and words.startswith(content)
