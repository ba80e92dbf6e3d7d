"""The transcript, whose shape nobody documents, is read as far as it tells."""

import pytest

from services.models.recording import Speaker
from services.vendors.zenhire.parsing import parse


def told(interview):
    """List who says what."""
    return [(line.speaker, line.role, line.text) for line in interview.transcript]


def test_segments_become_lines_with_their_speakers(document):
    """The candidate by ZenHire's own word; the other one of two is the interviewer."""
    interview = parse(document("success"))

    lines = interview.transcript

    assert [line.speaker for line in lines] == ["Speaker 1", "Speaker 2"]
    assert [line.role for line in lines] == [Speaker.INTERVIEWER, Speaker.CANDIDATE]
    assert [(line.start_s, line.end_s) for line in lines] == [(0.4, 5.2), (6.1, 21.9)]


def test_a_third_voice_is_unknown(read):
    """Nobody tells which of the others asks the questions."""
    segments = [{"speaker": name, "text": "Yes."} for name in ("a", "b", "c")]

    interview = read(transcript={"segments": segments, "candidateSpeaker": "b"})

    roles = [line.role for line in interview.transcript]
    assert roles == [Speaker.UNKNOWN, Speaker.CANDIDATE, Speaker.UNKNOWN]


def test_the_detection_tells_the_candidate_where_the_transcript_does_not(read):
    """By the speaker's name or by its label."""
    segments = [{"speaker": "Speaker 2", "text": "Good morning."}]
    detection = {"speaker": "speaker_1", "speakerLabel": "Speaker 2", "confidence": "high"}

    interview = read(transcript={"segments": segments}, candidateDetection=detection)

    assert told(interview) == [("Speaker 2", Speaker.CANDIDATE, "Good morning.")]


def test_without_segments_the_candidates_text_is_one_line(read):
    """Searchable, if nothing else."""
    transcript = {"segments": [{}], "speakers": [{}], "candidateText": "I like to teach."}

    interview = read(transcript=transcript)

    assert told(interview) == [("Candidate", Speaker.CANDIDATE, "I like to teach.")]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ({"start": 1.5, "end": 2}, (1.5, 2)),
        ({"startMs": 1500, "endMs": 2000}, (1.5, 2)),
        ({"start_ms": 1500, "end_ms": 2000}, (1.5, 2)),
        ({"startTime": 1.5, "endTime": 2}, (1.5, 2)),
        ({"start": 200_000, "end": 201_000}, (200, 201)),
        ({"start": "soon", "end": True}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_times_are_in_seconds_whatever_they_were(read, times, expected):
    """Milliseconds by their name, or because the recording would be a thousand times too short."""
    segments = [{"speaker": "a", "text": "Yes.", **times}]

    interview = read(transcript={"segments": segments}, audio={"durationMs": 240_000})

    [line] = interview.transcript
    assert (line.start_s, line.end_s) == expected


@pytest.mark.parametrize("segments", [None, "text", [1, None, []], [{"text": 4}], [{"text": " "}]])
def test_what_tells_nothing_gives_no_line(read, segments):
    """And no error either."""
    transcript = {"segments": segments, "speakers": 4}

    interview = read(transcript=transcript)

    assert interview.transcript == ()
