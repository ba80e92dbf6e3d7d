"""The ladder's axis: one place for each CEFR level, one below A1, and one for no level."""

from components.charts import theme
from components.charts._canvas import Part, head, line
from services.models.cefr import LEVELS

BELOW = "below A1"
RUNGS = (BELOW, *LEVELS)


def place(rung: str | None) -> float | None:
    """Return where a rung stands on the axis, counted from 0; None for no level."""
    return RUNGS.index(rung) if rung in RUNGS else None


def axis(*, last: float = len(RUNGS) - 1) -> Part:
    """Return the axis with the levels on top; it ends half a rung after `last`."""
    return {
        "range": [-0.5, last + 0.5],
        "fixedrange": True,
        "side": "top",
        "tickmode": "array",
        "tickvals": list(range(len(RUNGS))),
        "ticktext": ["<A1" if rung == BELOW else rung for rung in RUNGS],
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "automargin": False,
        "tickfont": theme.font(size=theme.SMALL, color=theme.MUTED),
        "ticklabelstandoff": 4,
    }


def dividers() -> list[Part]:
    """Return the fine lines between two rungs."""
    return [
        line(x=index + 0.5, color=theme.GRID, thickness=1) | {"layer": "below"}
        for index in range(len(RUNGS) - 1)
    ]


def requirement_line(required: str | None) -> tuple[list[Part], list[Part]]:
    """Return the line before the required level, and its words below the plot."""
    at = place(required)
    if at is None:
        return [], []
    words = head(f"required: {required}", x=at - 0.5, color=theme.TEXT)
    words |= {"y": 0, "yanchor": "top", "yshift": -4, "xanchor": "left"}
    return [line(x=at - 0.5, dash="dot", color=theme.TEXT)], [words]
