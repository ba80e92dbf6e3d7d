"""Rates: how often something happens in an hour of interview."""

import math

from numpy.typing import ArrayLike
from scipy.special import gammainccinv, gammaincinv

from services.analysis.means import t_quantile
from services.analysis.sample import remark
from services.analysis.tallies import Tally, tally
from services.models import notation
from services.models.estimate import Estimate, refused

_METHOD = "signal_rate"


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
    return tallied_per_hour(tally(events, seconds), level=level)


def tallied_per_hour(found: Tally, *, level: float) -> Estimate:
    """Return events per hour as `per_hour` does, of interviews that are summed already."""
    left_out = _left_out_words(found.interviews - found.timed)
    if not found.timed:
        sentence = remark("No interview of known length was looked at.", left_out)
        return refused(sentence, level=level, n=0, method=_METHOD)
    ends = _ends(found, level=level)
    return Estimate(
        estimate=found.events / found.hours,
        lower=ends and ends[0],
        upper=ends and ends[1],
        level=level,
        n=found.timed,
        method=_METHOD,
        remark=remark(_words(found), left_out),
    )


def _ends(found: Tally, *, level: float) -> tuple[float, float] | None:
    n, total, time = found.timed, found.events, found.hours
    if not total:
        return 0.0, -math.log(1 - level) / time
    if n == 1:
        return None
    rate, tail = total / time, (1 - level) / 2
    reach = t_quantile(n - 1, level=level) * math.sqrt(_squares(found) * n / (n - 1)) / time
    lower = min(rate - reach, float(gammaincinv(total, tail)) / time)
    upper = max(rate + reach, float(gammainccinv(total + 1, tail)) / time)
    return max(0.0, lower), upper


def _squares(found: Tally) -> float:
    """Return the sum of squared residuals: of each interview's events, those its hours predict.

    Multiplied out. Where they nearly cancel, events are more even than chance would make them, and
    the ends are those of Poisson; rounding must not leave less than 0.
    """
    rate = found.events / found.hours
    predicted = rate * (2 * found.products - rate * found.squared_hours)
    return max(0.0, found.squared_events - predicted)


def _words(found: Tally) -> str:
    if not found.events:
        time = notation.number(found.hours, places=1)
        return f"No event in {time} hours: the upper end is what that leaves possible."
    if found.timed == 1:
        return "There is one interview only, so that nothing says how far interviews differ."
    return ""


def _left_out_words(left_out: int) -> str:
    if not left_out:
        return ""
    was = "was" if left_out == 1 else "were"
    return f"{notation.count(left_out, 'interview')} of unknown length {was} left out."
