"""Cells of rows: what a score comes down to, with everything that no database compares left out."""

from typing import Final

from services.cache.codes import STATE_CODES
from services.models.score import Score, ScoreState

Cell = str | int | float | bytes | None
Tuple = tuple[Cell, ...]
Real = float | None
Word = str | None
"""A repeated text, which a number takes the place of when it is written."""

_LARGEST_INTEGER: Final = 2**63 - 1
_LARGEST: Final = 1e300


def measured(score: Score) -> Tuple:
    """Return state, value, both ends of the band and both ends of the scale."""
    scale = score.scale
    return (*state_and_value(score), score.lower, score.upper, scale.low, scale.high)


def state_and_value(score: Score) -> tuple[int, float | None]:
    """Return a value that is no number (NaN, infinite) as missing: it cannot be compared."""
    value = score.value
    if value is None or -_LARGEST < value < _LARGEST:
        return STATE_CODES[score.state], value
    return STATE_CODES[ScoreState.MISSING], None


def integer(value: int | None) -> int | None:
    """Return a number that fits into a cell, or None."""
    return value if value is None or abs(value) <= _LARGEST_INTEGER else None
