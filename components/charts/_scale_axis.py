"""The axis of one scale that figures of cohorts share, and where a figure lies on it."""

from collections.abc import Sequence

from components.charts import theme
from components.charts._canvas import Part, head, line
from services.models import notation
from services.models.score import PERCENT, Scale


def scale_axis(scale: Scale, *, compact: bool, on_top: bool = False) -> Part:
    """Return an x axis over the whole scale; `on_top` where its foot may be out of sight.

    When compact it has no grid of its own: `compact_grid` spares the words between the marks.
    """
    span = scale.high - scale.low
    return quiet_axis() | {
        "showgrid": not compact,
        "range": [scale.low - span * 0.012, scale.high + span * 0.012],
        "side": "top" if on_top else "bottom",
        "tick0": scale.low,
        "dtick": span / (2 if compact else 5),
    }


def quiet_axis() -> Part:
    """Return an axis of the house without its range: a quiet grid, and small numbers."""
    return {
        "fixedrange": True,
        "showgrid": True,
        "gridcolor": theme.GRID,
        "gridwidth": 1,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "automargin": False,
        "tickfont": theme.font(size=theme.SMALL, color=theme.MUTED),
        "ticklabelstandoff": 4,
    }


def axis_title(text: str) -> Part:
    """Return the quiet words under an axis."""
    return {"text": text, "font": theme.font(size=theme.SMALL, color=theme.MUTED), "standoff": 6}


def cut_on(scale: Scale, cut: float | None) -> float | None:
    """Return the cut where it can be drawn: it is a number on the scale of 0 to 100 only."""
    return cut if cut is not None and scale == PERCENT else None


Spans = Sequence[tuple[float, float]]
"""Stretches from top to bottom, in pixels of the row axis."""


def cut_parts(cut: float | None, *, spans: Spans, on_top: bool) -> tuple[list[Part], list[Part]]:
    """Return the cut's line, over `spans` or else over all rows, and its words above the plot."""
    if cut is None:
        return [], []
    whole = line(x=cut, dash="dot", color=theme.TEXT)
    words = head(f"cut {notation.number(cut)}", x=cut, y=22 if on_top else 4, color=theme.TEXT)
    return [whole | span for span in _stretches(spans)] or [whole], [words]


def compact_grid(scale: Scale, *, spans: Spans) -> list[Part]:
    """Return the grid of a compact figure: only where marks are, never through words."""
    at = (scale.low, (scale.low + scale.high) / 2, scale.high)
    rule = {"layer": "below"}
    return [
        line(x=x, color=theme.GRID, thickness=1) | rule | span
        for span in _stretches(spans)
        for x in at
    ]


def _stretches(spans: Spans) -> list[Part]:
    return [{"yref": "y", "y0": top, "y1": bottom} for top, bottom in spans]


def span_of(scale: Scale) -> tuple[float, float]:
    """Return both ends of a scale, as marks are placed on it."""
    return (scale.low, scale.high)
