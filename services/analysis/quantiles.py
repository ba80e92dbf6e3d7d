"""Quantiles: the middle of a group, and the ends of its middle half."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import bdtr
from scipy.stats import binom

from services.analysis.sample import ALL_EQUAL, Sample, left_out_words, remark, sample
from services.models.estimate import Estimate, refused

_METHOD = "median"


def median(values: ArrayLike, *, level: float) -> Estimate:
    """Return the median of `values` with the interval of two of them, in their unit.

    Of n values in order, the k-th from below and the k-th from above hold the median with
    probability 1 - 2 P(B < k), B binomial of n and 1/2 (Conover 1999, "Practical Nonparametric
    Statistics", 3rd edition, section 3.2; Thompson 1936, Annals of Mathematical Statistics 7,
    122-128); k is the largest that keeps this at `level` or above, whatever the distribution.
    Too few values, or values that are all equal, have a median and no interval. NaN and infinite
    values are left out, and the remark says how many.
    """
    taken = sample(values)
    if not taken.n:
        sentence = remark("There are no scores to take a median of.", left_out_words(taken))
        return refused(sentence, level=level, n=0, method=_METHOD)
    rank = _rank(taken.n, level=level) if taken.has_spread else 0
    middle, lower, upper = _middle(taken, rank)
    return Estimate(
        estimate=middle,
        lower=lower if rank else None,
        upper=upper if rank else None,
        level=level,
        n=taken.n,
        method=_METHOD,
        remark=remark(_no_interval(taken, rank, is_point=lower == upper), left_out_words(taken)),
    )


def quartiles(values: ArrayLike) -> tuple[float, float] | None:
    """Return the lower and the upper quartile of the usable values; None where there is none.

    Type 7 of Hyndman and Fan (1996), "Sample quantiles in statistical packages", The American
    Statistician 50, 361-365: linear between the values around place (n - 1) / 4 + 1.
    """
    taken = sample(values).values
    if not len(taken):
        return None
    lower, upper = np.quantile(taken, (0.25, 0.75), method="linear").tolist()
    return lower, upper


def _rank(n: int, *, level: float) -> int:
    """Return the largest k with 1 - 2 P(B < k) >= level; 0 where there is none."""
    tail = (1 - level) / 2
    rank = int(binom.ppf(tail, n, 0.5)) + 1
    while rank and bdtr(rank - 1, n, 0.5) > tail:
        rank -= 1
    return rank


def _middle(taken: Sample, rank: int) -> tuple[float, float, float]:
    """Return the median and the values at `rank` from below and from above."""
    n, place = taken.n, max(rank, 1) - 1
    places = [place, (n - 1) // 2, n // 2, n - 1 - place]
    ordered = np.partition(taken.values, sorted(set(places)))
    lower, left, right, upper = (float(ordered[each]) for each in places)
    return left + (right - left) / 2, lower, upper


def _no_interval(taken: Sample, rank: int, *, is_point: bool) -> str:
    if taken.n == 1:
        return "There is one score only, so that nothing can be said about the spread."
    if not taken.has_spread:
        return ALL_EQUAL
    if not rank:
        return f"{taken.n} scores are too few for an interval of the median at this level."
    return "So many scores equal the median that both ends are the median." if is_point else ""
