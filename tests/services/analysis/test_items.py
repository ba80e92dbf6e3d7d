"""Discrimination is the correlation with the rest, and nothing is said below ten interviews."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import pearsonr

from services.analysis.items import discrimination

pairs = st.integers(10, 25).flatmap(
    lambda n: st.tuples(
        *(arrays(np.float64, n, elements=st.integers(0, 20).map(float)) for _ in range(2))
    )
)


def test_the_correlation_and_its_interval_by_hand():
    """Half and half, three of four alike: r = 0.5; atanh(0.5) = 0.5493, error 1 / sqrt(21)."""
    scores = np.tile([0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0], 3)
    rest = np.tile([0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 1.0], 3)

    found = discrimination(scores, rest, level=0.95)

    assert found.estimate == pytest.approx(0.5)
    assert (round(found.lower, 3), round(found.upper, 3)) == (0.121, 0.752)
    assert (found.n, found.method) == (24, "discrimination")


@given(pairs)
def test_it_is_pearson_s_with_fisher_s_interval(pair):
    """The oracle is scipy's `pearsonr`, whose interval is Fisher's."""
    scores, rest = pair
    assume(np.ptp(scores) > 0 and np.ptp(rest) > 0)
    expected = pearsonr(scores, rest)
    assume(abs(expected.statistic) < 0.999)
    ends = expected.confidence_interval(0.9)

    found = discrimination(scores, rest, level=0.9)

    assert found.estimate == pytest.approx(expected.statistic, abs=1e-9)
    assert (found.lower, found.upper) == pytest.approx((ends.low, ends.high), abs=1e-9)


@given(pairs, st.floats(-50, 50), st.sampled_from([0.01, 3.0]))
def test_neither_shift_nor_unit_changes_it(pair, shift, scale):
    """Shares or points, the correlation is the same; turned round it changes its sign."""
    scores, rest = pair
    assume(np.ptp(scores) > 0 and np.ptp(rest) > 0)

    plain = discrimination(scores, rest, level=0.95)
    moved = discrimination(scores * scale + shift, rest, level=0.95)
    turned = discrimination(-scores, rest, level=0.95)

    assert moved.estimate == pytest.approx(plain.estimate, abs=1e-6)
    assert turned.estimate == pytest.approx(-plain.estimate)


@pytest.mark.parametrize(
    ("scores", "rest", "why"),
    [
        (np.arange(9.0), np.arange(9.0), "Only 9"),
        (np.arange(12.0), np.r_[np.arange(9.0), [np.nan] * 3], "Only 9"),
        (np.full(12, 0.7), np.arange(12.0), "same in this question"),
        (np.arange(12.0), np.full(12, 0.1), "same in the other questions"),
        (np.array([]), np.array([]), "Only 0"),
    ],
)
def test_what_cannot_be_computed_says_why(scores, rest, why):
    """A sentence in the place of a number, never NaN."""
    found = discrimination(scores, rest, level=0.95)

    assert found.estimate is None
    assert why in found.refusal


def test_a_perfect_correlation_has_no_interval():
    """Fisher's formula has no end there, and 1 to 1 would be a claim."""
    scores = np.arange(12.0)

    found = discrimination(scores, 2 * scores + 1, level=0.95)

    assert found.estimate == pytest.approx(1)
    assert not found.has_interval
    assert found.remark
