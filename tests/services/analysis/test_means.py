"""Means and their differences: Student's and Welch's, and the sentences where there is neither."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from services.analysis.means import mean, welch

SLEEP_A = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SLEEP_B = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
"""Extra hours of sleep after two drugs: Student (1908), Biometrika 6, 1-25."""

scores = st.lists(st.integers(0, 1000).map(lambda tenths: tenths / 10), min_size=2, max_size=30)


def test_the_mean_of_students_own_data():
    """Student (1908): 0.75 hours; the interval is the one of scipy's t."""
    values = SLEEP_A

    found = mean(values, level=0.95)

    ends = stats.ttest_1samp(values, 0).confidence_interval(0.95)
    assert found.estimate == pytest.approx(0.75)
    assert (found.lower, found.upper) == pytest.approx((ends.low, ends.high))
    assert (found.level, found.n, found.method) == (0.95, 10, "mean")


def test_welch_on_students_sleep_data():
    """R's documentation of t.test: t = -1.8608, df = 17.776, p = 0.07939, -3.3654832 to 0.2054832.

    There the second group is taken from the first, so that our signs are the opposite ones.
    """
    a, b = SLEEP_A, SLEEP_B

    found = welch(a, b, level=0.95)

    assert found.difference.estimate == pytest.approx(1.58)
    assert found.difference.lower == pytest.approx(-0.2054832, abs=5e-8)
    assert found.difference.upper == pytest.approx(3.3654832, abs=5e-8)
    assert found.p_value == pytest.approx(0.07939, abs=5e-6)
    assert (found.difference.n, found.difference.method) == (20, "mean_difference")


def test_unequal_spread_and_size_by_hand():
    """Variances 1 and 16 over 3 and 5 values: df = (1/3 + 16/5)^2 / ((1/3)^2/2 + (16/5)^2/4)."""
    a, b = [1, 2, 3], [1, 1, 5, 9, 9]

    found = welch(a, b, level=0.95)

    error = 1 / 3 + 16 / 5
    freedom = error**2 / ((1 / 3) ** 2 / 2 + (16 / 5) ** 2 / 4)
    reach = stats.t.ppf(0.975, freedom) * math.sqrt(error)
    assert found.difference.estimate == 3
    assert found.difference.upper == pytest.approx(3 + reach)
    assert found.p_value == pytest.approx(2 * stats.t.sf(3 / math.sqrt(error), freedom))


@pytest.mark.parametrize("level", [0.8, 0.95, 0.999])
@given(a=scores, b=scores)
def test_welch_equals_scipy(level, a, b):
    """Any two groups with some spread: difference, interval and p-value are scipy's."""
    if len(set(a)) == 1 or len(set(b)) == 1:
        b, a = [*b, b[0] + 1], [*a, a[0] + 2]

    found = welch(a, b, level=level)

    oracle = stats.ttest_ind(b, a, equal_var=False)
    ends = oracle.confidence_interval(level)
    assert found.p_value == pytest.approx(oracle.pvalue, rel=1e-6, abs=1e-12)
    assert (found.difference.lower, found.difference.upper) == pytest.approx(
        (ends.low, ends.high), rel=1e-6, abs=1e-9
    )


@given(values=scores, by=st.integers(-100, 100), times=st.integers(1, 9), seed=st.randoms())
def test_a_mean_moves_with_its_values(values, by, times, seed):
    """Order changes nothing; a shift and a stretch of the values are those of the mean."""
    moved = [times * value + by for value in values]
    seed.shuffle(moved)

    plain, found = mean(values, level=0.9), mean(moved, level=0.9)

    assert found.estimate == pytest.approx(times * plain.estimate + by, abs=1e-9)
    assert found.has_interval == plain.has_interval
    if plain.has_interval:
        assert found.upper - found.lower == pytest.approx(times * (plain.upper - plain.lower))


@given(a=scores, b=scores)
def test_swapping_the_groups_changes_the_sign(a, b):
    """B minus a is the opposite of a minus b, interval and all."""
    there, back = welch(a, b, level=0.95), welch(b, a, level=0.95)

    assert there.p_value == back.p_value
    if there.difference.estimate is not None:
        assert there.difference.estimate == -back.difference.estimate
        assert there.difference.lower == pytest.approx(-back.difference.upper)
    else:
        assert back.difference.refusal


@given(a=scores, b=scores, level=st.floats(0.5, 0.999))
def test_the_interval_and_the_p_value_say_the_same(a, b, level):
    """The interval excludes 0 exactly when p is below 1 minus the level."""
    found = welch(a, b, level=level)

    if found.p_value is not None and abs(found.p_value - (1 - level)) > 1e-9:
        excludes = found.difference.lower > 0 or found.difference.upper < 0
        assert excludes == (found.p_value < 1 - level)


def test_no_values_are_a_sentence():
    """An empty group has no mean, and never a NaN."""
    found = mean([], level=0.95)

    assert found.estimate is None
    assert found.refusal == "There are no scores to take a mean of."
    assert found.n == 0


def test_one_value_has_no_interval():
    """One score is a figure, and the remark says why there is no interval."""
    found = mean([72.5], level=0.95)

    assert found.estimate == 72.5
    assert not found.has_interval
    assert "one score only" in found.remark


def test_equal_values_have_no_interval():
    """Three times 0.1: an interval of no width would be a lie, and rounding must not make one."""
    found = mean([0.1, 0.1, 0.1], level=0.95)

    assert found.estimate == 0.1
    assert not found.has_interval
    assert "All scores are equal" in found.remark


def test_what_is_no_number_is_left_out_and_said():
    """NaN, infinities and what is no score at all are neither counted nor forgotten."""
    found = mean([1.0, math.nan, 3.0, math.inf, -math.inf, 1e300], level=0.95)

    assert (found.estimate, found.n) == (2.0, 2)
    assert found.remark == "4 scores are not usable numbers and were left out."


def test_nothing_but_nan_is_a_sentence():
    """The refusal says what became of the values."""
    found = mean([math.nan], level=0.95)

    assert found.estimate is None
    assert "1 score is not a usable number and was left out." in found.refusal


@pytest.mark.parametrize(("a", "b"), [([1, 2, 3], [4]), ([], [1, 2]), ([math.nan, 1], [1, 2])])
def test_a_difference_needs_two_on_each_side(a, b):
    """Below two values there is a sentence in place of the difference, and no p-value."""
    found = welch(a, b, level=0.95)

    assert "at least two scores on each side" in found.difference.refusal
    assert found.p_value is None


def test_no_spread_on_both_sides_is_refused():
    """70 and 70 against 80 and 80: nothing says how far chance goes."""
    found = welch([70, 70], [80, 80], level=0.95)

    assert "all scores are equal" in found.difference.refusal
    assert found.p_value is None


def test_spread_on_one_side_is_enough():
    """The side without spread adds no error and no degrees of freedom."""
    found = welch([70, 70], [80, 82, 84], level=0.95)

    reach = stats.t.ppf(0.975, 2) * 2 / math.sqrt(3)
    assert found.difference.lower == pytest.approx(12 - reach)


def test_a_million_values_far_from_zero_keep_their_spread():
    """Scores around 1,000,000 with a spread of 1: nothing cancels."""
    values = 1e6 + np.tile([-1.0, 1.0], 500_000)

    found = mean(values, level=0.95)

    assert found.estimate == 1e6
    assert found.upper - found.lower == pytest.approx(2 * 1.959966 / 1000, rel=1e-5)
