"""Clock: every spelling of a moment, and what is no moment."""

import pytest

from services.vendors._clock import number, seconds, written


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (192.173, 192.173),
        (0, 0),
        (-3, -3),
        ("00:03:20.830", 200.83),
        ("1:00:00", 3600),
        ("03:20", 200),
        ("00:03:20,5", 200.5),
        (" 192.173 ", 192.173),
    ],
)
def test_a_moment_is_read_in_every_spelling(given, expected):
    """Numbers, clock texts with and without hours, numbers as texts."""
    moment = given

    read = seconds(moment)

    assert read == expected


@pytest.mark.parametrize(
    "given",
    [None, True, "", "noon", "1:2:3:4", "12:", float("nan"), float("inf"), "1e9", "nan", [], {}],
)
def test_what_is_no_moment_is_none(given):
    """Nothing is guessed."""
    moment = given

    read = seconds(moment)

    assert read is None


def test_a_number_beyond_every_float_is_none():
    """JSON may hold integers that no float can."""
    huge = 10**400

    read = number(huge)

    assert read is None


@pytest.mark.parametrize(
    ("offset", "text"), [(0, "0:00"), (1911, "31:51"), (3849, "1:04:09"), (-3, "-0:03")]
)
def test_seconds_are_written_as_people_do(offset, text):
    """Minutes and seconds, with hours where there are some."""
    moment = offset

    line = written(moment)

    assert line == text
