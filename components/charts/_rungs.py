"""The ladder's axis: one place for each CEFR level, one below A1, and one for no level."""

from collections.abc import Sequence

from components.charts import label, theme
from components.charts._canvas import Part, head, line
from components.charts._scale_axis import quiet_axis
from services.models.cefr import LEVELS

BELOW = "below A1"
RUNGS = (BELOW, *LEVELS)
NOBODY = len(RUNGS) + 0.4
"""Where people without a level stand: beside the ladder, not on it."""
Spans = Sequence[tuple[float, float]]


def place(rung: str | None) -> float | None:
    """Return where a rung stands on the axis, counted from 0; None for no level."""
    return RUNGS.index(rung) if rung in RUNGS else None


def axis(*, with_nobody: bool = False) -> Part:
    """Return the axis with the levels on top, and beside them, if asked for, "none"."""
    places: list[float] = list(range(len(RUNGS)))
    names = [label.escaped("<A1") if rung == BELOW else rung for rung in RUNGS]
    if with_nobody:
        places, names = [*places, NOBODY], [*names, "none"]
    return quiet_axis() | {
        "range": [-0.5, places[-1] + 0.5],
        "side": "top",
        "tickmode": "array",
        "tickvals": places,
        "ticktext": names,
        "tickangle": 0,
        "showgrid": False,
    }


def dividers(spans: Spans = ()) -> list[Part]:
    """Return the fine lines between two rungs, as long as the plot or as each of `spans`."""
    return [
        part | {"layer": "below"}
        for index in range(len(RUNGS) - 1)
        for part in _uprights(index + 0.5, spans, line(x=0, color=theme.GRID, thickness=1))
    ]


def requirement_line(required: str | None, *, spans: Spans = ()) -> tuple[list[Part], list[Part]]:
    """Return the line before the required level, and its words below the plot.

    With `spans` (pixels from the top) the line is broken up, so that it crosses no words.
    """
    at = place(required)
    if at is None:
        return [], []
    words = head(f"required: {required}", x=at - 0.5, color=theme.TEXT)
    words |= {"y": 0, "yanchor": "top", "yshift": -4}
    return _uprights(at - 0.5, spans, line(x=0, dash="dot", color=theme.TEXT)), [words]


def _uprights(x: float, spans: Spans, drawn: Part) -> list[Part]:
    upright = drawn | {"x0": x, "x1": x}
    if not spans:
        return [upright]
    return [upright | {"yref": "y", "y0": top, "y1": bottom} for top, bottom in spans]
