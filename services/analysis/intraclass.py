"""Intraclass correlation: how far one agent's grade, or the mean of all, would be given again.

Two-way random effects, absolute agreement: ICC(2,1) and ICC(2,k) of Shrout and Fleiss 1979,
"Intraclass correlations: uses in assessing rater reliability", Psychological Bulletin 86, 420-428.
With the mean squares of n targets, k judges and the rest, MSB, MSJ and MSE:

    ICC(2,1) = (MSB - MSE) / (MSB + (k - 1) MSE + k (MSJ - MSE) / n)
    ICC(2,k) = (MSB - MSE) / (MSB + (MSJ - MSE) / n)

The intervals are those of ICC(A,1) and ICC(A,k) in McGraw and Wong 1996, "Forming inferences about
some intraclass correlation coefficients", Psychological Methods 1, 30-46, table 7, with
Satterthwaite's degrees of freedom for the judges' part.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtri

from services.models.estimate import Estimate, refused

ICC_SINGLE: Final = "icc2_1"
ICC_MEAN: Final = "icc2_k"
_NOTHING: Final = 1e-18
"""Below this part of the squared values a mean square is the computer's last digit."""
_ALIKE = "There is no variation: every judgement of every target is the same."
_AGREED = "The agents gave the same on every target: there is no interval."
_ENDLESS = "The interval has no end: the targets are too few, or too much alike."


def icc(table: NDArray[np.floating[Any]], *, level: float) -> tuple[Estimate, Estimate]:
    """Return ICC(2,1) and ICC(2,k) of a complete (targets x agents) table, finite in every cell.

    `n` counts targets. The intervals take targets as drawn independently of each other.
    """
    targets, agents = table.shape
    if refusal := _obstacle(table):
        return _refused(refusal, level=level, n=targets)
    squares = _mean_squares(table.astype(np.float64, copy=False))
    if not squares.any:
        return _refused(_ALIKE, level=level, n=targets)
    if squares.single_below <= 0:
        why = "The targets do not differ at all between themselves: nothing can be told apart."
        return _refused(why, level=level, n=targets)
    estimate = squares.between / squares.single_below
    single = Estimate(estimate=estimate, level=level, n=targets, method=ICC_SINGLE)
    if squares.rest == 0 and squares.judges == 0:
        single = single.model_copy(update={"remark": _AGREED})
        return single, single.model_copy(update={"method": ICC_MEAN})
    ends = _ends(squares, estimate, level=level)
    if ends is not None:
        single = single.model_copy(update={"lower": ends[0], "upper": ends[1]})
    else:
        single = single.model_copy(update={"remark": _ENDLESS})
    return single, _of_the_mean(single, agents)


@dataclass(frozen=True, slots=True)
class _MeanSquares:
    n: int
    k: int
    targets: float
    judges: float
    rest: float

    @property
    def any(self) -> bool:
        return bool(self.targets or self.judges or self.rest)

    @property
    def between(self) -> float:
        return self.targets - self.rest

    @property
    def single_below(self) -> float:
        """What stands below the line of ICC(2,1)."""
        return self.targets + (self.k - 1) * self.rest + self.k * (self.judges - self.rest) / self.n


def _mean_squares(table: NDArray[np.float64]) -> _MeanSquares:
    n, k = table.shape
    centred = table - table.mean()
    rows, columns = centred.mean(axis=1), centred.mean(axis=0)
    rest = centred - rows[:, None] - columns[None, :]
    least = _NOTHING * float(np.square(table).max())
    targets, judges, left = (
        float(found) if found > least else 0.0
        for found in (
            k * (rows @ rows) / (n - 1),
            n * (columns @ columns) / (k - 1),
            np.einsum("ij,ij->", rest, rest) / ((n - 1) * (k - 1)),
        )
    )
    return _MeanSquares(n=n, k=k, targets=targets, judges=judges, rest=left)


def _ends(squares: _MeanSquares, estimate: float, *, level: float) -> tuple[float, float] | None:
    """Return the ends for a single judge; None where the lower one runs away.

    The weights a and b of the judges' and the rest's mean square are McGraw and Wong's, and their
    sum has Satterthwaite's degrees of freedom.
    """
    n, k = squares.n, squares.k
    a = k * estimate / (n * (1 - estimate))
    b = 1 + a * (n - 1)
    judges, rest = a * squares.judges, b * squares.rest
    below = judges**2 / (k - 1) + rest**2 / ((n - 1) * (k - 1))
    freedom = (judges + rest) ** 2 / below if below > 0 else 0.0
    if freedom <= 0:
        return None
    tail = (1 + level) / 2
    noise = k * squares.judges + (k * n - k - n) * squares.rest
    high = float(fdtri(n - 1, freedom, tail))
    low = float(fdtri(freedom, n - 1, tail))
    lower_below = high * noise + n * squares.targets
    upper_below = noise + n * low * squares.targets
    if lower_below <= 0 or upper_below <= 0:
        return None
    lower = n * (squares.targets - high * squares.rest) / lower_below
    upper = n * (low * squares.targets - squares.rest) / upper_below
    # Far below 0 the approximation fails, and an interval beside its own estimate tells nothing.
    return (lower, upper) if lower <= estimate <= upper else None


def _of_the_mean(single: Estimate, agents: int) -> Estimate:
    """Return ICC(2,k) from ICC(2,1) by the Spearman-Brown formula, which is the same figure."""
    estimate = _stepped_up(single.estimate, agents)
    if estimate is None:
        why = (
            "The agents are further apart on one target than targets are from each other, so that "
            "their mean tells nothing."
        )
        return refused(why, level=single.level, n=single.n, method=ICC_MEAN)
    lower, upper = _stepped_up(single.lower, agents), _stepped_up(single.upper, agents)
    if lower is None or upper is None:
        lower = upper = None
    remark = single.remark or ("" if lower is not None else _ENDLESS)
    return Estimate(
        estimate=estimate,
        lower=lower,
        upper=upper,
        level=single.level,
        n=single.n,
        method=ICC_MEAN,
        remark=remark,
    )


def _stepped_up(value: float | None, agents: int) -> float | None:
    """Return k r / (1 + (k - 1) r); None at and below its pole, where it means nothing."""
    if value is None or 1 + (agents - 1) * value <= 1e-12:
        return None
    return agents * value / (1 + (agents - 1) * value)


def _obstacle(table: NDArray[np.floating[Any]]) -> str:
    targets, agents = table.shape
    if agents < 2:
        return "Only one agent judged: agreement is not computable."
    if targets < 2:
        return "All agents judged fewer than two targets: nothing can be told apart."
    if not np.isfinite(table).all():
        return "A judgement is missing: every agent must have judged every target."
    return ""


def _refused(refusal: str, *, level: float, n: int) -> tuple[Estimate, Estimate]:
    return (
        refused(refusal, level=level, n=n, method=ICC_SINGLE),
        refused(refusal, level=level, n=n, method=ICC_MEAN),
    )
