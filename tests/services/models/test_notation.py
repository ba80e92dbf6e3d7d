"""Numbers are as precise as the data, and never stand without their band or their state."""

from datetime import timedelta

import pytest

from services.models import notation
from services.models.score import Score, ScoreKind, ScoreState


@pytest.fixture
def score():
    """Make a score; without a value it was not evaluated."""

    def make(value=None, lower=None, upper=None):
        state = ScoreState.NOT_EVALUATED if value is None else ScoreState.SCORED
        given = {"kind": ScoreKind.SKILL, "name": "Kafka", "state": state}
        return Score(value=value, lower=lower, upper=upper, **given)

    return make


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (72.0, "72"),
        (71.4, "71.4"),
        (71.46, "71.5"),
        (-3.0, "−3"),
        (1e-7, "0.0"),
        (1e20, "1" + "0" * 20),
    ],
)
def test_decimals_never_exceed_the_data(amount, written):
    """A whole number has no decimals, any other at most one."""
    given = amount

    found = notation.number(given)

    assert found == written


def test_a_score_is_written_with_its_band(score):
    """The sentence names the band, or says that there is none, or why there is no number."""
    banded, bare, skipped = score(value=72, lower=70, upper=75), score(value=64), score()

    written = [notation.with_band(given) for given in (banded, bare, skipped)]

    assert written == ["72 (70–75)", "64, no band given", "not evaluated"]


def test_a_negative_band_is_not_a_row_of_dashes(score):
    """With a minus sign in it, the band is written with 'to'."""
    below = score(value=-4, lower=-9, upper=3)

    written = notation.band(below)

    assert written == "−9 to 3"


@pytest.mark.parametrize(
    ("seconds", "written"),
    [
        (0, "0:00"),
        (192.173, "3:12"),
        (3599.9, "59:59"),
        (3661, "1:01:01"),
        (-5, "−0:05"),
        (-0.4, "0:00"),
    ],
)
def test_offsets_are_written_as_a_clock(seconds, written):
    """Minutes and seconds, with hours only beyond one."""
    given = seconds

    found = notation.clock(given)

    assert found == written


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(hours=23, minutes=59), "23 hours ago"),
        (timedelta(days=3, hours=5), "3 days ago"),
    ],
)
def test_an_age_is_told_in_its_largest_unit(span, words):
    """A reader wants to know how old a copy is, not how many seconds."""
    told = notation.age(span)

    assert told == words
