"""Axes with round ticks for figures of no fixed scale: from zero up, or around zero."""

from collections.abc import Callable, Sequence
from math import ceil, floor, log10
from statistics import median

from components.charts._canvas import Part
from components.charts._estimate_rows import Ends, EstimateRow
from components.charts._scale_axis import quiet_axis

Write = Callable[[float, int], str]
"""Writes a tick with as many decimals."""
_LONGEST = 4
"""An interval this many times longer than the usual one is cut, lest it flatten all others."""


def round_axis(span: Ends, *, write: Write, compact: bool, on_top: bool) -> Part:
    """Return an x axis over `span` with ticks at multiples of 1, 2 or 5 times a power of ten.

    When compact it has no grid: that would run through the words between the marks.
    """
    low, high = span
    step = round_step((high - low) / (3.5 if compact else 7))
    ticks = [
        step * count for count in range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)
    ]
    places = max(0, -floor(log10(step) + 1e-9))
    return quiet_axis() | {
        "showgrid": not compact,
        "range": [low - 0.012 * (high - low), high + 0.012 * (high - low)],
        "side": "top" if on_top else "bottom",
        "tickvals": ticks,
        "ticktext": [write(tick, places) for tick in ticks],
        "tickangle": 0,
    }


def round_step(rough: float) -> float:
    """Return 1, 2 or 5 times a power of ten, not below `rough`."""
    unit = 10.0 ** floor(log10(rough))
    return next(unit * nice for nice in (1, 2, 5, 10) if unit * nice >= rough * (1 - 1e-9))


def from_zero(rows: Sequence[EstimateRow], *, most: float | None = None) -> Ends:
    """Return an axis from 0 that holds every figure, and no interval far longer than the others.

    `most` is what no figure can exceed.
    """
    found = [(row.value, row.ends[1] if row.ends else row.value) for row in _valued(rows)]
    top = _reach([value or 0 for value, _ in found], [max(end or 0, 0) for _, end in found])
    top = _rounded_up(top)
    return (0, top if most is None else min(top, most))


def around_zero(rows: Sequence[EstimateRow]) -> Ends:
    """Return an axis that holds 0 and every figure; neither side of 0 is a sliver."""
    valued = _valued(rows)
    lows = [-min(row.value or 0, *(row.reach or (0,))) for row in valued]
    highs = [max(row.value or 0, *(row.reach or (0,))) for row in valued]
    reach = _reach([abs(row.value or 0) for row in valued], list(map(max, lows, highs)))
    low, high = min(max([0, *lows]), reach), min(max([0, *highs]), reach)
    return (-1.05 * max(low, 0.4 * reach), 1.05 * max(high, 0.4 * reach))


def _valued(rows: Sequence[EstimateRow]) -> list[EstimateRow]:
    return [row for row in rows if row.value is not None]


def _reach(values: Sequence[float], reaches: Sequence[float]) -> float:
    """Return how far the axis goes: over every value, and every usual interval."""
    if not reaches:
        return 1.0
    needed = 1.15 * max(values)
    return min(max(reaches), max(_LONGEST * median(reaches), needed)) or needed or 1.0


def _rounded_up(top: float) -> float:
    """Return the next tick above `top`."""
    step = round_step(top / 7)
    return step * ceil(top / step - 1e-9)
