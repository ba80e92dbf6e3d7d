"""Status, outcome and whether an answer is final."""

import pytest

from services.models.interview import Outcome, Status
from services.vendors.qode.parsing import parse


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("SCHEDULED", Status.SCHEDULED),
        ("started", Status.IN_PROGRESS),
        ("NO_SHOW", Status.NO_SHOW),
        ("CANDIDATE_DROP_OFF", Status.DROPPED_OFF),
        ("candidate_aborted", Status.DROPPED_OFF),
        ("TECHNICAL_GLITCH", Status.TECHNICAL_FAILURE),
        ("INTERVIEW_COMPLETED", Status.COMPLETED),
        ("Report_Generated", Status.REPORTED),
    ],
)
def test_every_documented_word_is_known(read, codes, word, status):
    """In whatever case; the word itself is kept."""
    interview = read(event=word)

    assert (interview.status, interview.vendor_status) == (status, word)
    assert codes(interview) == []


def test_without_an_event_the_next_best_word_counts(read):
    """The live status first, then the meeting's."""
    live, done = {"realtime_status": "NO_SHOW"}, {"completed_status": "COMPLETED"}

    with_both, with_one = read(metadata=live, meeting_data=done), read(meeting_data=done)

    assert with_both.status is Status.NO_SHOW
    assert with_one.status is Status.COMPLETED


def test_an_unknown_word_is_kept_and_noted(read, codes):
    """The status is unknown rather than guessed."""
    word = "ABDUCTED"

    interview = read(event=word)

    assert (interview.status, interview.vendor_status) == (Status.UNKNOWN, word)
    assert codes(interview) == ["unknown_value"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Pass", Outcome.PASS),
        (" FAIL ", Outcome.FAIL),
        ("Not enough interviews (minimum 10 required) for this role.", Outcome.UNDETERMINED),
        ("", Outcome.NONE),
        (None, Outcome.NONE),
    ],
)
def test_the_outcome_has_three_values_and_none(read, codes, text, outcome):
    """Too few interviews is a verdict of its own, never a fail."""
    interview = read(interview_result=text)

    assert interview.outcome is outcome
    assert interview.vendor_outcome == (text or None)
    assert codes(interview) == []


def test_an_unknown_outcome_is_no_verdict(read, codes):
    """Qode's text is kept, and the reader is told."""
    text = "Splendid"

    interview = read(interview_result=text)

    assert (interview.outcome, interview.vendor_outcome) == (Outcome.NONE, text)
    assert codes(interview) == ["unknown_value"]


@pytest.mark.parametrize(
    ("fields", "final"),
    [
        pytest.param({"event": "REPORT_GENERATED"}, True, id="reported"),
        pytest.param({"event": "STARTED", "overall_score": 70}, False, id="running"),
        pytest.param({"event": "INTERVIEW_COMPLETED", "overall_score": 70}, False, id="completed"),
        pytest.param({"event": "CANDIDATE_DROP_OFF", "overall_score": 70}, True, id="left, scored"),
        pytest.param({"event": "CANDIDATE_DROP_OFF"}, False, id="left without a score"),
        pytest.param({"event": "NO_SHOW", "overall_score": 0}, False, id="a zero is no score"),
    ],
)
def test_final_is_reported_or_ended_with_a_score(read, fields, final):
    """Only what Qode will not change any more is kept for ever."""
    interview = read(**fields)

    assert interview.is_final is final


def test_terminal_with_a_score_is_final(document):
    """The metadata may say that it is over."""
    payload = document("skipped")

    interview = parse(payload)

    assert interview.status is Status.COMPLETED
    assert interview.outcome is Outcome.UNDETERMINED
    assert interview.is_final
