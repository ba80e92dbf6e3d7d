"""Counting places of a grid equals counting distinct values after sorting them."""

import numpy as np
import pytest

from services.analysis.grid import counted


def expected(a, b):
    """Count each distinct value of both sides by numpy's own sorting."""
    values = np.unique(np.concatenate((a, b)))
    return [[int((side == value).sum()) for value in values] for side in (a, b)]


@pytest.mark.parametrize("n", [5, 3000])
@pytest.mark.parametrize("decimals", [0, 1, 4, 9])
def test_each_distinct_value_is_counted_once(n, decimals):
    """Small and large groups, on a grid or on none, with negative values too."""
    random = np.random.default_rng(decimals)
    a = np.round(random.normal(0, 3, n), decimals)
    b = np.round(random.normal(1, 3, n + 1), decimals)[: 200 if decimals > 4 else None]

    found = counted(a, b)

    assert [side.tolist() for side in found] == expected(a, b)


def test_a_value_beside_the_grid_is_not_moved_onto_it():
    """0.1 + 0.2 is not 0.3: one such value among thousands, and nothing is rounded away."""
    a = np.append(np.full(3000, 0.3), 0.1 + 0.2)
    b = np.full(10, 0.3)

    found = counted(a, b)

    assert [side.tolist() for side in found] == [[3000, 1], [10, 0]]


def test_a_wide_grid_is_sorted():
    """Values a billion apart would need a billion places."""
    a, b = np.append(np.arange(3000.0), 1e9), np.array([1.0, 1e9])

    first, second = counted(a, b)

    assert (len(first), int(first.sum()), int(second.sum())) == (3001, 3001, 2)
