"""ICC(2,1) and ICC(2,k) are those of Shrout and Fleiss, with McGraw and Wong's intervals."""

import warnings

import numpy as np
import pandas as pd
import pingouin
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from services.analysis.intraclass import icc

PUBLISHED = np.array(
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]],
    dtype=np.float64,
)
"""Shrout and Fleiss 1979, table 2: six targets by four judges."""

tables = arrays(
    np.float64,
    st.tuples(st.integers(3, 8), st.integers(2, 4)),
    elements=st.integers(0, 20).map(float),
)


def oracle(table, kind):
    """Return the estimate and interval of pingouin, whose interval has two decimals."""
    long = pd.DataFrame(
        [
            (target, judge, table[target, judge])
            for target in range(table.shape[0])
            for judge in range(table.shape[1])
        ],
        columns=["target", "judge", "score"],
    )
    with warnings.catch_warnings():
        # The oracle's own use of pandas is not ours to mend.
        warnings.simplefilter("ignore")
        found = pingouin.intraclass_corr(long, "target", "judge", "score").set_index("Type")
    return found.loc[kind, "ICC"], found.loc[kind, "CI95"]


def test_the_published_table():
    """Shrout and Fleiss 1979, table 4: ICC(2,1) = .29 and ICC(2,4) = .62."""
    single, mean = icc(PUBLISHED, level=0.95)

    assert round(single.estimate, 2) == 0.29
    assert round(mean.estimate, 2) == 0.62
    assert (single.n, single.method, mean.method) == (6, "icc2_1", "icc2_k")


@pytest.mark.parametrize(("place", "kind"), [(0, "ICC(A,1)"), (1, "ICC(A,k)")])
def test_the_intervals_are_those_of_mcgraw_and_wong(place, kind):
    """The package `pingouin` computes them by the same table."""
    expected, ends = oracle(PUBLISHED, kind)

    found = icc(PUBLISHED, level=0.95)[place]

    assert found.estimate == pytest.approx(expected)
    assert [round(found.lower, 2), round(found.upper, 2)] == pytest.approx(list(ends))


def test_the_intervals_of_a_larger_table():
    """Thirty targets, five judges with their own severity, drawn once."""
    random = np.random.default_rng(3)
    table = random.normal(size=(30, 1)) + random.normal(size=5) + random.normal(size=(30, 5))
    expected, ends = oracle(table, "ICC(A,1)")

    found, _ = icc(table, level=0.95)

    assert found.estimate == pytest.approx(expected)
    assert [round(found.lower, 2), round(found.upper, 2)] == pytest.approx(list(ends))


@given(tables, st.floats(-50, 50), st.sampled_from([0.01, 0.5, 100.0]))
def test_neither_shift_nor_unit_changes_it(table, shift, scale):
    """Shares or points, the correlation is the same."""
    assume(np.ptp(table) > 0)

    plain, moved = icc(table, level=0.95), icc(table * scale + shift, level=0.95)

    for one, other in zip(plain, moved, strict=True):
        assert (one.estimate is None) == (other.estimate is None)
        if one.estimate is not None:
            assert other.estimate == pytest.approx(one.estimate, rel=1e-6, abs=1e-6)


@given(tables)
def test_no_table_gives_a_figure_above_one(table):
    """Whatever the vendor sends: at most 1, the estimate within its interval, or a sentence."""
    for found in icc(table, level=0.95):
        assert found.refusal or found.estimate <= 1 + 1e-12
        if found.has_interval:
            assert found.lower - 1e-9 <= found.estimate <= found.upper + 1e-9 <= 1 + 2e-9
        elif found.estimate is not None:
            assert found.remark


@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_targets_and_judges_changes_nothing(table, random):
    """Rows and columns have no order."""
    rows = random.sample(range(table.shape[0]), table.shape[0])
    columns = random.sample(range(table.shape[1]), table.shape[1])

    plain, mixed = icc(table, level=0.95)[0], icc(table[rows][:, columns], level=0.95)[0]

    assert mixed.estimate == pytest.approx(plain.estimate, abs=1e-9)


@pytest.mark.parametrize(
    ("table", "why"),
    [
        (np.zeros((5, 1)), "Only one agent"),
        (np.zeros((1, 3)), "fewer than two targets"),
        (np.full((4, 3), 0.7), "no variation"),
        (np.array([[0.1, np.nan], [0.2, 0.3]]), "missing"),
        (np.array([[0.0, 1.0], [1.0, 0.0]]), "do not differ"),
    ],
)
def test_what_cannot_be_computed_says_why(table, why):
    """A sentence in the place of both figures."""
    single, mean = icc(table, level=0.95)

    assert (single.estimate, mean.estimate) == (None, None)
    assert why in single.refusal
    assert why in mean.refusal


def test_full_agreement_has_no_interval():
    """An interval from 1 to 1 would claim what nobody can know."""
    table = np.array([[0.1, 0.1], [0.8, 0.8], [0.4, 0.4]])

    for found in icc(table, level=0.95):
        assert found.estimate == pytest.approx(1)
        assert not found.has_interval
        assert "same on every target" in found.remark


def test_severity_counts_as_disagreement():
    """Agents one point apart everywhere are consistent, but do not give the same."""
    table = np.array([[1.0, 2.0], [4.0, 5.0], [7.0, 8.0]])

    single, mean = icc(table, level=0.95)

    assert single.estimate == pytest.approx(18 / (18 + 2 * 1.5 / 3))
    assert single.estimate < mean.estimate < 1


def test_a_mean_without_meaning_is_refused():
    """Judges who contradict each other: beyond the pole of Spearman and Brown there is nothing."""
    table = np.array([[0.0, 1.0], [1.0, 0.0], [0.0, 1.0], [1.0, 0.1]])

    single, mean = icc(table, level=0.95)

    assert single.estimate < -0.9
    assert mean.estimate is None
    assert "tells nothing" in mean.refusal
