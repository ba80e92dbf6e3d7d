"""Latency: turns on the recording's clock, anomalies that exist, and those that do not."""

from services.models.recording import Speaker
from services.vendors.qode.parsing import parse

START = {"start_time": "2025-11-25T10:00:00Z", "end_time": "2025-11-25T10:10:00Z"}


def turn(number, speaker="Candidate", **fields):
    """Make an item of `turn_details`."""
    return {"turn": number, "speaker": speaker, "latency": 1.5, **fields}


def test_turns_are_placed_on_the_recording(document):
    """Dates become seconds from the start."""
    latency = parse(document("complete")).latency

    eighth = latency.turns[7]

    assert (eighth.start_s, eighth.end_s, eighth.latency_s) == (430, 850, 6.4)
    assert eighth.is_anomaly
    assert eighth.role is Speaker.CANDIDATE
    assert (latency.vendor_median_s, latency.vendor_clean_mean_s) == (1.4, 1.2)


def test_a_turn_that_does_not_exist_is_noted_and_kept(read, codes):
    """The anomaly becomes an event without a time."""
    latency = {"turn_details": [turn(1), turn(2)], "anomaly_turns": [3], "anomaly_count": 1}

    interview = read(latency_summary=latency)

    assert codes(interview) == ["unknown_turn"]
    assert [(signal.start_s, signal.note) for signal in interview.signals] == [(None, "turn 3")]


def test_a_count_that_differs_is_noted(read, codes):
    """Qode counts two, but lists one."""
    latency = {"turn_details": [turn(1)], "anomaly_turns": [1], "anomaly_count": 2}

    interview = read(latency_summary=latency)

    assert codes(interview) == ["unknown_turn"]
    assert interview.latency.vendor_anomaly_count == 2


def test_turns_outside_the_recording_lose_their_time(read, codes):
    """One notice for all of them; the turns stay."""
    turns = [
        turn(1, start_time="2025-11-25T09:00:00Z"),
        turn(2, start_time="2025-11-25T10:00:05Z"),
        turn(3, start_time="2025-11-25T11:00:00Z"),
    ]

    interview = read(metadata=START, latency_summary={"turn_details": turns})

    assert [turn.start_s for turn in interview.latency.turns] == [None, 5, None]
    assert codes(interview) == ["clock_mismatch"]
    assert "turns 1, 3" in interview.notices[0].text


def test_without_a_start_there_are_no_times(read, codes):
    """A date alone does not say where in the recording it is."""
    turns = [turn(1, start_time="2025-11-25T09:00:00Z")]

    interview = read(latency_summary={"turn_details": turns})

    assert interview.latency.turns[0].start_s is None
    assert codes(interview) == []


def test_turns_without_a_number_are_counted(read):
    """The place in the list stands in for the number."""
    turns = [turn(None), turn(None)]

    interview = read(latency_summary={"turn_details": turns})

    assert [turn.turn for turn in interview.latency.turns] == [1, 2]


def test_a_time_that_is_none_is_noted(read, codes):
    """The turn stays, without the time."""
    turns = [turn(1, start_time="later")]

    interview = read(metadata=START, latency_summary={"turn_details": turns})

    assert interview.latency.turns[0].start_s is None
    assert codes(interview) == ["unknown_value"]
