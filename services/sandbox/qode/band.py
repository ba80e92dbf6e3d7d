"""A score with its band and the word for its stability."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean, pstdev

_WORDS = (
    (7, "Highly Reliable"),
    (10, "Reliable"),
    (13, "Moderately Reliable"),
    (101, "Needs More Evidence"),
)


@dataclass(frozen=True)
class Band:
    """Whole numbers, 0 to 100, as the vendor prints them."""

    value: int
    lower: int
    upper: int

    @property
    def stability(self) -> str:
        """The word for the width; the vendor has published only the first of these words."""
        return next(word for width, word in _WORDS if self.upper - self.lower < width)


NOT_EVALUATED = Band(0, 0, 0)
"""How the vendor prints that nothing was evaluated."""


def band(observations: Sequence[float], rng: Random) -> Band:
    """Pool observations, 0 to 100; more of them and closer ones make a narrower, lopsided band."""
    if not observations:
        return NOT_EVALUATED
    value = round(fmean(observations))
    half = 2 + 1.4 * (pstdev(observations) + 3) / len(observations) ** 0.5
    half = min(8.0, half)
    lower = max(0, value - round(half * rng.uniform(0.6, 1.3)))
    return Band(value, lower, min(100, value + max(1, round(half * rng.uniform(0.6, 1.3)))))
