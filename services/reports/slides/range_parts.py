"""A value on its band as parts of one bar: how long each is, and the formula that says so."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from services.models.content import Range, Ranges
from services.reports import palette

SERIES = ("Before", "Band below", "Gap below", "Value", "Gap above", "Band above")
"""The parts from the left; a gap is there where a value lies outside its own band."""
COLORS = (None, palette.BAND, None, palette.SCORE, None, palette.BAND)
"""None is a part that is not drawn."""
_MARK = 0.007
"""The width of a value's mark, as a share of the axis."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis; bars begin at zero, so one that reaches below it is shifted by `base`."""

    low: float
    high: float

    @property
    def base(self) -> float:
        """Return what is taken from every number, so that none is below zero."""
        return min(self.low, 0.0)

    @property
    def mark(self) -> float:
        """Return how wide a value is drawn."""
        return (self.high - self.low) * _MARK

    def clamped(self, value: float, *, inside: float = 0) -> float:
        """Return the value, or the end of the axis that it lies beyond."""
        return min(max(value, self.low + inside), self.high - inside)

    @property
    def unit(self) -> float:
        """Return a round step that makes four to eight of them."""
        rough = (self.high - self.low) / 5
        power = 10.0 ** math.floor(math.log10(rough))
        return next(step * power for step in (1, 2, 5, 10) if step * power >= rough * 0.999)

    @property
    def ticks(self) -> Iterator[float]:
        """Return the numbers below the axis."""
        count = math.floor((self.high - self.low) / self.unit + 1e-9)
        return (self.low + self.unit * step for step in range(count + 1))


def rounded(low: float, high: float) -> Axis:
    """Return the axis; one that reaches below zero goes on to the next round numbers."""
    axis = Axis(low, high)
    if low >= 0:
        return axis
    unit = axis.unit
    return Axis(math.floor(low / unit + 1e-9) * unit, math.ceil(high / unit - 1e-9) * unit)


def lengths(row: Range, axis: Axis) -> tuple[float | None, ...]:
    """Return how long the row's parts are, in the order of `SERIES`; none without a value."""
    if row.value is None or not math.isfinite(row.value):
        return (None,) * len(SERIES)
    half = axis.mark / 2
    value = axis.clamped(row.value, inside=half)
    below, above = value - half, value + half
    ends = [value if end is None else axis.clamped(end) for end in (row.lower, row.upper)]
    lower, upper = min(ends), max(ends)
    return (
        min(lower, below) - axis.base,
        max(0.0, min(upper, below) - lower),
        max(0.0, below - upper),
        axis.mark,
        max(0.0, lower - above),
        max(0.0, upper - max(lower, above)),
    )


def write_source(sheet: Worksheet, ranges: Ranges, axis: Axis) -> None:
    """Write the true numbers beside the lengths of the bars, which formulas make of them."""
    first = len(SERIES) + 2
    for column, head in enumerate(("Value", "Lower", "Upper"), start=first):
        sheet.write_string(0, column, head)
    for number, row in enumerate(ranges.rows, start=1):
        for column, value in enumerate((row.value, row.lower, row.upper), start=first):
            if value is not None:
                sheet.write_number(number, column, value)
        for column, length in enumerate(lengths(row, axis), start=1):
            if length is not None:
                formula = _formula(SERIES[column - 1], number + 1, axis)
                sheet.write_formula(number, column, formula, None, length)


def _formula(series: str, row: int, axis: Axis) -> str:
    """Return what `lengths` computes, for a reader who changes Value, Lower or Upper."""
    low, high, base, half = axis.low, axis.high, axis.base, axis.mark / 2
    value = f"MEDIAN({low + half},$I{row},{high - half})"
    first, second = (
        f"IF(ISBLANK(${column}{row}),{value},MEDIAN({low},${column}{row},{high}))"
        for column in "JK"
    )
    lower, upper = f"MIN({first},{second})", f"MAX({first},{second})"
    below, above = f"({value}-{half})", f"({value}+{half})"
    return {
        "Before": f"=MIN({lower},{below})-({base})",
        "Band below": f"=MAX(0,MIN({upper},{below})-{lower})",
        "Gap below": f"=MAX(0,{below}-{upper})",
        "Value": f"={axis.mark}",
        "Gap above": f"=MAX(0,{lower}-{above})",
        "Band above": f"=MAX(0,{upper}-MAX({lower},{above}))",
    }[series]
