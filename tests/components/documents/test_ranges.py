"""Scores on one axis: true numbers in words, and no mark where there is no place for one."""

import math

from components.documents.ranges import ranges, score_range
from services.models.score import FIVE_POINTS, PERCENT
from tests.components.documents.reports import score


def test_a_score_stands_on_its_band():
    """The value, both ends, and the words with all three."""
    overall = score(72.0, 70.0, 75.0)

    row = score_range("Overall", overall)

    assert (row.value, row.lower, row.upper) == (72, 70, 75)
    assert row.words == "72 (70–75)"


def test_what_was_not_evaluated_is_words_alone():
    """Never a mark at zero."""
    skipped = score()

    row = score_range("Shell", skipped)

    assert (row.value, row.lower, row.upper) == (None, None, None)
    assert row.words == "not evaluated"


def test_a_zero_that_was_scored_is_a_mark_at_zero():
    """A true zero is no missing value."""
    zero = score(0.0, 0.0, 4.0)

    row = score_range("Shell", zero)

    assert row.value == 0
    assert row.words == "0 (0–4)"


def test_another_scale_gets_no_mark():
    """3.5 of 5 never stands among 0 to 100."""
    speech = score(3.5, scale=FIVE_POINTS)

    row = score_range("Speech", speech, scale=PERCENT)

    assert row.value is None
    assert row.words == "3.5 of 5, no band given, on another scale"


def test_beyond_the_scale_there_is_no_place_for_a_mark():
    """The number is told as the vendor gave it."""
    found = [score_range("Odd", score(value)) for value in (112.0, -3.0, math.inf)]

    assert [row.value for row in found] == [None, None, None]
    assert found[0].words == "112, no band given, beyond the scale"
    assert "not drawn" in found[2].words


def test_a_band_that_reaches_beyond_the_axis_keeps_its_ends():
    """Ends that the vendor swapped are put in order; the words keep the vendor's numbers."""
    wide = score(98.0, 104.0, 91.0)

    row = score_range("Wide", wide)

    assert (row.lower, row.upper) == (91, 104)
    assert row.words == "98 (104–91)"


def test_half_a_band_is_none():
    """One end alone says nothing."""
    half = score(50.0, 45.0, None)

    row = score_range("Half", half)

    assert (row.value, row.lower, row.upper) == (50, None, None)
    assert row.words == "50, no band given"


def test_a_cut_is_a_number_on_0_to_100_only():
    """On 0 to 5 there is none."""
    row = score_range("Speech", score(3.5, scale=FIVE_POINTS), scale=FIVE_POINTS)

    native = ranges([row], scale=FIVE_POINTS, cut=70)

    assert native is not None
    assert (native.low, native.high, native.cut) == (0, 5, None)
    assert native.axis == "Score, 0 to 5"


def test_without_any_mark_there_is_no_figure():
    """An empty axis says nothing."""
    rows = [score_range("Shell", score())]

    native = ranges(rows, scale=PERCENT)

    assert native is None
