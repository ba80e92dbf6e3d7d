"""Effect sizes: Hedges' g and Cliff's delta, against what was published and other packages."""

import math

import numpy as np
import pingouin
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from services.analysis.effect_size import cliffs_delta, correction, hedges_g

CONTROL = [10, 20, 30, 40, 40, 50]
TREATMENT = [10, 10, 20, 20, 20, 30, 30, 30, 40, 50]
"""Hogarty and Kromrey (1999), "Using SAS to calculate tests of Cliff's delta", SUGI 24."""

scores = st.lists(st.integers(0, 200).map(lambda halves: halves / 2), min_size=2, max_size=25)


def spread(mean, deviation, n):
    """Return `n` values (an even number) with exactly this mean and standard deviation."""
    reach = deviation * math.sqrt((n - 1) / n)
    return [mean - reach, mean + reach] * (n // 2)


@pytest.mark.parametrize(
    ("freedom", "published"),
    [(2, 0.5642), (3, 0.7236), (4, 0.7979), (6, 0.8686), (8, 0.9027), (50, 0.9849)],
)
def test_the_correction_is_the_published_one(freedom, published):
    """Hedges and Olkin (1985), chapter 5, table of J(m)."""
    found = correction(freedom)

    assert found == pytest.approx(published, abs=5e-5)


def test_hedges_g_of_a_textbook():
    """Borenstein et al. (2009), "Introduction to Meta-Analysis", chapter 4: g = 0.5924.

    Means 103 and 100, standard deviations 5.5 and 4.5, 50 on each side. The interval by hand:
    the variance of Hedges and Olkin is 100 / 2500 + g^2 / 200.
    """
    a, b = spread(100, 4.5, 50), spread(103, 5.5, 50)

    found = hedges_g(a, b, level=0.95)

    assert found.estimate == pytest.approx(0.5924, abs=5e-5)
    reach = 1.959964 * math.sqrt(0.04 + found.estimate**2 / 200)
    assert (found.lower, found.upper) == pytest.approx(
        (found.estimate - reach, found.estimate + reach)
    )
    assert (found.n, found.method) == (100, "hedges_g")


@given(a=scores, b=scores)
def test_hedges_g_equals_pingouin(a, b):
    """Pingouin takes the approximate correction 1 - 3 / (4 n - 9): within 1 in 100 from 10 on."""
    a, b = [*a, *range(8)], [*b, *range(1, 9)]

    found = hedges_g(a, b, level=0.95)

    oracle = pingouin.compute_effsize(b, a, eftype="hedges")
    assert found.estimate == pytest.approx(oracle, rel=0.01, abs=1e-9)


@given(a=scores, b=scores, by=st.integers(-50, 50), times=st.integers(1, 9))
def test_hedges_g_is_free_of_the_unit(a, b, by, times):
    """A shift and a stretch of both groups leave g as it is; swapping them changes its sign."""
    moved = [[times * value + by for value in each] for each in (a, b)]

    plain, found, back = (
        hedges_g(*pair, level=0.9) for pair in ((a, b), moved, tuple(reversed(moved)))
    )

    if plain.estimate is None:
        assert found.refusal
        assert back.refusal
    else:
        assert found.estimate == pytest.approx(plain.estimate, abs=1e-9)
        assert found.lower == pytest.approx(-back.upper, abs=1e-9)


@pytest.mark.parametrize(("a", "b"), [([1], [1, 2]), ([5, 5], [6, 6]), ([], [])])
def test_hedges_g_is_refused_in_words(a, b):
    """Where the means cannot be compared there is a sentence, and never a NaN."""
    found = hedges_g(a, b, level=0.95)

    assert found.estimate is None
    assert found.refusal.endswith(".")


def test_cliffs_delta_of_the_published_example():
    """Data of Hogarty and Kromrey (1999); R's effsize prints -0.25, -0.7265846 to 0.3890062."""
    found = cliffs_delta(CONTROL, TREATMENT, level=0.95)

    assert found.estimate == -0.25
    assert found.lower == pytest.approx(-0.7265846, abs=5e-8)
    assert found.upper == pytest.approx(0.3890062, abs=5e-8)
    assert (found.n, found.method) == (16, "cliffs_delta")


@given(a=scores, b=scores)
def test_cliffs_delta_equals_the_u_of_mann_and_whitney(a, b):
    """Delta is 2 U / (n_a n_b) - 1, with U from scipy."""
    found = cliffs_delta(a, b, level=0.95)

    u = stats.mannwhitneyu(b, a, method="asymptotic").statistic if {*a, *b} != {a[0]} else None
    expected = 0 if u is None else 2 * u / (len(a) * len(b)) - 1
    assert found.estimate == pytest.approx(expected, abs=1e-12)


@given(a=scores, b=scores)
def test_the_interval_comes_from_the_whole_matrix_of_pairs(a, b):
    """Cliff (1993) and Feng and Cliff (2004), computed pair by pair."""
    found = cliffs_delta(a, b, level=0.9)

    if found.has_interval and abs(found.estimate) < 1:
        assert (found.lower, found.upper) == pytest.approx(by_pairs(a, b, level=0.9), abs=1e-9)
    assert -1 <= found.estimate <= 1


def by_pairs(a, b, *, level):
    """Return the interval of delta from the matrix of all pairs."""
    n, m = len(a), len(b)
    pairs = np.sign(np.subtract.outer(np.array(b), np.array(a)))
    d = pairs.mean()
    rows, columns = pairs.mean(axis=1) - d, pairs.mean(axis=0) - d
    squares = n * n * (rows**2).sum() + m * m * (columns**2).sum() - ((pairs - d) ** 2).sum()
    variance = max(squares / (n * m * (n - 1) * (m - 1)), (1 - d * d) / (n * m - 1))
    t = stats.t.ppf((1 + level) / 2, n + m - 2)
    reach = t * math.sqrt(variance) * math.sqrt((1 - d * d) ** 2 + t * t * variance)
    scale = 1 - d * d + t * t * variance
    lower, upper = (d - d**3 - reach) / scale, (d - d**3 + reach) / scale
    return max(-1, lower), min(1, upper)


@given(a=scores, b=scores)
def test_cliffs_delta_asks_for_the_order_only(a, b):
    """Any rising function of the scores leaves it as it is; swapping the groups flips it."""
    bent = [[math.exp(value / 20) for value in each] for each in (a, b)]

    plain, found, back = (
        cliffs_delta(*pair, level=0.95) for pair in ((a, b), bent, tuple(reversed(bent)))
    )

    assert found == plain
    assert back.estimate == -plain.estimate
    if plain.has_interval:
        assert (back.lower, back.upper) == pytest.approx((-plain.upper, -plain.lower))


@pytest.mark.parametrize("decimals", [0, 1, 2, 3, 4])
def test_counting_on_a_grid_equals_sorting(decimals):
    """Thousands of scores on few decimals are counted; beside a third they are sorted."""
    random = np.random.default_rng(7)
    a = np.round(random.beta(5, 2, 3000) * 100, decimals)
    b = np.round(random.beta(6, 2, 2000) * 100, decimals)

    counted = cliffs_delta(a, b, level=0.95)
    by_sorting = cliffs_delta(a / 3, b / 3, level=0.95)

    assert counted == by_sorting
    assert counted.estimate > 0


def test_groups_that_do_not_overlap_have_an_interval_on_one_side():
    """Feng and Cliff (2004), eq. 8: (4 - t^2) / (4 + t^2), 4 the smaller group, t of 7."""
    low, high = [1, 2, 3, 4, 5], [6, 7, 8, 9]

    up, down = cliffs_delta(low, high, level=0.95), cliffs_delta(high, low, level=0.95)

    t = stats.t.ppf(0.975, 7)
    bound = (4 - t * t) / (4 + t * t)
    assert (up.estimate, up.lower, up.upper) == (1, pytest.approx(bound), 1)
    assert (down.estimate, down.lower, down.upper) == (-1, -1, pytest.approx(-bound))


def test_equal_scores_have_no_interval():
    """Where nobody differs from anybody delta is 0, and nothing says how sure that is."""
    found = cliffs_delta([70, 70], [70, 70, 70], level=0.95)

    assert found.estimate == 0
    assert not found.has_interval
    assert "All scores are equal" in found.remark


def test_a_single_score_has_no_interval():
    """One score against five: a figure, and a remark in place of the interval."""
    found = cliffs_delta([3], [1, 2, 3, 4, 5], level=0.95)

    assert found.estimate == 0
    assert not found.has_interval
    assert "a single score" in found.remark


def test_an_empty_side_is_a_sentence():
    """Without pairs there is nothing to compare; what was left out is said."""
    found = cliffs_delta([math.nan], [1, 2], level=0.95)

    assert found.estimate is None
    assert "there are no pairs to compare" in found.refusal
    assert "1 score is not a usable number" in found.refusal
