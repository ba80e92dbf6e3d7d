"""Effect sizes: how far two groups are apart, free of the unit; positive when b is higher."""

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gammaln

from services.analysis.grid import Counts, counted
from services.analysis.means import no_comparison, t_quantile
from services.analysis.sample import left_out_words, remark, sample
from services.models.estimate import Estimate, refused

_HEDGES = "hedges_g"
_CLIFF = "cliffs_delta"


def hedges_g(a: ArrayLike, b: ArrayLike, *, level: float) -> Estimate:
    """Return the difference of the means, b minus a, in pooled standard deviations.

    Hedges and Olkin (1985), "Statistical Methods for Meta-Analysis", chapter 5: d = (mean of b -
    mean of a) / s, s pooled over both sides, times the exact correction
    J(m) = gamma(m / 2) / (sqrt(m / 2) gamma((m - 1) / 2)) with m = n_a + n_b - 2, and the interval
    g ± z sqrt((n_a + n_b) / (n_a n_b) + g^2 / (2 (n_a + n_b))). Refused where the means cannot be
    compared. `n` counts both sides. NaN and infinite values are left out and counted.
    """
    first, second = sample(a), sample(b)
    n = first.n + second.n
    if obstacle := no_comparison(first, second):
        return refused(obstacle, level=level, n=n, method=_HEDGES)
    squares = (first.n - 1) * first.variance + (second.n - 1) * second.variance
    g = correction(n - 2) * (second.mean - first.mean) / math.sqrt(squares / (n - 2))
    error = math.sqrt(n / (first.n * second.n) + g * g / (2 * n))
    reach = NormalDist().inv_cdf((1 + level) / 2) * error
    return Estimate(
        estimate=g,
        lower=g - reach,
        upper=g + reach,
        level=level,
        n=n,
        method=_HEDGES,
        remark=left_out_words(first, second),
    )


def correction(freedom: int) -> float:
    """Return J of two or more degrees of freedom: what makes Hedges' g unbiased, below 1."""
    return math.exp(gammaln(freedom / 2) - gammaln((freedom - 1) / 2)) / math.sqrt(freedom / 2)


def cliffs_delta(a: ArrayLike, b: ArrayLike, *, level: float) -> Estimate:
    """Return how much oftener a score of `b` is above one of `a` than below it, -1 to 1.

    Over all pairs, the share above minus the share below. Variance: the unbiased estimate of Cliff
    (1993), "Dominance statistics", Psychological Bulletin 114, 494-509, at least
    (1 - d^2) / (n_a n_b - 1) (Cliff 1996). Interval: the asymmetric one of Feng and Cliff (2004),
    "Monte Carlo evaluation of ordinal d with improved confidence interval", Journal of Modern
    Applied Statistical Methods 3, 322-332, with Student's t of n_a + n_b - 2; where the groups do
    not overlap, their (n - t^2) / (n + t^2) of the smaller group. `n` counts both sides.
    """
    first, second = sample(a), sample(b)
    n, words = first.n + second.n, left_out_words(first, second)
    if not first.n or not second.n:
        sentence = remark("One side has no scores, so that there are no pairs to compare.", words)
        return refused(sentence, level=level, n=n, method=_CLIFF)
    found = _dominance(*counted(first.values, second.values))
    ends, why = None, _no_interval(found)
    if not why:
        ends = _ends(found, t_quantile(n - 2, level=level))
    return Estimate(
        estimate=found.delta,
        lower=ends and ends[0],
        upper=ends and ends[1],
        level=level,
        n=n,
        method=_CLIFF,
        remark=remark(why, words),
    )


@dataclass(frozen=True, slots=True)
class _Dominance:
    delta: float
    a: int
    """How many scores there are on this side."""
    b: int
    all_tied: bool
    squares: tuple[float, float, float]
    """Squared deviations from delta: of each of a from b, of each of b from a, of all pairs."""


def _dominance(a: Counts, b: Counts) -> _Dominance:
    """Compare all pairs by how often each value, in ascending order, is on each side."""
    n_a, n_b = int(a.sum()), int(b.sum())
    of_a = n_b - 2 * np.cumsum(b) + b
    """For each value, how many of b are above it less how many are below."""
    of_b = 2 * np.cumsum(a) - a - n_a
    pairs = n_a * n_b
    delta = int(a @ of_a) / pairs
    untied = pairs - int(a @ b)
    return _Dominance(
        delta=delta,
        a=n_a,
        b=n_b,
        all_tied=not untied,
        squares=(
            float(a @ np.square(of_a / n_b - delta)),
            float(b @ np.square(of_b / n_a - delta)),
            untied - pairs * delta * delta,
        ),
    )


def _variance(found: _Dominance) -> float:
    """Return the variance of delta; at least two scores on each side."""
    a, b, d = found.a, found.b, found.delta
    rows, columns, pairs = found.squares
    estimate = (b * b * rows + a * a * columns - pairs) / (a * b * (a - 1) * (b - 1))
    return max(estimate, (1 - d * d) / (a * b - 1))


def _ends(found: _Dominance, t: float) -> tuple[float, float]:
    d = found.delta
    if abs(d) == 1:
        fewest = min(found.a, found.b)
        bound = (fewest - t * t) / (fewest + t * t)
        return (bound, 1.0) if d > 0 else (-1.0, -bound)
    variance = _variance(found)
    room = 1 - d * d
    reach = t * math.sqrt(variance * (room * room + t * t * variance))
    scale = room + t * t * variance
    return max(-1.0, (d * room - reach) / scale), min(1.0, (d * room + reach) / scale)


def _no_interval(found: _Dominance) -> str:
    if found.all_tied:
        return "All scores are equal, so that nothing can be said about chance."
    if min(found.a, found.b) < 2:
        return "One side has a single score, so that nothing can be said about chance."
    return ""
