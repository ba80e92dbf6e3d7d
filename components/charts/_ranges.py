"""Rows of estimates for formats that draw charts themselves: the axis, and when there is one."""

from collections.abc import Sequence
from math import ceil

from components.charts import _estimates
from components.charts._offsets import Offset
from components.charts._round_axis import round_step
from services.models.content import Range, Ranges
from services.models.estimate import Estimate

MOST_ROWS = 30
"""A slide holds no more of them; the figure and its table do."""


def estimate_range(name: str, found: Estimate, *, words: str) -> Range:
    """Return one estimate as a row; one that may not be drawn has its words only."""
    lower, upper = _estimates.ends(found) or (None, None)
    value = _estimates.drawn_value(found)
    if value is None:
        return Range(label=name, words=words)
    return Range(label=name, words=words, value=value, lower=lower, upper=upper)


def offset_range(name: str, found: Offset) -> Range:
    """Return how far a figure is from zero as a row, with what may be said of chance."""
    if found.value is None:
        return Range(label=name, words=found.absence)
    lower, upper = found.ends or (None, None)
    words = ", ".join(filter(None, (found.said, found.verdict or found.reason)))
    return Range(label=name, words=words, value=found.value, lower=lower, upper=upper)


def fixed(rows: Sequence[Range], *, span: tuple[float, float], axis: str) -> Ranges | None:
    """Return the rows on an axis over `span`; None where a slide could not show them.

    Intervals keep their true ends: who draws them says where one goes on beyond the axis. A figure
    beyond it has no mark, and its words say so.
    """
    shown = tuple(_within(row, *span) for row in rows)
    if len(rows) > MOST_ROWS or all(row.value is None for row in shown):
        return None
    return Ranges(rows=shown, low=span[0], high=span[1], axis=axis)


def around_zero(rows: Sequence[Range], *, axis: str) -> Ranges | None:
    """Return the rows on an axis that ends at round numbers on both sides of zero."""
    found = [each for row in rows for each in (row.value, row.lower, row.upper) if each is not None]
    lowest, highest = min([0.0, *found]), max([0.0, *found])
    step = round_step(max(highest - lowest, 1e-6) / 6)
    low, high = (max(1, ceil(end / step - 1e-9)) * step for end in (-lowest, highest))
    return fixed(rows, span=(round(-low, 9), round(high, 9)), axis=axis)


def _within(row: Range, low: float, high: float) -> Range:
    if row.value is None or low <= row.value <= high:
        return row
    return Range(label=row.label, words=f"{row.words}, beyond the axis")
