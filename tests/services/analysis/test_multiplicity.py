"""Holm's correction, and the level at which an interval says the same as it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.multitest import multipletests

from services.analysis.means import welch
from services.analysis.multiplicity import corrected_level, holm

p_values = st.lists(st.one_of(st.none(), st.floats(0, 1)), max_size=12)


def test_four_hypotheses_by_hand():
    """Holm (1979): the smallest times 4, the next times 3, and none below the one before it."""
    found = holm([0.01, 0.04, 0.03, 0.005])

    assert found == pytest.approx((0.03, 0.06, 0.06, 0.02))


def test_a_comparison_that_was_not_made_does_not_count():
    """Two comparisons and a refusal: the smaller is doubled, not tripled."""
    found = holm([None, 0.03, 0.02])

    assert found[0] is None
    assert found[1:] == pytest.approx((0.04, 0.04))


def test_nothing_compared():
    """Nothing in, nothing out; a NaN is no p-value."""
    assert holm([]) == ()
    assert holm([None, math.nan]) == (None, None)


@given(given=p_values)
def test_holm_rejects_what_the_procedure_rejects(given):
    """Step down from the smallest, as in the paper, at several levels."""
    adjusted = holm(given)

    made = sorted(p for p in given if p is not None)
    for alpha in (0.01, 0.05, 0.2):
        rejected = 0
        while rejected < len(made) and made[rejected] * (len(made) - rejected) < alpha:
            rejected += 1
        assert sum(p is not None and p < alpha for p in adjusted) == rejected
    assert [p is None for p in adjusted] == [p is None for p in given]


@pytest.mark.parametrize("given", [[0.01, 0.04, 0.03, 0.005], [0.2], [0.5, 0.5, 0, 1e-9, 1]])
def test_holm_equals_statsmodels(given):
    """The same adjusted p-values, ties and zeros included."""
    found = holm(given)

    assert found == pytest.approx(multipletests(given, method="holm")[1])


@given(given=st.lists(st.floats(0, 1), min_size=1, max_size=9), seed=st.randoms())
def test_order_does_not_matter_and_nothing_gets_smaller(given, seed):
    """Each p-value keeps its place and only grows, up to 1."""
    places = list(range(len(given)))
    seed.shuffle(places)

    plain, shuffled = holm(given), holm([given[place] for place in places])

    assert shuffled == tuple(plain[place] for place in places)
    assert all(p <= adjusted <= 1 for p, adjusted in zip(given, plain, strict=True))


@given(given=st.lists(st.floats(1e-12, 1), min_size=1, max_size=9))
def test_at_the_corrected_level_interval_and_procedure_agree(given):
    """A normal interval at that level excludes 0 exactly when the adjusted p is below 0.05."""
    adjusted = holm(given)

    for p, p_holm in zip(given, adjusted, strict=True):
        level = corrected_level(p, p_holm, level=0.95, tests=len(given))
        reach = stats.norm.isf((1 - level) / 2)
        if abs(p_holm - 0.05) > 1e-6:
            assert (stats.norm.isf(p / 2) > reach) == (p_holm < 0.05)


def test_one_of_three_differences_holds_after_the_correction():
    """Welch's intervals at the corrected levels: those that Holm rejects exclude 0."""
    pairs = [([1, 2, 3, 4], [11, 12, 13, 15]), ([1, 2, 3, 4], [3, 4, 5, 7]), ([1, 2], [4, 5])]
    tested = [welch(a, b, level=0.95) for a, b in pairs]

    adjusted = holm([each.p_value for each in tested])
    levels = [
        corrected_level(each.p_value, p, level=0.95, tests=3)
        for each, p in zip(tested, adjusted, strict=True)
    ]
    corrected = [
        welch(a, b, level=level).difference for (a, b), level in zip(pairs, levels, strict=True)
    ]

    assert [each.lower > 0 for each in corrected] == [p < 0.05 for p in adjusted]
    assert [p < 0.05 for p in adjusted] == [True, False, False]


def test_the_level_of_one_comparison_is_the_level_itself():
    """Nothing is corrected where one comparison was made; a ratio is never above 1."""
    assert corrected_level(0.03, 0.03, level=0.95, tests=1) == pytest.approx(0.95)
    assert corrected_level(0.5, 0.4, level=0.95, tests=3) == pytest.approx(0.95)


def test_a_p_value_of_zero_takes_the_number_of_tests():
    """0 / 0 says nothing; the smallest of four is tested at a quarter of 5 %."""
    found = corrected_level(0, 0, level=0.95, tests=4)

    assert found == pytest.approx(0.9875)
