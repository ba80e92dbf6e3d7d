"""Alpha is Krippendorff's, its interval minds what belongs together, and nothing is made up."""

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from services.analysis.agreement import (
    alpha_of,
    clustered_error,
    judged,
    judged_in_order,
    krippendorff_alpha,
)

NOT_GIVEN = np.nan
PUBLISHED = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, NOT_GIVEN, NOT_GIVEN, NOT_GIVEN],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NOT_GIVEN, 3],
        [NOT_GIVEN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NOT_GIVEN],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NOT_GIVEN],
    ]
)
"""Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C: observers x units."""


def told(table):
    """Return the judgements of a (judges x targets) table one by one, without the missing ones."""
    judges, targets = np.nonzero(~np.isnan(table))
    return table[judges, targets], targets


tables = arrays(
    np.float64,
    st.tuples(st.integers(2, 4), st.integers(2, 7)),
    elements=st.one_of(st.integers(0, 5).map(float), st.just(np.nan)),
)


def usable(table):
    """Tell whether alpha is defined: a pair on some target, and any variation among pairs."""
    pairable = table[:, (~np.isnan(table)).sum(axis=0) >= 2]
    values = pairable[~np.isnan(pairable)]
    return len(values) > 0 and np.ptp(values) > 0


def test_the_published_reliability_data():
    """Krippendorff 2011, section E: interval data, alpha = 0.849, unit 12 has no pair."""
    shares, targets = told(PUBLISHED)

    found = krippendorff_alpha(shares, targets, level=0.95)

    assert round(found.estimate, 3) == 0.849
    assert (found.n, found.method, found.level) == (11, "krippendorff_alpha", 0.95)
    assert found.lower < found.estimate < found.upper < 1


def test_alpha_by_hand():
    """Pairs (0, 1) and (1, 0): s2 = 1/2 in each, S2 = 1/3, so alpha = 1 - 3/2."""
    shares, targets = np.array([0.0, 1.0, 1.0, 0.0]), np.array([0, 0, 1, 1])

    found = krippendorff_alpha(shares, targets, level=0.95)

    assert found.estimate == pytest.approx(-0.5)


@given(tables)
def test_alpha_is_that_of_the_package(table):
    """With missing cells, for any small table: the package `krippendorff` is the oracle."""
    assume(usable(table))
    expected = krippendorff.alpha(table, level_of_measurement="interval")

    found = krippendorff_alpha(*told(table), level=0.95)

    assert found.estimate == pytest.approx(expected, abs=1e-9)


@given(tables, st.floats(-50, 50), st.sampled_from([0.01, 0.2, 3.0, 100.0]))
def test_neither_shift_nor_unit_changes_alpha(table, shift, scale):
    """Shares or points, the agreement is the same."""
    assume(usable(table))

    plain = krippendorff_alpha(*told(table), level=0.95)
    moved = krippendorff_alpha(*told(table * scale + shift), level=0.95)

    assert moved.estimate == pytest.approx(plain.estimate, abs=1e-6)
    assert moved.has_interval == plain.has_interval


@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_judgements_changes_nothing(table, random):
    """Who judged first is of no account."""
    assume(usable(table))
    shares, targets = told(table)
    order = random.sample(range(len(shares)), len(shares))

    plain = krippendorff_alpha(shares, targets, level=0.9)
    mixed = krippendorff_alpha(shares[order], targets[order], level=0.9)

    assert mixed.estimate == pytest.approx(plain.estimate, abs=1e-9)
    assert mixed.has_interval == plain.has_interval
    if plain.has_interval:
        assert mixed.lower == pytest.approx(plain.lower, rel=1e-6, abs=1e-9)


def test_the_interval_by_hand():
    """Five targets as five clusters, each two apart: t with four degrees is 2.7764.

    Around the mean 4 the parts of all disagreement are 20, 4, 4, 20 and 2 of 50, those within 1/5
    each. The residuals are -0.2, 0.12, 0.12, -0.2 and 0.16, the variance 5/4 x 0.1344 = 0.168.
    """
    shares = np.array([0.0, 2.0, 2.0, 4.0, 4.0, 6.0, 6.0, 8.0, 3.0, 5.0])
    half = 2.7764451052 * np.sqrt(0.168)

    found = krippendorff_alpha(shares, np.repeat(np.arange(5), 2), level=0.95)

    assert found.estimate == pytest.approx(1 - 0.36)
    assert found.upper == pytest.approx(1 - 0.36 * np.exp(-half))
    assert found.lower == pytest.approx(1 - 0.36 * np.exp(half))


def test_targets_of_one_interview_are_no_independent_evidence():
    """Every target given twice within its interview: same alpha, no narrower interval."""
    shares, targets = told(PUBLISHED)
    twice = np.concatenate([shares, shares])
    copies, interviews = np.concatenate([targets, targets + 12]), np.concatenate([targets, targets])

    honest = krippendorff_alpha(twice, copies, clusters=interviews, level=0.95)
    naive = krippendorff_alpha(twice, copies, level=0.95)
    plain = krippendorff_alpha(shares, targets, level=0.95)

    assert naive.upper - naive.lower < honest.upper - honest.lower
    assert honest.upper - honest.estimate == pytest.approx(plain.upper - plain.estimate, abs=0.02)


def test_the_interval_holds_the_truth_as_often_as_it_says():
    """Simulated: variance 0.6 between targets (0.3 of it shared within an interview), 0.4 error."""
    random = np.random.default_rng(7)
    targets = np.repeat(np.arange(400), 3)
    held = 0

    for _ in range(300):
        truth = np.repeat(random.normal(size=100), 4) + random.normal(size=400)
        noise = random.normal(size=1200) * np.sqrt(0.4)
        shares = np.repeat(truth, 3) * np.sqrt(0.3) + noise
        found = krippendorff_alpha(shares, targets, clusters=targets // 4, level=0.95)
        held += found.lower <= 0.6 <= found.upper

    assert 0.90 <= held / 300 <= 0.98


@pytest.mark.parametrize(
    ("shares", "targets", "why"),
    [
        ([], [], "No two agents"),
        ([0.1, 0.9], [0, 1], "No two agents"),
        ([0.7, 0.7, 0.7, 0.7], [0, 0, 1, 1], "no variation"),
        ([np.nan, 0.2, 0.3], [0, 0, 1], "No two agents"),
        ([np.inf, 0.2, 0.3], [0, 0, 1], "No two agents"),
    ],
)
def test_what_cannot_be_computed_says_why(shares, targets, why):
    """A sentence in the place of a number, never NaN."""
    judgements = np.array(shares, dtype=np.float64), np.array(targets, dtype=np.int64)

    found = krippendorff_alpha(*judgements, level=0.95)

    assert found.estimate is None
    assert why in found.refusal


def test_full_agreement_has_no_interval():
    """An interval from 1 to 1 would claim what nobody can know."""
    shares, targets = np.array([0.2, 0.2, 0.9, 0.9]), np.array([0, 0, 1, 1])

    found = krippendorff_alpha(shares, targets, level=0.95)

    assert found.estimate == 1
    assert not found.has_interval
    assert "same on every target" in found.remark


@pytest.mark.parametrize("interviews", [1, 4])
def test_few_interviews_give_no_interval(interviews):
    """Few clusters know little of another one, and what looks narrow there is so by luck."""
    shares, targets = told(PUBLISHED)
    few = np.arange(len(targets)) % interviews

    found = krippendorff_alpha(shares, targets, clusters=few, level=0.95)

    assert round(found.estimate, 3) == 0.849
    assert not found.has_interval
    assert "Fewer than 5 interviews, or questions of one" in found.remark


def test_an_interval_below_what_alpha_can_be_is_withheld():
    """All disagreement in one of five targets: the interval would begin at -4.8, alpha cannot."""
    shares = np.array([0.0, 10.0, 0.0, 0.0, 10.0, 10.0, 0.0, 0.0, 10.0, 10.0])

    found = krippendorff_alpha(shares, np.repeat(np.arange(5), 2), level=0.95)

    assert found.estimate == pytest.approx(0.64)
    assert not found.has_interval
    assert "below −1" in found.remark


@given(tables)
def test_alpha_and_its_interval_are_where_alpha_can_be(table):
    """Above −1 and not above 1, for any table of judgements."""
    assume(usable(table))

    found = krippendorff_alpha(*told(table), level=0.95)

    assert -1 < found.estimate <= 1
    assert not found.has_interval or -1 <= found.lower <= found.estimate <= found.upper <= 1


def test_the_computer_s_last_digit_is_no_disagreement():
    """7.2 of 9 and 8 of 10 are the same share, although 7.2 / 9 is not 0.8 for a computer."""
    shares, targets = np.array([0.6 * 3 / 3, 0.1 + 0.5, 7.2 / 9, 0.8]), np.array([0, 0, 1, 1])

    sums = judged(shares, targets)

    assert sums.squares.tolist() == [0, 0]


@given(tables)
def test_sorted_judgements_sum_up_to_the_same(table):
    """The short way for sorted judgements is the long way."""
    shares, targets = told(table)
    order = np.argsort(targets, kind="stable")
    shares, targets = shares[order], targets[order]
    present = np.unique(targets)

    quick = judged_in_order(shares, np.searchsorted(targets, present))
    plain = judged(shares, targets).only(present)

    assert quick.count.tolist() == plain.count.tolist()
    assert quick.mean == pytest.approx(plain.mean)
    assert quick.squares == pytest.approx(plain.squares, abs=1e-12)


def test_a_target_nobody_judged_is_not_there():
    """Numbers may have gaps: a gap is no target."""
    shares, targets = np.array([0.0, 1.0, 2.0, 4.0]), np.array([0, 0, 5, 5])

    sums = judged(shares, targets)
    found = alpha_of(sums, clusters=np.arange(len(sums)), level=0.95)

    assert len(sums) == 6
    assert sums.deviation[0] == pytest.approx(np.sqrt(0.5))
    assert np.isnan(sums.deviation[1])
    assert found.n == 2


def test_the_error_of_clusters_by_hand():
    """Clusters 4 and 9 sum up to 1 and -1: sqrt(2/1 x 2) = 2; an empty number is no cluster."""
    parts, clusters = np.array([0.25, 0.75, -1.0]), np.array([4, 4, 9])

    error = clustered_error(parts, clusters)

    assert (error.error, error.clusters) == (2, 2)
    assert error.half(0.95) == pytest.approx(2 * 12.7062047362)
