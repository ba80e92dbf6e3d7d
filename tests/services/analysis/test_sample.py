"""A sample knows what it counts, what it leaves out, and whether its numbers differ at all."""

import math

import pytest

from services.analysis.sample import left_out_words, remark, sample


def test_what_is_no_number_is_left_out():
    """NaN, infinities and absurdly large numbers; the rest keeps its order."""
    found = sample([3, math.nan, 1, math.inf, -math.inf, 1e13])

    assert found.values.tolist() == [3, 1]
    assert (found.n, found.left_out, found.mean, found.variance) == (2, 4, 2, 2)


@pytest.mark.parametrize("values", [[0.1] * 3, [0.1 + 0.2, 0.3], [7], []])
def test_rounding_is_no_spread(values):
    """Equal numbers, numbers that rounding alone tells apart, one and none."""
    found = sample(values)

    assert not found.has_spread
    assert found.variance == 0


def test_all_samples_are_counted_in_one_sentence():
    """One sentence for both sides of a comparison; none where nothing was left out."""
    broken, whole = sample([1, math.nan]), sample([1, 2])

    assert left_out_words(broken, broken) == "2 scores are not usable numbers and were left out."
    assert left_out_words(broken, whole) == "1 score is not a usable number and was left out."
    assert left_out_words(whole) == ""


def test_a_remark_joins_what_there_is_to_say():
    """Empty sentences leave no blank."""
    assert remark("", "One.", "", "Two.") == "One. Two."
    assert remark("", "") == ""
