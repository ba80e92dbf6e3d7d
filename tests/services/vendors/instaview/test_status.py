"""Status: InstaView's words in every spelling, its analysis, and calls that nobody took."""

import json

import pytest

from services.models.interview import Status
from services.vendors.instaview.parsing import reader_with

DONE = {"general": {"status": 3, "overallRating": 70}}
UNANSWERED = {"status": "FAILED", "reasonCode": "NO_ANSWER"}


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("SCHEDULED", Status.SCHEDULED),
        ("scheduled", Status.SCHEDULED),
        ("IN_PROGRESS", Status.IN_PROGRESS),
        ("in_progress", Status.IN_PROGRESS),
        ("In progress", Status.IN_PROGRESS),
        ("in-progress", Status.IN_PROGRESS),
        ("COMPLETED", Status.COMPLETED),
        (" completed ", Status.COMPLETED),
        ("FAILED", Status.FAILED),
        ("CANCELED", Status.CANCELLED),
        ("cancelled", Status.CANCELLED),
    ],
)
def test_every_spelling_is_known(read, codes, word, status):
    """Upper and lower case, one l and two; the vendor's word is kept as it is."""
    given = word

    interview = read(status=given)

    assert interview.status is status
    assert interview.vendor_status == word
    assert codes(interview) == []


@pytest.mark.parametrize("word", ["UNDEFINED", "AWAITING_REVIEW"])
def test_an_unknown_word_is_kept_and_noted(read, codes, word):
    """It is shown as other."""
    given = word

    interview = read(status=given)

    assert (interview.status, interview.vendor_status) == (Status.UNKNOWN, word)
    assert codes(interview) == ["unknown_value"]


def test_completed_with_a_finished_analysis_is_reported_and_final(read):
    """Nothing more will come."""
    interview = read(status="COMPLETED", analysis=DONE)

    final = interview.is_final

    assert interview.status is Status.REPORTED
    assert final


@pytest.mark.parametrize("analysis", [None, {"general": None}, {"general": {"status": 1}}])
def test_completed_without_a_finished_analysis_waits_for_it(read, analysis):
    """The interview is over, its report is to come."""
    interview = read(status="COMPLETED", analysis=analysis)

    final = interview.is_final

    assert interview.status is Status.COMPLETED
    assert interview.failure_reason is None
    assert not final


def test_a_failed_analysis_is_said(read):
    """It may be repeated, so that the answer is not final."""
    analysis = {"general": {"status": 4, "overallRating": 0}}

    interview = read(status="COMPLETED", analysis=analysis)

    assert interview.status is Status.COMPLETED
    assert interview.failure_reason == "The analysis failed."
    assert not interview.is_final


def test_calls_that_nobody_took_are_a_no_show(read):
    """Failed, and every call for the same reason; a later call may still be made."""
    calls = [UNANSWERED, {**UNANSWERED, "notes": "The mailbox is full."}]

    interview = read(status="FAILED", callAttempts=calls)

    assert interview.status is Status.NO_SHOW
    assert interview.failure_reason == "NO_ANSWER: The mailbox is full."
    assert not interview.is_final


@pytest.mark.parametrize(
    "calls",
    [
        [],
        [UNANSWERED, {"status": "FAILED", "reasonCode": "CARRIER_ERROR"}],
        [UNANSWERED, {"status": "COMPLETED"}],
        [{"status": "FAILED"}],
    ],
)
def test_other_failures_are_failures(read, calls):
    """Somebody was reached, or something broke, or nothing is known."""
    given = calls

    interview = read(status="FAILED", callAttempts=given)

    assert interview.status is Status.FAILED


def test_what_a_no_show_is_can_be_set(settings):
    """The reason's word is an assumption."""
    payload = json.dumps(
        {
            "id": "a",
            "status": "FAILED",
            "callAttempts": [{"status": "FAILED", "reasonCode": "BUSY"}],
        }
    ).encode()

    interview = reader_with(settings(no_show_reasons="BUSY, NO_ANSWER"))(payload)

    assert interview.status is Status.NO_SHOW


def test_a_cancelled_interview_is_final(read):
    """Nobody will hold it any more."""
    interview = read(status="CANCELED")

    final = interview.is_final

    assert final
