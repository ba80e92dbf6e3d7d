"""Binning: dots below fifty, else the same twenty bins for everybody."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.binning import distribution, edges


def test_a_scale_of_a_hundred_has_edges_at_the_fives():
    """Twenty bins, 21 edges, without a rounding error."""
    assert edges(0, 100) == tuple(float(five) for five in range(0, 101, 5))
    assert edges(0, 5)[1:3] == (0.25, 0.5)


def test_few_scores_are_kept_one_by_one():
    """Up to 49, ascending; what is no number is nowhere."""
    found = distribution([72, 70.5, math.nan, 71], low=0, high=100)

    assert found.values == (70.5, 71, 72)
    assert (found.edges, found.counts, found.beyond) == ((), (), 0)


def test_forty_nine_are_dots_and_fifty_are_bins():
    """The border that `MOST_DOTS` names."""
    dots = distribution(range(49), low=0, high=100)
    bins = distribution(range(50), low=0, high=100)

    assert (len(dots.values), dots.counts) == (49, ())
    assert (bins.values, bins.counts[:11]) == ((), (5,) * 10 + (0,))
    assert bins.edges == edges(0, 100)


def test_an_edge_belongs_to_the_bin_above_and_the_last_to_the_last():
    """0 is in the first, 5 in the second, 95 and 100 in the last."""
    found = distribution([0] * 20 + [5] * 20 + [95] * 20 + [100] * 20, low=0, high=100)

    assert found.counts == (20, 20, *(0,) * 17, 40)


@pytest.mark.parametrize("repeats", [1, 30])
def test_scores_beyond_the_scale_are_counted_apart(repeats):
    """-1 and 101 are in no bin; as dots they are drawn and counted."""
    found = distribution([-1, 50, 101] * repeats, low=0, high=100)

    assert found.beyond == 2 * repeats
    assert sum(found.counts) == (30 if repeats > 1 else 0)
    assert found.values == ((-1, 50, 101) if repeats == 1 else ())


def test_a_scale_without_a_width_has_no_bins():
    """Sixty scores on a scale from 5 to 5: none has a place."""
    found = distribution([5] * 60, low=5, high=5)

    assert (found.edges, found.counts, found.beyond) == ((), (), 60)


@given(
    tenths=st.lists(st.integers(-50, 1050), min_size=50, max_size=200),
    scale=st.sampled_from([(0, 100), (0, 5), (1, 6), (-3, 7)]),
)
def test_every_score_has_one_place(tenths, scale):
    """Bins and what lies beyond add up, and each bin holds what its edges say."""
    low, high = scale
    values = np.array(tenths) / 10

    found = distribution(values, low=low, high=high)

    ends = found.edges
    inside = [int(((values >= a) & (values < b)).sum()) for a, b in pairwise(ends)]
    inside[-1] += int((values == high).sum())
    assert list(found.counts) == inside
    assert sum(found.counts) + found.beyond == len(values)
