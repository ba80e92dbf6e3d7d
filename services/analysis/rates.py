"""Rates: how often something happens in an hour of interview."""

import math

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gammainccinv, gammaincinv

from services.analysis.means import t_quantile
from services.analysis.sample import Real, remark
from services.models import notation
from services.models.estimate import Estimate, refused

_METHOD = "signal_rate"
_HOUR_S = 3600
_LONGEST_S = 1e9
"""Thirty years: a longer interview is a mistake of a clock."""


def per_hour(events: ArrayLike, seconds: ArrayLike, *, level: float) -> Estimate:
    """Return events per hour; `events` and `seconds` hold one element an interview.

    All events over all hours: a ratio estimator, its variance linearised over interviews (Cochran
    1977, "Sampling Techniques", 3rd edition, section 2.11), with Student's t of n - 1: events come
    in bursts, and interviews differ more than chance alone would make them. As the formula
    promises too much of few events, no end is nearer than that of exact Poisson (Garwood 1936,
    "Fiducial limits for the Poisson distribution", Biometrika 28, 437-442); the lower end is cut
    at 0. Without any event the upper end is -ln(1 - level) events, the "rule of three" (Hanley and
    Lippman-Hand 1983, Journal of the American Medical Association 249, 1743-1745). One interview
    has no interval. Interviews of unknown length (NaN, 0 or less) or with an unknown number of
    events are left out, and the remark says how many.
    """
    counts, lengths = (np.asarray(each, dtype=np.float64).ravel() for each in (events, seconds))
    usable = (counts >= 0) & (counts < np.inf) & (lengths > 0) & (lengths <= _LONGEST_S)
    left_out = _left_out_words(len(usable) - int(usable.sum()))
    counts, hours = counts[usable], lengths[usable] / _HOUR_S
    n = len(counts)
    if not n:
        sentence = remark("No interview of known length was looked at.", left_out)
        return refused(sentence, level=level, n=0, method=_METHOD)
    ends = _ends(counts, hours, level=level)
    return Estimate(
        estimate=float(counts.sum() / hours.sum()),
        lower=ends and ends[0],
        upper=ends and ends[1],
        level=level,
        n=n,
        method=_METHOD,
        remark=remark(_words(counts, hours), left_out),
    )


def _ends(counts: Real, hours: Real, *, level: float) -> tuple[float, float] | None:
    n, total, time = len(counts), float(counts.sum()), float(hours.sum())
    if not total:
        return 0.0, -math.log(1 - level) / time
    if n == 1:
        return None
    rate, tail = total / time, (1 - level) / 2
    squares = float(np.square(counts - rate * hours).sum())
    reach = t_quantile(n - 1, level=level) * math.sqrt(squares * n / (n - 1)) / time
    lower = min(rate - reach, float(gammaincinv(total, tail)) / time)
    upper = max(rate + reach, float(gammainccinv(total + 1, tail)) / time)
    return max(0.0, lower), upper


def _words(counts: Real, hours: Real) -> str:
    if not counts.any():
        time = notation.number(float(hours.sum()), places=1)
        return f"No event in {time} hours: the upper end is what that leaves possible."
    if len(counts) == 1:
        return "There is one interview only, so that nothing says how far interviews differ."
    return ""


def _left_out_words(left_out: int) -> str:
    if not left_out:
        return ""
    was = "was" if left_out == 1 else "were"
    return f"{notation.count(left_out, 'interview')} of unknown length {was} left out."
