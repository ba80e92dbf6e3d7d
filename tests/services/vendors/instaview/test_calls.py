"""Calls: seconds before minutes, and no length of what was not held."""

import pytest

HELD = {"status": "COMPLETED", "calledAt": "2026-03-01T10:00:00Z"}


@pytest.mark.parametrize("seconds", [1380, 1395, 1439, 1350])
def test_the_seconds_of_the_call_are_finer(read, codes, seconds):
    """23 minutes are 1380 to 1439 seconds cut off, or rounded."""
    calls = [{**HELD, "duration": seconds}]

    interview = read(status="COMPLETED", durationMinutes=23, callAttempts=calls)

    assert interview.duration_s == seconds
    assert interview.clock_source == "callAttempts.duration"
    assert codes(interview) == []


@pytest.mark.parametrize("seconds", [1440, 1320, 60])
def test_seconds_and_minutes_that_disagree_are_noted(read, codes, seconds):
    """The calls are shown, the doubt as well."""
    calls = [{**HELD, "duration": seconds}]

    interview = read(status="COMPLETED", durationMinutes=23, callAttempts=calls)

    assert interview.duration_s == seconds
    assert codes(interview) == ["duration_mismatch"]


def test_several_calls_add_up(read, codes):
    """A conversation that was interrupted; calls that failed have no part in it."""
    calls = [
        {**HELD, "duration": 300},
        {"status": "FAILED", "duration": 40},
        {"status": "completed", "calledAt": "2026-03-01T11:00:00Z", "duration": 330},
    ]

    interview = read(status="COMPLETED", durationMinutes=10, callAttempts=calls)

    assert interview.duration_s == 630
    assert interview.started_at.hour == 10
    assert codes(interview) == []


@pytest.mark.parametrize("calls", [None, [], [HELD], [{**HELD, "duration": 0}]])
def test_without_seconds_the_minutes_count(read, calls):
    """Whole minutes, and the field says so."""
    given = calls

    interview = read(status="COMPLETED", durationMinutes=15, callAttempts=given)

    assert (interview.duration_s, interview.clock_source) == (900, "durationMinutes")


@pytest.mark.parametrize("minutes", [0, -5, None])
def test_no_minutes_are_no_length(read, minutes):
    """0 is no length."""
    given = minutes

    interview = read(status="COMPLETED", durationMinutes=given)

    assert (interview.duration_s, interview.clock_source) == (None, None)


@pytest.mark.parametrize("status", ["SCHEDULED", "CANCELLED", "FAILED"])
def test_what_was_not_held_has_no_length(read, status):
    """The minutes may be the planned ones."""
    given = status

    interview = read(status=given, durationMinutes=30)

    assert interview.duration_s is None


def test_an_end_before_the_start_is_noted(read, codes):
    """Both are kept."""
    calls = [{**HELD, "duration": 60}]

    interview = read(status="COMPLETED", finishedDate="2026-03-01T09:00:00Z", callAttempts=calls)

    assert interview.ended_at < interview.started_at
    assert codes(interview) == ["clock_mismatch"]


def test_each_try_is_kept(read):
    """In the vendor's words, with its number and its times."""
    call = {
        "status": "FAILED",
        "reasonCode": "NO_ANSWER",
        "notes": "It rang.",
        "direction": "OUTBOUND",
        "retryNumber": 2,
        "scheduledAt": "2026-03-01T10:00:00Z",
    }

    attempt = read(callAttempts=[call]).call_attempts[0]

    assert (attempt.status, attempt.reason, attempt.notes) == ("FAILED", "NO_ANSWER", "It rang.")
    assert (attempt.direction, attempt.number) == ("OUTBOUND", 2)
    assert attempt.called_at is None


def test_a_link_that_is_none_is_noted(read, codes):
    """Only web addresses are linked."""
    calls = [{"recordingUrl": "javascript:alert(1)"}]

    interview = read(callAttempts=calls)

    assert interview.assets == ()
    assert codes(interview) == ["unknown_value"]
