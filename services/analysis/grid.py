"""A grid: scores with few decimals, counted place by place instead of being sorted."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from services.analysis.sample import Real

Counts = NDArray[np.signedinteger[Any]]

_MOST_DECIMALS = 4
_MOST_PLACES = 2_000_000
_FEWEST = 2_000
"""Below this many, sorting is as fast."""
_GLANCE = 256


def counted(a: Real, b: Real) -> tuple[Counts, Counts]:
    """Return how often each distinct value is in `a` and in `b`, from the lowest value up.

    Both results are of one length, and no place is empty on both sides.
    """
    if len(a) + len(b) >= _FEWEST and (decimals := _decimals(a, b)) is not None:
        return _on_grid(a, b, decimals)
    _, places = np.unique(np.concatenate((a, b)), return_inverse=True)
    return _counts(places[: len(a)], places[len(a) :])


def _on_grid(a: Real, b: Real, decimals: int) -> tuple[Counts, Counts]:
    places = [np.rint(each * 10**decimals).astype(np.int64) for each in (a, b)]
    low = min(int(each.min()) for each in places)
    first, second = _counts(places[0] - low, places[1] - low)
    filled = (first + second) > 0
    return first[filled], second[filled]


def _counts(a: Counts, b: Counts) -> tuple[Counts, Counts]:
    length = 1 + int(max(a.max(), b.max()))
    return np.bincount(a, minlength=length), np.bincount(b, minlength=length)


def _decimals(a: Real, b: Real) -> int | None:
    """Return the fewest decimals that write every value exactly; None where a grid is no help."""
    reach = max(a.max(), b.max()) - min(a.min(), b.min())
    for decimals in range(_MOST_DECIMALS + 1):
        if reach * 10**decimals >= _MOST_PLACES:
            return None
        glances = (_fits(each[:_GLANCE], decimals) for each in (a, b))
        if all(glances) and _fits(a, decimals) and _fits(b, decimals):
            return decimals
    return None


def _fits(values: Real, decimals: int) -> bool:
    # A quotient of whole numbers is rounded as the decimal itself is when it is read.
    scaled = np.rint(values * 10**decimals)
    return bool((scaled / 10**decimals == values).all())
