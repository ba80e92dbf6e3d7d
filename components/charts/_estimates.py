"""Estimates in words: a figure with its interval, or the sentence that stands in its place."""

from math import isfinite

from services.models import notation
from services.models.cohort import FEWEST_FOR_A_SUMMARY, FEWEST_WITHOUT_A_WARNING
from services.models.estimate import Estimate
from services.models.score import PERCENT, Scale
from services.models.table import Cell


def places(scale: Scale) -> int:
    """Return the decimals of a mean on `scale`: a short scale needs a finer one."""
    return 1 if scale.high - scale.low > 10 else 2


def rate_places(n: int) -> int:
    """Return the decimals of a percentage of `n`: below a hundred, one has none."""
    return 1 if n >= 100 else 0


def number(value: float, *, places: int) -> str:
    """Write a figure with as many decimals."""
    return notation.number(value, places=places)


def signed(value: float, *, places: int) -> str:
    """Write a difference with its sign: "+3.1", "−2.0", "0.0"."""
    written = number(value, places=places)
    return f"+{written}" if value > 0 and written.strip("0.") else written


def interval(lower: float, upper: float, *, places: int) -> str:
    """Write both ends: "69.8–72.9", "−1.2 to 5.0"."""
    ends = (number(lower, places=places), number(upper, places=places))
    return (" to " if min(lower, upper) < 0 else "–").join(ends)


def ends(estimate: Estimate, *, factor: float = 1) -> tuple[float, float] | None:
    """Return both ends times `factor`, or None where a finite pair is missing."""
    if estimate.lower is None or estimate.upper is None:
        return None
    lower, upper = sorted((estimate.lower * factor, estimate.upper * factor))
    return (lower, upper) if isfinite(lower) and isfinite(upper) else None


def drawn_value(estimate: Estimate, *, factor: float = 1) -> float | None:
    """Return the figure times `factor` where it may be drawn: with five observations or more."""
    value = estimate.estimate
    if value is None or not isfinite(value) or estimate.n < FEWEST_FOR_A_SUMMARY:
        return None
    return value * factor


def in_words(estimate: Estimate, *, places: int, factor: float = 1) -> str:
    """Write an estimate for a sentence: "71.3 (69.8–72.9)", "71.3, no interval", or why not."""
    value = drawn_value(estimate, factor=factor)
    if value is None:
        return refusal(estimate)
    found = ends(estimate, factor=factor)
    written = number(value, places=places)
    if found is None:
        return f"{written}, no interval"
    return f"{written} ({interval(*found, places=places)})"


def refusal(estimate: Estimate) -> str:
    """Return why nothing is drawn, without the stop at its end."""
    return (estimate.refusal or few(estimate.n)).rstrip(". ")


def few(n: int) -> str:
    """Say that so few observations have no figure."""
    return f"n = {n}: too few for a figure" if n else "no scores"


def is_few(n: int) -> bool:
    """Tell whether a figure on `n` observations needs a warning."""
    return n < FEWEST_WITHOUT_A_WARNING


def size_words(n: int) -> str:
    """Write what a figure rests on, with a warning where that is little: "n = 12, few results"."""
    return f"n = {n:,}{', few results' if is_few(n) else ''}"


def level(estimate: Estimate) -> str:
    """Write the level of an estimate's interval: "95 % interval"."""
    return level_words(estimate.level)


def level_words(level: float) -> str:
    """Write a level, 0 to 1, as that of an interval: "95 % interval"."""
    return f"{100 * level:.4g} % interval"


def scale_words(scale: Scale) -> str:
    """Write a scale: "0–100"."""
    return f"{notation.number(scale.low)}–{notation.number(scale.high)}"


def of_scale(scale: Scale) -> str:
    """Write what a figure is out of, where it is not out of 100: " of 5"."""
    return "" if scale == PERCENT else f" of {notation.number(scale.high)}"


def cells(estimate: Estimate, *, factor: float = 1) -> tuple[Cell, Cell, Cell]:
    """Return figure, lower and upper end for a table, each None where it is not drawn."""
    value = drawn_value(estimate, factor=factor)
    if value is None:
        return (None, None, None)
    lower, upper = ends(estimate, factor=factor) or (None, None)
    return (rounded(value), rounded(lower), rounded(upper))


def leveled_cells(estimate: Estimate, *, factor: float = 1) -> tuple[Cell, ...]:
    """Return (figure, lower, upper, level in percent, n), the first three as `cells` does."""
    return (*cells(estimate, factor=factor), rounded(100 * estimate.level), estimate.n)


def rounded(value: float | None) -> float | None:
    """Return a figure for a table, without digits that no data has."""
    return None if value is None or not isfinite(value) else round(value, 4) + 0.0
