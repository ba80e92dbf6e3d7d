"""Means: of one group, and how far those of two groups are apart, with Student's t."""

import math

from numpy.typing import ArrayLike
from scipy.special import stdtr, stdtrit

from services.analysis.sample import ALL_EQUAL, Sample, left_out_words, remark, sample
from services.models.estimate import Estimate, Tested, refused

_MEAN = "mean"
_DIFFERENCE = "mean_difference"


def mean(values: ArrayLike, *, level: float) -> Estimate:
    """Return the mean of `values` with its interval, in their unit.

    The interval is Student's (1908, "The probable error of a mean", Biometrika 6, 1-25):
    mean ± t(n - 1) s / sqrt(n). One value, or values that are all equal, have a mean and no
    interval. NaN and infinite values are left out, and the remark says how many.
    """
    taken = sample(values)
    if not taken.n:
        sentence = remark("There are no scores to take a mean of.", left_out_words(taken))
        return refused(sentence, level=level, n=0, method=_MEAN)
    reach = None
    if taken.has_spread:
        reach = t_quantile(taken.n - 1, level=level) * math.sqrt(taken.variance / taken.n)
    return Estimate(
        estimate=taken.mean,
        lower=None if reach is None else taken.mean - reach,
        upper=None if reach is None else taken.mean + reach,
        level=level,
        n=taken.n,
        method=_MEAN,
        remark=remark(_no_spread(taken), left_out_words(taken)),
    )


def welch(a: ArrayLike, b: ArrayLike, *, level: float) -> Tested:
    """Return the mean of `b` minus that of `a` with Welch's interval and two-sided p-value.

    Welch (1947), "The generalization of 'Student's' problem when several different population
    variances are involved", Biometrika 34, 28-35, with the degrees of freedom of Satterthwaite
    (1946), "An approximate distribution of estimates of variance components", Biometrics Bulletin
    2, 110-114. Both groups need two values, and one of them some spread; else a refusal. `n` is
    the number of values on both sides. NaN and infinite values are left out and counted.
    """
    first, second = sample(a), sample(b)
    n = first.n + second.n
    if obstacle := no_comparison(first, second):
        return Tested(difference=refused(obstacle, level=level, n=n, method=_DIFFERENCE))
    errors = first.variance / first.n, second.variance / second.n
    # Satterthwaite's fraction, divided through by the square of the sum.
    shares = errors[0] / sum(errors), errors[1] / sum(errors)
    freedom = 1 / (shares[0] ** 2 / (first.n - 1) + shares[1] ** 2 / (second.n - 1))
    difference, error = second.mean - first.mean, math.sqrt(sum(errors))
    reach = t_quantile(freedom, level=level) * error
    return Tested(
        difference=Estimate(
            estimate=difference,
            lower=difference - reach,
            upper=difference + reach,
            level=level,
            n=n,
            method=_DIFFERENCE,
            remark=left_out_words(first, second),
        ),
        p_value=min(1.0, 2 * float(stdtr(freedom, -abs(difference) / error))),
    )


def t_quantile(freedom: float, *, level: float) -> float:
    """Return how many standard errors an interval of Student's t reaches to each side."""
    return float(-stdtrit(freedom, (1 - level) / 2))


def no_comparison(a: Sample, b: Sample) -> str:
    """Return why two groups cannot be compared by their means; empty where they can."""
    if a.n < 2 or b.n < 2:
        return remark(
            "A difference of means needs at least two scores on each side; "
            f"there are {a.n} and {b.n}.",
            left_out_words(a, b),
        )
    if not a.has_spread and not b.has_spread:
        return "On each side all scores are equal, so that nothing says how far chance goes."
    return ""


def _no_spread(taken: Sample) -> str:
    if taken.n == 1:
        return "There is one score only, so that nothing can be said about the spread."
    return "" if taken.has_spread else ALL_EQUAL
