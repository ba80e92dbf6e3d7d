"""Shares that differ from zero: rows of percentage points around a drawn zero line."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts import _estimates, theme
from components.charts._canvas import Canvas, Margins, glyph, rows_axis
from components.charts._estimate_marks import goes_on, guides, marks
from components.charts._estimate_rows import EstimateRow, Sheet, sheet
from components.charts._estimate_words import beside_zero, foot, sheet_words
from components.charts._round_axis import around_zero, round_axis
from services.models.estimate import Estimate

_TO_POINTS = 100


@dataclass(frozen=True, slots=True)
class Sides:
    """What it means to lie below zero, and above, in one word each."""

    below: str
    above: str


def points(estimate: Estimate) -> float | None:
    """Return a share's figure in percentage points; None where it was refused."""
    return None if estimate.estimate is None else _TO_POINTS * estimate.estimate


def point_ends(estimate: Estimate) -> tuple[float, float] | None:
    """Return both ends in percentage points; None without an interval."""
    return _estimates.ends(estimate, factor=_TO_POINTS)


def number_words(estimate: Estimate) -> str:
    """Write the figure in percentage points with its sign; empty where it was refused."""
    value = points(estimate)
    return "" if value is None else _estimates.signed(value, places=1)


def interval_words(estimate: Estimate) -> str:
    """Write both ends with their signs: "−4.5 to −1.9"; empty without an interval."""
    ends = point_ends(estimate)
    return " to ".join(_estimates.signed(end, places=1) for end in ends) if ends else ""


def could_be_zero(estimate: Estimate) -> bool | None:
    """Tell whether the interval holds 0; None without one."""
    ends = point_ends(estimate)
    return None if ends is None else ends[0] <= 0 <= ends[1]


def side_words(estimate: Estimate, sides: Sides) -> str:
    """Say which side of zero a figure is on, or that chance alone could have put it there."""
    value, may_be_zero = points(estimate), could_be_zero(estimate)
    if value is None:
        return ""
    if may_be_zero is None:
        return "no interval"
    if may_be_zero:
        return "could be chance"
    return sides.below if value < 0 else sides.above


def zero_figure(
    rows: Sequence[EstimateRow], *, sides: Sides, legend: Sequence[str], rest: int, compact: bool
) -> go.Figure:
    """Draw rows of percentage points around zero; `rest` is how many more the table has."""
    laid = sheet(rows, compact=compact)
    span = around_zero(laid.rows)
    drawn = bool(laid.drawn)
    up = 24 if laid.is_tall else 4
    heads = [
        beside_zero(sides.below, is_right=False, up=up),
        beside_zero(sides.above, is_right=True, up=up),
    ]
    more = [foot(f"{rest:,} more in the table", sheet=laid, below=_foot(laid))] if rest else []
    axis = round_axis(span, write=_tick, compact=compact, on_top=laid.is_tall)
    frame = Canvas(
        rows_height=laid.height,
        margins=Margins(
            left=laid.left,
            right=laid.right,
            top=(up + 18) if drawn else 4,
            bottom=_foot(laid) + 22 * bool(rest),
        ),
        xaxis=axis if drawn else axis | {"visible": False},
        yaxis=rows_axis(laid.height),
        legend=[*legend, *_legend(laid), *goes_on(laid, span=span)] if drawn else [],
        compact=compact,
        annotations=[*sheet_words(laid), *(heads if drawn else []), *more],
        shapes=guides(laid, x=0, color=theme.GREY) if drawn else [],
    )
    return frame.figure(marks(laid, span=span))


def _foot(laid: Sheet) -> int:
    return 8 if laid.is_tall or not laid.drawn else 26


def _tick(value: float, places: int) -> str:
    return _estimates.signed(value, places=places)


def _legend(laid: Sheet) -> list[str]:
    rows = [row for row, _ in laid.drawn]
    items = []
    if any(row.ends and not row.is_open for row in rows):
        items.append(f"{glyph('●', color=theme.SCORE)} interval clear of 0")
    if any(row.ends and row.is_open for row in rows):
        items.append(f"{glyph('○', color=theme.GREY)} interval holds 0: could be chance")
    if any(row.ends is None for row in rows):
        items.append(f"{glyph('○', color=theme.SCORE)} no interval")
    return items
