"""Rates of signals: how often each kind came up in each cohort. No total, no score, no rank."""

from collections.abc import Sequence
from typing import Literal

import plotly.graph_objects as go

from components.charts import _estimate_marks, _estimates, label, theme
from components.charts._canvas import glyph
from components.charts._estimate_canvas import estimate_canvas
from components.charts._estimate_rows import EstimateRow, sheet
from components.charts._estimate_words import rules
from components.charts._round_axis import from_zero, round_axis
from components.charts._signal_rate_rows import rate_rows
from services.models import notation
from services.models.integrity import IntegrityAnswer


def signal_rates_figure(
    answer: IntegrityAnswer, *, per: Literal["interview", "hour"], compact: bool = False
) -> go.Figure:
    """Draw each kind of signal by cohort: share of interviews with it, or events per hour.

    What was not collected is hatched and said, apart from a 0 with its interval where nothing was
    seen. All marks have one colour. A click hands over the kind and the cohort's place.
    """
    placed = sheet(rate_rows(answer, per=per), compact=compact)
    is_share = per == "interview"
    span = from_zero(placed.rows, most=100 if is_share else None)
    write = _percent if is_share else _number
    frame = estimate_canvas(
        placed,
        xaxis=round_axis(span, write=write, compact=compact, on_top=placed.is_tall),
        legend=[
            *_legend(answer, placed.rows, is_share=is_share),
            *_estimate_marks.goes_on(placed, span=span),
        ],
        shapes=[
            *rules(placed),
            *_estimate_marks.guides(placed, x=0, color=theme.GRID),
        ],
    )
    return frame.figure(_estimate_marks.marks(placed, span=span))


def _percent(value: float, places: int) -> str:
    return f"{notation.number(value, places=places)} %"


def _number(value: float, places: int) -> str:
    return notation.number(value, places=places)


def _legend(answer: IntegrityAnswer, rows: Sequence[EstimateRow], *, is_share: bool) -> list[str]:
    """Explain only what is drawn."""
    items = []
    drawn = [row for row in rows if row.value is not None]
    if drawn:
        what = "share of interviews with at least one" if is_share else "events per hour"
        items.append(f"{glyph('●', color=theme.SCORE)} {what}")
    if any(row.ends for row in drawn):
        level = label.escaped(_estimates.level_words(answer.level))
        items.append(f"{glyph('━', color=theme.GREY)} {level}")
    if any(row.is_hatched for row in rows):
        items.append(f"{glyph('▨', color=theme.GREY)} not collected")
    return items
