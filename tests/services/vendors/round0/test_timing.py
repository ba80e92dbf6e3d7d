"""Timing: the length comes from start and end, and clocks that disagree are told."""


def test_an_end_before_the_start_gives_no_length(read, codes):
    """Both times are kept as they came."""
    times = {"started_at": "2026-01-06T10:00:00Z", "completed_at": "2026-01-06T09:00:00Z"}

    interview = read(**times)

    assert interview.duration_s is interview.clock_source is None
    assert interview.started_at > interview.ended_at
    assert codes(interview) == ["clock_mismatch"]


def test_answers_longer_than_the_interview_are_noted(read, codes):
    """Both cannot be true."""
    times = {"started_at": "2026-01-06T10:00:00Z", "completed_at": "2026-01-06T10:02:00Z"}
    responses = [{"question_id": str(n), "duration_seconds": 100} for n in range(2)]

    interview = read(**times, responses=responses)

    assert interview.duration_s == 120
    assert "duration_mismatch" in codes(interview)


def test_a_running_interview_has_no_length(read, codes):
    """The time spent speaking is not the interview's length."""
    response = {"question_id": "q", "transcript": "So far.", "duration_seconds": 100}

    interview = read(status="in_progress", started_at="2026-01-06T10:00:00Z", responses=[response])

    assert interview.duration_s is None
    assert interview.questions[0].duration_s == 100
    assert codes(interview) == []


def test_a_start_that_equals_the_end_is_no_length(read):
    """0 seconds would be plotted and averaged."""
    moment = "2026-01-06T10:00:00Z"

    interview = read(started_at=moment, completed_at=moment)

    assert interview.duration_s is None
