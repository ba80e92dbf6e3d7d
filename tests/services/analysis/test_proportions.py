"""Shares: Wilson's and Newcombe's intervals, and what the counts must be."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.proportions import share, share_difference

counts = st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("successes", "n", "lower", "upper"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_published(successes, n, lower, upper):
    """Newcombe (1998), "Two-sided confidence intervals for the single proportion", method 3.

    Statistics in Medicine 17, 857-872, table I.
    """
    found = share(successes, n, level=0.95)

    assert found.estimate == successes / n
    assert (found.lower, found.upper) == pytest.approx((lower, upper), abs=5e-5)
    assert (found.n, found.method) == (n, "share")


@pytest.mark.parametrize(
    ("b", "a", "lower", "upper"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1),
        ((10, 10), (0, 10), 0.6075, 1),
    ],
)
def test_newcombe_as_published(b, a, lower, upper):
    """Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10."""
    found = share_difference(a, b, level=0.95)

    assert found.difference.estimate == pytest.approx(b[0] / b[1] - a[0] / a[1])
    assert found.difference.lower == pytest.approx(lower, abs=5e-5)
    assert found.difference.upper == pytest.approx(upper, abs=5e-5)
    assert found.difference.n == a[1] + b[1]


def test_the_p_value_is_that_of_the_score_test():
    """By hand: z^2 is the chi-square of Pearson times (N - 1) / N (Miettinen and Nurminen 1985)."""
    a, b = (48, 80), (56, 70)

    found = share_difference(a, b, level=0.95)

    pooled = 104 / 150
    variance = pooled * (1 - pooled) * (1 / 80 + 1 / 70) * 150 / 149
    z = (56 / 70 - 48 / 80) / math.sqrt(variance)
    assert found.p_value == pytest.approx(math.erfc(z / math.sqrt(2)))


@pytest.mark.parametrize(("a", "b"), [((0, 5), (0, 9)), ((5, 5), (9, 9))])
def test_equal_shares_at_the_end_speak_for_no_difference(a, b):
    """None of either, or all of both: the difference is 0, its interval has a width, p is 1."""
    found = share_difference(a, b, level=0.95)

    assert found.difference.estimate == 0
    assert found.difference.lower < 0 < found.difference.upper
    assert found.p_value == 1


@given(counts=counts, level=st.sampled_from([0.5, 0.9, 0.95, 0.999]))
def test_an_interval_holds_its_share_and_stays_a_share(counts, level):
    """Between 0 and 1, around the share, and mirrored for the failures."""
    successes, n = counts

    found, failed = share(successes, n, level=level), share(n - successes, n, level=level)

    assert 0 <= found.lower <= found.estimate <= found.upper <= 1
    assert found.lower < found.upper
    assert found.lower == pytest.approx(1 - failed.upper, abs=1e-12)


@given(a=counts, b=counts)
def test_swapping_the_groups_changes_the_sign(a, b):
    """B minus a is the opposite of a minus b, and the p-value is the same."""
    there, back = share_difference(a, b, level=0.9), share_difference(b, a, level=0.9)

    assert there.difference.estimate == -back.difference.estimate
    assert there.difference.lower == pytest.approx(-back.difference.upper, abs=1e-12)
    assert there.p_value == pytest.approx(back.p_value, abs=1e-9)
    assert 0 <= there.p_value <= 1
    assert -1 <= there.difference.lower <= there.difference.estimate


def test_counts_out_of_an_array_are_counts():
    """Numbers that numpy counted become plain ones."""
    found = share(np.int64(3), np.int64(5), level=0.95)

    assert found.estimate == 0.6
    assert type(found.n) is int


def test_nothing_counted_is_a_sentence():
    """0 of 0 is no share, and no difference either."""
    alone, both = share(0, 0, level=0.95), share_difference((1, 2), (0, 0), level=0.95)

    assert alone.refusal == "There is nothing to take a share of."
    assert both.difference.refusal == alone.refusal
    assert both.p_value is None


@pytest.mark.parametrize("counts", [(6, 5), (-1, 5), (0, -5)])
def test_counts_that_do_not_fit_are_a_sentence(counts):
    """More successes than attempts, or fewer than none."""
    found = share(*counts, level=0.95)

    assert found.estimate is None
    assert "do not fit together" in found.refusal
