"""Shares: of one group, and how far those of two groups are apart."""

import math

import numpy as np
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    proportion_confint,
    test_proportions_2indep,
)

from services.models.estimate import Estimate, Tested, refused

_SHARE = "share"
_DIFFERENCE = "pass_difference"


def share(successes: int, n: int, *, level: float) -> Estimate:
    """Return `successes` out of `n` as a share, 0 to 1, with the score interval.

    Wilson (1927), "Probable inference, the law of succession, and statistical inference", Journal
    of the American Statistical Association 22, 209-212. It has a width at 0 and at 1, too.
    """
    if obstacle := _obstacle(successes, n):
        return refused(obstacle, level=level, n=int(max(n, 0)), method=_SHARE)
    lower, upper = proportion_confint(successes, n, alpha=1 - level, method="wilson")
    return Estimate(
        estimate=successes / n,
        # Rounding leaves a hair beyond 0 and 1, where the formula ends exactly.
        lower=0.0 if successes == 0 else float(lower),
        upper=1.0 if successes == n else float(upper),
        level=level,
        n=int(n),
        method=_SHARE,
    )


def share_difference(a: tuple[int, int], b: tuple[int, int], *, level: float) -> Tested:
    """Return the share of `b` minus that of `a`; each is (successes, n).

    The interval is method 10 of Newcombe (1998), "Interval estimation for the difference between
    independent proportions", Statistics in Medicine 17, 873-890. The two-sided p-value is that of
    the score test of Miettinen and Nurminen (1985), "Comparative analysis of two rates",
    Statistics in Medicine 4, 213-226; it is 1 where both shares are 0 or both are 1. The two
    belong to different methods and may disagree at the border. `n` counts both sides.
    """
    n = int(max(a[1], 0) + max(b[1], 0))
    if obstacle := _obstacle(*a) or _obstacle(*b):
        return Tested(difference=refused(obstacle, level=level, n=n, method=_DIFFERENCE))
    lower, upper = confint_proportions_2indep(*b, *a, method="newcomb", alpha=1 - level)
    return Tested(
        difference=Estimate(
            estimate=b[0] / b[1] - a[0] / a[1],
            lower=max(-1.0, float(lower)),
            upper=min(1.0, float(upper)),
            level=level,
            n=n,
            method=_DIFFERENCE,
        ),
        p_value=_p_value(a, b),
    )


def _p_value(a: tuple[int, int], b: tuple[int, int]) -> float:
    if a[0] + b[0] in {0, a[1] + b[1]}:
        return 1.0
    # Beside the difference it computes ratios, which a share of 0 or 1 leaves undefined.
    with np.errstate(divide="ignore", invalid="ignore"):
        found = float(test_proportions_2indep(*b, *a, method="score").pvalue)
    return found if math.isfinite(found) else 1.0


def _obstacle(successes: int, n: int) -> str:
    """Return why there is no share; empty where there is one."""
    if n == 0:
        return "There is nothing to take a share of."
    if not 0 <= successes <= n:
        return f"The counts do not fit together: {successes} of {n}."
    return ""
