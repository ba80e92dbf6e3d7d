"""Keys of flags: the same after a refetch, and none of two flags alike."""

from hypothesis import given
from hypothesis import strategies as st

from services.models.integrity import Disposition, Review, kind_of, latest, signal_keys
from services.models.recording import Signal, SignalKind
from tests.services.use_cases.conftest import NOON

TAB, SCREEN = SignalKind.TAB_CHANGE, SignalKind.EXTERNAL_SCREEN
TIMES = st.none() | st.floats(-10, 10_000)
SIGNALS = st.builds(
    Signal,
    kind=st.sampled_from(SignalKind),
    start_s=TIMES,
    end_s=TIMES,
    open_ended=st.booleans(),
    note=st.none() | st.text(max_size=3),
)


def test_a_key_names_kind_and_times():
    """In whole milliseconds: a float that was written in another way is the same flag."""
    first, again = Signal(kind=TAB, start_s=192.173), Signal(kind=TAB, start_s=192.1730000001)

    keys = signal_keys([first]), signal_keys([again])

    assert keys == (("tab_change:192173::1",), ("tab_change:192173::1",))


def test_a_moment_a_range_and_an_open_end_are_three_flags():
    """They begin at the same second, and none is taken for another."""
    moment = Signal(kind=TAB, start_s=5)

    keys = signal_keys(
        [
            moment,
            moment.model_copy(update={"end_s": 7}),
            moment.model_copy(update={"open_ended": True}),
        ]
    )

    assert keys == ("tab_change:5000::1", "tab_change:5000:7000:1", "tab_change:5000:open:1")


def test_equal_flags_are_numbered():
    """Two second screens without a time are two flags."""
    given_ = [Signal(kind=SCREEN, note="left"), Signal(kind=TAB), Signal(kind=SCREEN, note="right")]

    keys = signal_keys(given_)

    assert keys == ("external_screen:::1", "tab_change:::1", "external_screen:::2")


@given(st.lists(SIGNALS, max_size=12))
def test_no_two_flags_of_an_interview_share_a_key(signals):
    """Whatever their times; and each key tells its kind."""
    keys = signal_keys(signals)

    assert len(set(keys)) == len(signals)
    assert [kind_of(key) for key in keys] == [signal.kind for signal in signals]


def test_a_text_that_is_no_key_has_no_kind():
    """What a program of another version wrote is nothing, and no error."""
    texts = ("", "shoe_size:1::1", ":::")

    kinds = {kind_of(text) for text in texts}

    assert kinds == {None}


def test_the_latest_review_of_a_flag_holds():
    """Who changes their mind adds a review."""
    first = Review(signal="a", disposition=Disposition.CONFIRM, made_at=NOON)
    other = first.model_copy(update={"signal": "b"})
    second = first.model_copy(update={"disposition": Disposition.DISMISS})

    held = latest([first, other, second])

    assert held == {"a": Disposition.DISMISS, "b": Disposition.CONFIRM}
