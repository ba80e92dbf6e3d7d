"""The timeline says which clock it goes by, and notes the clocks that contradict it."""

import pytest

NINE = "2025-11-25T09:00:00Z"


def meeting(start, end, **fields):
    """Make the meeting's own clock."""
    return {"start_date_time": start, "end_date_time": end, **fields}


def metadata(start, end):
    """Make the metadata's clock."""
    return {"start_time": start, "end_time": end}


@pytest.mark.parametrize(
    ("fields", "duration", "source"),
    [
        pytest.param({"duration": 900}, 900, "duration", id="told"),
        pytest.param(
            {"metadata": metadata(NINE, "2025-11-25T09:10:00Z")},
            600,
            "metadata.start_time to metadata.end_time",
            id="start and end",
        ),
        pytest.param(
            {"meeting_data": meeting(NINE, "2025-11-25T09:05:00Z")},
            300,
            "meeting_data.start_date_time to meeting_data.end_date_time",
            id="the meeting's",
        ),
        pytest.param(
            {"meeting_data": {"chapters": [{"title": "A", "start_time": "00:02:00"}]}},
            120,
            "meeting_data.chapters",
            id="chapters",
        ),
        pytest.param({"duration": 0}, None, None, id="a zero is no length"),
        pytest.param({}, None, None, id="nothing"),
    ],
)
def test_the_duration_names_its_source(read, fields, duration, source):
    """The best clock there is, and which one that was."""
    interview = read(**fields)

    assert (interview.duration_s, interview.clock_source) == (duration, source)


def test_a_duration_that_contradicts_start_and_end_is_noted(read, codes):
    """31:51 against 15:11: the reader sees both."""
    times = metadata("2025-11-25T10:00:00Z", "2025-11-25T10:15:11Z")

    interview = read(duration=1911, metadata=times)

    assert interview.duration_s == 1911
    assert codes(interview) == ["duration_mismatch"]
    assert "31:51" in interview.notices[0].text
    assert "15:11" in interview.notices[0].text


@pytest.mark.parametrize("duration", [895, 900, 905, 903.5])
def test_a_few_seconds_are_no_mismatch(read, codes, duration):
    """Five seconds, or one in a hundred, is how clocks are."""
    times = metadata("2025-11-25T10:00:00Z", "2025-11-25T10:15:00Z")

    interview = read(duration=duration, metadata=times)

    assert codes(interview) == []


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        pytest.param(NINE, NINE, "starts and ends in the same moment", id="no length"),
        pytest.param("2026-03-10T03:02:00Z", None, "its start is 2026-03-10 03:02", id="a year"),
        pytest.param(NINE, "2025-11-25T08:00:00Z", "ends before it starts", id="backwards"),
    ],
)
def test_another_clock_of_the_meeting_is_noted_once(read, codes, start, end, said):
    """The meeting's clock is told about, and not used."""
    interview = read(
        metadata=metadata(NINE, "2025-11-25T09:10:00Z"), meeting_data=meeting(start, end)
    )

    assert codes(interview) == ["clock_mismatch"]
    assert said in interview.notices[0].text
    assert interview.started_at.hour == 9


def test_an_end_before_the_start_is_noted(read, codes):
    """The metadata contradicts itself: there is no duration in it."""
    times = metadata(NINE, "2025-11-25T08:00:00Z")

    interview = read(metadata=times)

    assert interview.duration_s is None
    assert codes(interview) == ["clock_mismatch"]


def test_a_negative_duration_gives_way_to_the_next_clock(read, codes):
    """Less than nothing is no length."""
    times = metadata(NINE, "2025-11-25T09:10:00Z")

    interview = read(duration=-5, metadata=times)

    assert interview.duration_s == 600
    assert codes(interview) == ["unknown_value"]


def test_the_last_chapter_may_be_open(read, codes):
    """A null end is how Qode ends its last chapter."""
    chapters = [
        {"title": "Start", "start_time": "00:00:17.218", "end_time": "00:03:20.830"},
        {"title": "Rest", "start_time": "00:03:20.830", "end_time": None},
    ]

    interview = read(meeting_data={"chapters": chapters})

    assert [(c.title, c.start_s, c.end_s) for c in interview.chapters] == [
        ("Start", 17.218, 200.83),
        ("Rest", 200.83, None),
    ]
    assert codes(interview) == []


def test_a_chapter_time_that_is_none_is_noted(read, codes):
    """The chapter stays, without the time."""
    chapters = [{"title": None, "start_time": "soon"}]

    interview = read(meeting_data={"chapters": chapters})

    assert (interview.chapters[0].title, interview.chapters[0].start_s) == ("Untitled", None)
    assert codes(interview) == ["unknown_value"]


def test_a_date_at_the_end_of_the_calendar_is_no_crash(read):
    """A date that has no UTC is missing."""
    times = metadata("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00")

    interview = read(metadata=times)

    assert (interview.started_at, interview.ended_at) == (None, None)
