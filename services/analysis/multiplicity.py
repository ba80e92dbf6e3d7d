"""Many comparisons on one screen: p-values and levels that count how many were made."""

import math
from collections.abc import Sequence
from itertools import accumulate


def holm(p_values: Sequence[float | None]) -> tuple[float | None, ...]:
    """Return the adjusted p-values, in the order given; None stays None and does not count.

    Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
    Statistics 6, 65-70: the smallest of m is multiplied by m, the next by m - 1 and so on, never
    falling, at most 1. A NaN is no p-value and becomes None.
    """
    # Not the function of statsmodels: it collects all garbage of the process at every call, which
    # takes longer than everything else on the screen.
    made = {place: p for place, p in enumerate(p_values) if p is not None and not math.isnan(p)}
    ascending = sorted(made, key=made.__getitem__)
    multiplied = (made[place] * (len(made) - rank) for rank, place in enumerate(ascending))
    adjusted = dict(zip(ascending, accumulate(multiplied, max), strict=True))
    return tuple(
        min(1.0, adjusted[place]) if place in adjusted else None for place in range(len(p_values))
    )


def corrected_level(p: float, p_holm: float, *, level: float, tests: int) -> float:
    """Return the level at which one comparison's interval says the same as Holm's procedure.

    An interval that inverts the test behind `p` excludes 0 at 1 - alpha exactly when p < alpha.
    With alpha = (1 - level) p / p_holm that is exactly when p_holm < 1 - level. Where both are 0
    the ratio is 1 / `tests`, as for the smallest of them. Never below `level`.
    """
    ratio = min(1.0, p / p_holm) if p_holm > 0 else 1 / max(tests, 1)
    return 1 - (1 - level) * ratio
