"""Medians with the interval of two order statistics, and quartiles."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from services.analysis.quantiles import median, quartiles

scores = st.lists(st.integers(0, 1000).map(lambda tenths: tenths / 10), min_size=1, max_size=60)


def test_ten_values_by_hand():
    """P(B <= 1) of 10 tosses is 11/1024, so that the second and the ninth hold it at 97.9 %."""
    values = [9, 2, 5, 1, 7, 10, 3, 8, 4, 6]

    found = median(values, level=0.95)

    assert (found.estimate, found.lower, found.upper) == (5.5, 2, 9)
    assert (found.n, found.method, found.remark) == (10, "median", "")


@pytest.mark.parametrize(
    ("n", "rank"), [(6, 1), (9, 2), (12, 3), (15, 4), (17, 5), (20, 6), (25, 8), (30, 10)]
)
def test_the_ranks_of_the_sign_test(n, rank):
    """The largest k with 2 P(B < k) <= 0.05, summed up from binomial coefficients."""
    values = list(range(1, n + 1))

    found = median(values, level=0.95)

    tails = [2 * sum(math.comb(n, i) for i in range(k)) / 2**n for k in (rank, rank + 1)]
    assert tails[0] <= 0.05 < tails[1]
    assert (found.lower, found.upper) == (rank, n + 1 - rank)


@pytest.mark.parametrize("level", [0.8, 0.95, 0.99])
@pytest.mark.parametrize("n", [7, 8, 31, 100, 2001])
def test_the_interval_equals_scipys(level, n):
    """Scipy's quantile test inverts the same binomial (Conover 1999, section 3.2)."""
    values = np.random.default_rng(n).normal(70, 10, n)

    found = median(values, level=level)

    ends = stats.quantile_test(values, q=0, p=0.5).confidence_interval(level)
    expected = [None if math.isnan(end) else end for end in ends]
    assert [found.lower, found.upper] == expected


@given(values=scores, seed=st.randoms(), by=st.integers(-50, 50), times=st.integers(1, 9))
def test_a_median_moves_with_its_values(values, seed, by, times):
    """Order changes nothing; shifted and stretched values shift and stretch it."""
    moved = [times * value + by for value in values]
    seed.shuffle(moved)

    plain, found = median(values, level=0.9), median(moved, level=0.9)

    assert plain.estimate == pytest.approx(np.median(values))
    assert found.estimate == pytest.approx(times * plain.estimate + by)
    assert found.has_interval == plain.has_interval
    if plain.has_interval:
        assert plain.lower <= plain.estimate <= plain.upper
        assert found.upper == pytest.approx(times * plain.upper + by)


def test_five_values_are_too_few_at_95_percent():
    """Even the lowest and the highest hold the median with 93.75 % only."""
    values = [1, 2, 3, 4, 5]

    at_95, at_90 = median(values, level=0.95), median(values, level=0.9)

    assert (at_95.estimate, at_95.has_interval) == (3, False)
    assert "too few for an interval" in at_95.remark
    assert (at_90.lower, at_90.upper) == (1, 5)


def test_a_million_values_on_a_grid():
    """Where many scores equal the median the interval is that score, and says so."""
    values = np.tile(np.arange(101.0), 9_901)

    found = median(values, level=0.95)

    assert (found.estimate, found.lower, found.upper) == (50, 50, 50)
    assert "So many scores equal the median" in found.remark


@pytest.mark.parametrize(
    ("values", "words"), [([72.0], "one score only"), ([72.0] * 9, "All scores are equal")]
)
def test_without_spread_there_is_no_interval(values, words):
    """One score, or nine equal ones: a figure without an interval."""
    found = median(values, level=0.95)

    assert found.estimate == 72
    assert not found.has_interval
    assert words in found.remark


def test_what_is_no_number_is_left_out_and_said():
    """NaN has no place in the order."""
    found, nothing = median([3, math.nan, 1, 2], level=0.5), median([math.nan], level=0.5)

    assert (found.estimate, found.n) == (2, 3)
    assert "1 score is not a usable number and was left out." in found.remark
    assert nothing.refusal.startswith("There are no scores")


def test_quartiles_of_type_seven():
    """Hyndman and Fan (1996), type 7, by hand: places 1.75 and 3.25 of 1, 2, 4, 8."""
    found = quartiles([8, 1, 4, 2, math.nan])

    assert found == (1.75, 5)


def test_no_values_have_no_quartiles():
    """Nothing, rather than a NaN."""
    assert quartiles([]) is None
    assert quartiles([math.inf]) is None
    assert quartiles([7]) == (7, 7)
