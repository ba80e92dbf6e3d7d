"""Forests around a drawn zero: differences of cohorts, an agent's severity, a question's drift."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts import _estimates, theme
from components.charts._canvas import glyph
from components.charts._estimate_canvas import estimate_canvas
from components.charts._estimate_marks import goes_on, guides, marks
from components.charts._estimate_rows import EstimateRow, Sheet, sheet
from components.charts._estimate_words import rules
from components.charts._round_axis import around_zero, round_axis
from components.charts._zero_heads import Sides, heads


def zero_figure(
    rows: Sequence[EstimateRow], *, sides: Sides, legend: Sequence[str], rest: int, compact: bool
) -> go.Figure:
    """Draw rows around zero; `rest` is how many more the table has.

    `legend` says the unit and the level; what filled and open mean is said here.
    """
    laid = sheet(rows, compact=compact)
    span = around_zero(laid.rows)
    axis = round_axis(span, write=_tick, compact=compact, on_top=laid.is_tall)
    frame = estimate_canvas(
        laid,
        xaxis=axis,
        legend=[*legend, *_legend(laid), *goes_on(laid, span=span)],
        shapes=[*guides(laid, x=0, color=theme.MUTED), *rules(laid)],
        heads=heads(sides, laid),
        rest=rest,
    )
    return frame.figure(marks(laid, span=span))


def _tick(value: float, places: int) -> str:
    return _estimates.signed(value, places=places)


def _legend(laid: Sheet) -> list[str]:
    """Explain only what is drawn; chance alone is unlikely after a correction only."""
    rows = [row for row, _ in laid.drawn]
    clear, holding = "interval clear of 0", "interval holds 0: could be chance"
    items = []
    if any(row.outer for row in rows):
        items.append(f"{glyph('─', color=theme.GREY)} corrected for all comparisons")
        clear, holding = "unlikely to be chance alone", "could be chance"
    if any(row.ends and not row.is_open for row in rows):
        items.append(f"{glyph('●', color=theme.SCORE)} {clear}")
    if any(row.ends and row.is_open for row in rows):
        items.append(f"{glyph('○', color=theme.GREY)} {holding}")
    if any(row.ends is None for row in rows):
        items.append(f"{glyph('○', color=theme.SCORE)} no interval")
    return items
