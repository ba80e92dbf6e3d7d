"""Random effects: the mean that counts the bands, against a published meta-analysis."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.stats.meta_analysis import combine_effects

from services.analysis.random_effects import random_effects, random_effects_difference
from services.models.estimate import RandomEffects, refused

Z = 1.959963984540054

# Colditz et al. (1994), Journal of the American Medical Association 271, 698-702: thirteen trials
# of the BCG vaccine. Ill and not ill of the vaccinated, then ill and not ill of the others.
BCG = np.array(
    [
        (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619),
        (33, 5036, 47, 5761), (180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892),
        (29, 7470, 45, 7232), (17, 1699, 65, 1600), (186, 50448, 141, 27197), (5, 2493, 3, 2338),
        (27, 16886, 29, 17825),
    ],
    dtype=float,
)  # fmt: skip

banded = st.lists(
    st.tuples(st.integers(0, 100), st.integers(1, 40).map(lambda quarters: quarters / 4)),
    min_size=2,
    max_size=20,
    unique_by=lambda pair: pair[0],
)
wide = st.lists(st.tuples(st.integers(68, 72), st.integers(20, 40)), min_size=2, max_size=20)
"""Bands so wide that they alone explain how far the scores differ."""


def bcg():
    """Return the log risk ratios of the trials and their variances."""
    ill, well, others_ill, others_well = BCG.T
    vaccinated, others = ill + well, others_ill + others_well
    ratios = np.log(ill / vaccinated) - np.log(others_ill / others)
    return ratios, 1 / ill - 1 / vaccinated + 1 / others_ill - 1 / others


def pooled(pairs, *, level=0.95, band_level=0.95):
    """Pool scores given as (score, half width of the band)."""
    values, widths = np.array(pairs, dtype=float).T
    return random_effects(
        values, values - widths, values + widths, level=level, band_level=band_level
    )


def test_the_bcg_trials_as_published():
    """DerSimonian-Laird: log risk ratio -0.7141, tau² 0.3088, I² 92.12 % (metafor, dat.bcg)."""
    values, variances = bcg()
    reach = Z * np.sqrt(variances)

    found = random_effects(values, values - reach, values + reach, level=0.95, band_level=0.95)

    assert found.mean.estimate == pytest.approx(-0.7141, abs=5e-5)
    assert (found.mean.lower, found.mean.upper) == pytest.approx((-1.0644, -0.3638), abs=5e-5)
    assert found.tau_squared == pytest.approx(0.3088, abs=5e-5)
    assert found.i_squared == pytest.approx(0.9212, abs=5e-5)
    assert (found.mean.n, found.mean.method, found.left_out) == (13, "random_effects", 0)


def heterogeneity(pairs):
    """Return Cochran's Q of scores given as (score, half width at 95 %), by its definition."""
    values, widths = np.array(pairs, dtype=float).T
    weights = (Z / widths) ** 2
    return float((weights * (values - np.average(values, weights=weights)) ** 2).sum())


@given(pairs=banded)
def test_it_equals_statsmodels(pairs):
    """Mean, interval, tau squared and I squared are those of combine_effects.

    Statsmodels does not cut tau squared at 0, so that only what differs beyond the bands counts.
    """
    assume(heterogeneity(pairs) > len(pairs) - 1 + 1e-6)

    found = pooled(pairs)

    values, widths = np.array(pairs, dtype=float).T
    oracle = combine_effects(values, (widths / Z) ** 2, method_re="chi2", alpha=0.05)
    mean, _, lower, upper, *_ = oracle.summary_frame().loc["random effect"]
    assert found.mean.estimate == pytest.approx(mean)
    assert (found.mean.lower, found.mean.upper) == pytest.approx((lower, upper))
    assert found.tau_squared == pytest.approx(oracle.tau2, rel=1e-6)
    assert found.i_squared == pytest.approx(oracle.i2, rel=1e-6)


@given(pairs=wide)
def test_without_more_spread_than_the_bands_it_is_the_mean_weighed_by_them(pairs):
    """Where Q is below its degrees of freedom, tau squared and I squared are 0."""
    assert heterogeneity(pairs) < len(pairs) - 1

    found = pooled(pairs)

    values, widths = np.array(pairs, dtype=float).T
    assert (found.tau_squared, found.i_squared) == (0, 0)
    assert found.mean.estimate == pytest.approx(np.average(values, weights=widths**-2.0))
    assert found.mean.upper - found.mean.estimate == pytest.approx((widths**-2.0).sum() ** -0.5)


@given(pairs=banded, by=st.integers(-100, 100), times=st.integers(1, 9), seed=st.randoms())
def test_it_moves_with_its_values(pairs, by, times, seed):
    """Order changes nothing; a shift and a stretch are those of the mean."""
    moved = [(times * value + by, times * width) for value, width in pairs]
    seed.shuffle(moved)

    plain, found = pooled(pairs), pooled(moved)

    assert found.mean.estimate == pytest.approx(times * plain.mean.estimate + by, abs=1e-6)
    assert found.tau_squared == pytest.approx(times**2 * plain.tau_squared, rel=1e-6, abs=1e-6)
    assert found.i_squared == pytest.approx(plain.i_squared, abs=1e-6)
    assert 0 <= found.i_squared < 1


def test_equal_scores_differ_by_no_more_than_their_bands():
    """No spread beyond the bands: tau squared is 0, and the interval is the one of the bands."""
    found = pooled([(70, 2), (70, 2), (70, 2), (70, 2)])

    assert (found.tau_squared, found.i_squared) == (0, 0)
    assert (found.mean.lower, found.mean.upper) == pytest.approx((69, 71))


def test_the_level_of_the_bands_decides_their_errors():
    """The same bands at 90 % mean larger standard errors than at 95 %: by 1.96 / 1.645."""
    pairs = [(70, 2), (70, 2)]

    at_95, at_90 = pooled(pairs), pooled(pairs, band_level=0.9)

    ratio = (at_90.mean.upper - 70) / (at_95.mean.upper - 70)
    assert ratio == pytest.approx(Z / 1.6448536)


NAN, INF = math.nan, math.inf


@pytest.mark.parametrize(
    ("value", "lower", "upper"),
    [
        (70, NAN, NAN),
        (70, NAN, 75),
        (NAN, 65, 75),
        (INF, 65, INF),
        (70, -INF, 75),
        (70, 70, 70),
        (0.3, 0.3, 0.30000000000000004),
        (70, 75, 65),
        (60, 65, 75),
        (80, 65, 75),
    ],
)
def test_a_score_without_a_usable_band_is_left_out_and_counted(value, lower, upper):
    """None given, no width, reversed, infinite, or not around its score: in no figure, but said."""
    plain = random_effects([60, 80], [55, 75], [65, 85], level=0.95, band_level=0.95)

    found = random_effects(
        [60, value, 80], [55, lower, 75], [65, upper, 85], level=0.95, band_level=0.95
    )

    assert found.left_out == 1
    assert found.mean.remark == "1 score has no usable band and was left out."
    assert found.mean.estimate == plain.mean.estimate
    assert (found.mean.n, found.tau_squared) == (2, plain.tau_squared)


def test_no_band_at_all_is_a_sentence():
    """Without a single usable band there is no such mean."""
    found = random_effects([70, 71], [NAN, 72], [NAN, 70], level=0.95, band_level=0.95)

    assert found.mean.refusal.startswith("No score has a usable band")
    assert (found.tau_squared, found.i_squared, found.left_out) == (None, None, 2)


def test_one_band_has_no_interval():
    """One interview's own band says nothing about others."""
    found = random_effects([70, 71], [65, NAN], [75, NAN], level=0.95, band_level=0.95)

    assert found.mean.estimate == 70
    assert not found.mean.has_interval
    assert found.mean.remark.startswith("One score only has a usable band")
    assert (found.tau_squared, found.left_out) == (None, 1)


def test_one_band_that_dwarfs_all_others():
    """A band a million times narrower leaves every figure finite."""
    found = pooled([(50, 1e-6), (60, 30), (90, 20)])

    figures = (found.mean.estimate, found.mean.lower, found.mean.upper, found.tau_squared)
    assert all(map(math.isfinite, figures))
    assert found.tau_squared > 0


def test_the_difference_adds_the_variances():
    """Half widths of 3 and 4 at 95 %: 10 apart, plus and minus 5."""
    a, b = pooled([(60, 3), (60, 3)]), pooled([(70, 4), (70, 4)])

    found = random_effects_difference(a, b, level=0.95)

    half = 5 / math.sqrt(2)
    assert found.estimate == pytest.approx(10)
    assert (found.lower, found.upper) == pytest.approx((10 - half, 10 + half))
    assert (found.n, found.method) == (4, "random_effects")


def test_the_difference_reads_each_mean_at_its_own_level():
    """Means given at 90 % have the same errors as at 95 %."""
    a, b = [(60, 3), (64, 3)], [(70, 4), (75, 2)]

    at_95 = random_effects_difference(pooled(a), pooled(b), level=0.95)
    at_90 = random_effects_difference(pooled(a, level=0.9), pooled(b), level=0.95)

    assert (at_90.lower, at_90.upper) == pytest.approx((at_95.lower, at_95.upper))


def test_a_difference_with_one_band_on_a_side_has_no_interval():
    """A figure, the reason, and what was left out."""
    alone = random_effects([70, 71], [65, NAN], [75, NAN], level=0.95, band_level=0.95)

    found = random_effects_difference(alone, pooled([(80, 2), (82, 2)]), level=0.95)

    assert found.estimate == pytest.approx(11)
    assert not found.has_interval
    assert found.remark == (
        "One side has a single usable band, so no interval. "
        "1 score has no usable band and was left out."
    )


def test_a_refused_side_refuses_the_difference():
    """The reason of the side that has no mean stands for the difference."""
    none = RandomEffects(
        mean=refused("No bands.", level=0.95, n=0, method="random_effects"), left_out=3
    )

    found = random_effects_difference(pooled([(80, 2), (82, 2)]), none, level=0.95)

    assert (found.estimate, found.refusal) == (None, "No bands.")
