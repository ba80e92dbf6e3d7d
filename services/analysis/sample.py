"""A sample: the numbers of a group that can be counted, and how many of them cannot."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from services.models import notation

Real = NDArray[np.float64]

_LARGEST = 1e12
"""No score comes near it; far above it squares would leave the range of a float."""
_LEAST_VARIANCE = 1e-24
"""What lies below is the rounding of equal scores."""
ALL_EQUAL = "All scores are equal, so that nothing can be said about their spread."


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """The usable numbers of a group, in their order, with what nearly every figure asks of them."""

    values: Real
    left_out: int
    """NaN, infinite, or too large to be a score."""
    mean: float
    """NaN in an empty sample."""
    variance: float
    """With n - 1 in the denominator; 0 in a sample of one or none, and where all are equal."""

    @property
    def n(self) -> int:
        """Return how many numbers are counted."""
        return len(self.values)

    @property
    def has_spread(self) -> bool:
        """Whether any two numbers differ."""
        return self.variance > 0


def sample(values: ArrayLike) -> Sample:
    """Take the usable ones of `values`: one dimension, any length, NaN and inf allowed."""
    given = np.asarray(values, dtype=np.float64).ravel()
    usable = np.abs(given) <= _LARGEST
    kept = given if usable.all() else given[usable]
    mean, variance = _moments(kept)
    return Sample(values=kept, left_out=len(given) - len(kept), mean=mean, variance=variance)


def left_out_words(*samples: Sample) -> str:
    """Return the sentence about numbers that could not be counted; empty where all could."""
    left_out = sum(each.left_out for each in samples)
    if not left_out:
        return ""
    was = "is not a usable number and was" if left_out == 1 else "are not usable numbers and were"
    return f"{notation.count(left_out, 'score')} {was} left out."


def remark(*sentences: str) -> str:
    """Join sentences to one remark; empty ones do not count."""
    return " ".join(filter(None, sentences))


def _moments(values: Real) -> tuple[float, float]:
    if not len(values):
        return float("nan"), 0.0
    low, high = float(values.min()), float(values.max())
    # Equal numbers whose mean is rounded would have a variance that is not quite 0.
    if low == high:
        return low, 0.0
    variance = float(values.var(ddof=1))
    mean = min(max(float(values.mean()), low), high)
    return mean, variance if variance > _LEAST_VARIANCE else 0.0
