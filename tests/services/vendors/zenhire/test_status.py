"""Where a run stands, and which answers are final."""

import pytest

from services.models.interview import Status


@pytest.mark.parametrize(
    ("word", "status", "is_final"),
    [
        ("queued", Status.IN_PROGRESS, False),
        ("processing", Status.IN_PROGRESS, False),
        ("success", Status.REPORTED, True),
        ("partial", Status.REPORTED, True),
        ("failed", Status.TECHNICAL_FAILURE, True),
        ("Success", Status.REPORTED, True),
    ],
)
def test_a_status_is_told_in_our_words_and_in_zenhires(read, word, status, is_final):
    """In whatever case."""
    interview = read(status=word, scores={"overall": 3.0})

    told = (interview.status, interview.vendor_status, interview.is_final)

    assert told == (status, word, is_final)


@pytest.mark.parametrize("word", ["succeeded", "", None])
def test_an_unknown_status_is_noted_and_never_final(read, codes, word):
    """A new word may mean anything."""
    interview = read(status=word, audio={"durationMs": 240_000})

    told = (interview.status, interview.is_final)

    assert told == (Status.UNKNOWN, False)
    assert codes(interview) == ["unknown_value"]


def test_a_failure_says_why(read):
    """Code and message, in ZenHire's words."""
    error = {"code": "NO_SPEECH", "message": "Nobody could be heard."}

    failed = read(status="failed", error=error)
    waiting = read(status="queued", error=error)

    assert failed.failure_reason == "NO_SPEECH: Nobody could be heard."
    assert waiting.failure_reason is None


def test_an_error_beside_a_result_is_noted(read, codes):
    """The result stays; the reader knows."""
    error = {"code": "ODD", "message": None}

    interview = read(error=error, scores={"overall": 3.0, "vocabulary": 3.0})

    assert interview.overall.value == 3
    assert "unknown_value" in codes(interview)
