"""Random effects: the mean of scores that each bring their own measurement error."""

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

from services.analysis.sample import Real
from services.models import notation
from services.models.estimate import Estimate, RandomEffects, refused

Mask = NDArray[np.bool_]

_METHOD = "random_effects"
_NARROWEST = 1e-6
"""Narrower bands are rounding noise of a band without a width, and would outweigh all others."""
_LARGEST = 1e9
"""Beyond it the squares of squares below lose their meaning; no score comes near it."""


@dataclass(frozen=True, slots=True)
class _Pooled:
    mean: float
    error: float
    tau_squared: float
    i_squared: float


def random_effects(
    values: ArrayLike, lowers: ArrayLike, uppers: ArrayLike, *, level: float, band_level: float
) -> RandomEffects:
    """Return the mean of `values` that counts their bands, and how far they differ beyond them.

    DerSimonian and Laird (1986), "Meta-analysis in clinical trials", Controlled Clinical Trials 7,
    177-188, with tau squared cut at 0; I squared after Higgins and Thompson (2002), "Quantifying
    heterogeneity in a meta-analysis", Statistics in Medicine 21, 1539-1558. The three arrays are of
    one length and in one unit. A band is taken as symmetric, normal and independent, at
    `band_level`: standard error = (upper - lower) / (2 z). Scores without a usable band are left
    out and counted: NaN, of zero width, reversed, or not around its score.
    """
    given = [np.asarray(each, dtype=np.float64).ravel() for each in (values, lowers, uppers)]
    usable = _usable(*given)
    n = int(usable.sum())
    left_out = len(usable) - n
    if n < 2:
        alone = given[0][usable]
        return RandomEffects(mean=_without(alone, left_out, level=level), left_out=left_out)
    found = _pooled(given[0], _weights(given[1], given[2], usable, z=_z(band_level)), n=n)
    reach = _z(level) * found.error
    return RandomEffects(
        mean=Estimate(
            estimate=found.mean,
            lower=found.mean - reach,
            upper=found.mean + reach,
            level=level,
            n=n,
            method=_METHOD,
            remark=_left_out_words(left_out),
        ),
        tau_squared=found.tau_squared,
        i_squared=found.i_squared,
        left_out=left_out,
    )


def random_effects_difference(a: RandomEffects, b: RandomEffects, *, level: float) -> Estimate:
    """Return the mean of `b` minus that of `a`, both counting the bands, in the unit of the mean.

    The two are independent and normal: the variances, read from the intervals at their own
    levels, add up. A mean without an interval leaves the difference without one.
    """
    n = a.mean.n + b.mean.n
    if a.mean.estimate is None or b.mean.estimate is None:
        sentence = a.mean.refusal or b.mean.refusal
        return refused(sentence, level=level, n=n, method=_METHOD)
    difference = b.mean.estimate - a.mean.estimate
    errors = _error(a.mean), _error(b.mean)
    reach = None if None in errors else _z(level) * math.hypot(*filter(None, errors))
    left_out = _left_out_words(a.left_out + b.left_out)
    alone = "" if reach is not None else "One side has a single usable band, so no interval. "
    return Estimate(
        estimate=difference,
        lower=None if reach is None else difference - reach,
        upper=None if reach is None else difference + reach,
        level=level,
        n=n,
        method=_METHOD,
        remark=f"{alone}{left_out}".strip(),
    )


def _weights(lowers: Real, uppers: Real, usable: Mask, *, z: float) -> Real:
    """Return 1 / standard error squared of each score, and 0 where the band is not usable.

    Weighing by 0 spares the copies that picking the usable ones would take.
    """
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        weights: Real = np.square(2 * z / (uppers - lowers))
    weights[~usable] = 0
    return weights


def _pooled(values: Real, weights: Real, *, n: int) -> _Pooled:
    """Pool the `n` values that have a weight; at least two have one."""
    total = float(weights.sum())
    # Distances from one of the values keep the squares small where all are far from 0.
    base = float(values[int(weights.argmax())])
    shifted = np.where(weights > 0, values, base) - base
    weighted = weights * shifted
    fixed = float(weighted.sum()) / total
    spread = max(0.0, float(weighted @ shifted) - fixed * fixed * total)
    freedom = n - 1
    # The sum of w (1 - w / total) stays above 0 where one weight dwarfs the others.
    scale = float(weights @ (1 - weights / total))
    tau_squared = max(0.0, (spread - freedom) / scale)
    if tau_squared:
        weights = weights / (1 + tau_squared * weights)
        total = float(weights.sum())
        fixed = float(weights @ shifted) / total
    return _Pooled(
        mean=base + fixed,
        error=total**-0.5,
        tau_squared=tau_squared,
        i_squared=max(0.0, (spread - freedom) / spread) if spread else 0.0,
    )


def _usable(values: Real, lowers: Real, uppers: Real) -> Mask:
    within = (lowers >= -_LARGEST) & (uppers <= _LARGEST)
    within &= (lowers <= values) & (values <= uppers)
    with np.errstate(invalid="ignore"):
        within &= uppers - lowers >= _NARROWEST
    return within


def _without(kept: Real, left_out: int, *, level: float) -> Estimate:
    """Return what can be said of fewer than two scores with a band."""
    if not len(kept):
        sentence = "No score has a usable band, so that no mean can count the bands."
        return refused(sentence, level=level, n=0, method=_METHOD)
    alone = "One score only has a usable band, so that nothing says how far interviews differ."
    return Estimate(
        estimate=float(kept[0]),
        level=level,
        n=1,
        method=_METHOD,
        remark=f"{alone} {_left_out_words(left_out)}".strip(),
    )


def _left_out_words(left_out: int) -> str:
    if not left_out:
        return ""
    was = "has no usable band and was" if left_out == 1 else "have no usable band and were"
    return f"{notation.count(left_out, 'score')} {was} left out."


def _error(mean: Estimate) -> float | None:
    if mean.lower is None or mean.upper is None:
        return None
    return (mean.upper - mean.lower) / (2 * _z(mean.level))


def _z(level: float) -> float:
    return NormalDist().inv_cdf((1 + level) / 2)
