"""Signals of every spelling land on one clock, and nothing is dropped or judged."""

import pytest

from services.models.recording import SignalKind
from services.vendors.qode.parsing import parse


def of(interview, kind):
    """Give the signals of a kind as (start, end, open_ended)."""
    found = [signal for signal in interview.signals if signal.kind is kind]
    return [(signal.start_s, signal.end_s, signal.open_ended) for signal in found]


@pytest.mark.parametrize(
    ("item", "event"),
    [
        pytest.param(192.173, (192.173, None, False), id="seconds"),
        pytest.param("00:03:12.173", (192.173, None, False), id="clock"),
        pytest.param("03:12", (192, None, False), id="short clock"),
        pytest.param([184, "00:03:28"], (184, 208, False), id="pair"),
        pytest.param([184, None], (184, None, True), id="open pair"),
        pytest.param({"start": 7, "end": 9, "duration": 5}, (7, 9, False), id="range"),
        pytest.param({"start": 7, "end": None, "duration": 2.5}, (7, 9.5, False), id="duration"),
        pytest.param({"start": "00:00:07", "end": None}, (7, None, True), id="open range"),
        pytest.param({"timestamp": 7}, (7, None, False), id="moment as an object"),
    ],
)
def test_every_spelling_of_an_event_is_read(read, codes, item, event):
    """A moment, a range, or a range whose end is open."""
    interview = read(interview_signals={"tab_changes": [item]})

    assert of(interview, SignalKind.TAB_CHANGE) == [event]
    assert codes(interview) == []


def test_two_numbers_are_two_moments(read):
    """`[184, 808]` might be one range; taken as two moments nothing is hidden."""
    numbers = [184, 808]

    interview = read(interview_signals={"face_out_of_view": numbers})

    assert [start for start, _, _ in of(interview, SignalKind.FACE_OUT_OF_VIEW)] == numbers


def test_clean_differs_from_not_collected(read):
    """An empty list is an answer; null and absence are none."""
    signals = {"tab_changes": [], "face_out_of_view": None, "external_screens": False}

    interview = read(interview_signals=signals)

    assert interview.signals == ()
    assert interview.signals_not_collected == (
        SignalKind.FACE_OUT_OF_VIEW,
        SignalKind.ABNORMAL_EYE_TRACKING,
        SignalKind.BLACK_SCREEN,
        SignalKind.LATENCY_ANOMALY,
    )


@pytest.mark.parametrize("key", ["black_screen", "black_screens", "detected_BLACK_SCREEN_ranges"])
def test_black_screens_are_found_by_a_part_of_their_key(read, key):
    """The key is not known for certain; it may stand at the top or among the signals."""
    ranges = [{"start": "00:00:01.600", "end": "00:00:03.000", "duration": 1.4}]

    outer, inner = read(**{key: ranges}), read(interview_signals={key: ranges})

    assert of(outer, SignalKind.BLACK_SCREEN) == [(1.6, 3, False)]
    assert outer.signals == inner.signals
    assert SignalKind.BLACK_SCREEN not in outer.signals_not_collected


def test_the_same_event_under_two_keys_is_one(read):
    """A list given twice is not counted twice."""
    ranges = [{"start": 1, "end": 2}]

    interview = read(black_screen=ranges, interview_signals={"black_screens": ranges})

    assert of(interview, SignalKind.BLACK_SCREEN) == [(1, 2, False)]


def test_an_external_screen_has_no_time(read):
    """True says that there was one, not when."""
    signals = {"external_screens": True}

    interview = read(interview_signals=signals)

    assert of(interview, SignalKind.EXTERNAL_SCREEN) == [(None, None, False)]


@pytest.mark.parametrize("value", [["noon"], 3, "yes", [{"begin": 4}], [[1, 2, 3]], [True]])
def test_what_cannot_be_placed_is_kept_without_a_time(read, codes, value):
    """Nothing is dropped: the event stays, with Qode's word for it."""
    interview = read(interview_signals={"tab_changes": value})

    assert of(interview, SignalKind.TAB_CHANGE) == [(None, None, False)]
    assert interview.signals[0].note.startswith("Qode says: ")
    assert codes(interview) == ["unknown_value"]


def test_events_outside_the_recording_are_kept_and_noted(read, codes):
    """One notice a kind, with the places."""
    signals = {"tab_changes": [-3, 12, 5000, 6000], "face_out_of_view": [601.5]}

    interview = read(duration=600, interview_signals=signals)

    assert len(interview.signals) == 5
    assert codes(interview) == ["signal_out_of_range", "signal_out_of_range"]
    assert "-0:03, 1:23:20, 1:40:00" in interview.notices[0].text


def test_the_longest_clock_decides_what_is_outside(read, codes):
    """Where two clocks differ, an event inside either of them is inside."""
    times = {"start_time": "2025-01-01T10:00:00Z", "end_time": "2025-01-01T10:20:00Z"}

    interview = read(duration=600, metadata=times, interview_signals={"tab_changes": [1100]})

    assert codes(interview) == ["duration_mismatch"]


def test_a_range_that_runs_backwards_is_kept_and_noted(read, codes):
    """The ends are never swapped."""
    signals = {"tab_changes": [[9, 5]]}

    interview = read(interview_signals=signals)

    assert of(interview, SignalKind.TAB_CHANGE) == [(9, 5, False)]
    assert codes(interview) == ["unknown_value"]


def test_a_slow_turn_is_a_signal_at_its_time(document):
    """The anomaly stands where the turn begins, and names it."""
    interview = parse(document("complete"))

    slow = [s for s in interview.signals if s.kind is SignalKind.LATENCY_ANOMALY]

    assert [(signal.start_s, signal.note) for signal in slow] == [(430, "turn 8")]
