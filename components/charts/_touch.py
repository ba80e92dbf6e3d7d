"""How marks answer a pointer: what they show on hover, hand over on click, and never fade."""

from collections.abc import Iterable

from components.charts import theme
from components.charts._canvas import Part


def touch(hover: Iterable[str], data: Iterable[list[object]] | None = None) -> Part:
    """Return what each mark shows (markup) and, if it can be clicked, what it hands over."""
    part: Part = {"hovertext": list(hover), "hovertemplate": "%{hovertext}<extra></extra>"}
    return part if data is None else part | {"customdata": list(data)}


def steady(*, opacity: float, ink: str = theme.TEXT, has_text: bool = False) -> Part:
    """Return the rule that a click elsewhere leaves marks as they are: Plotly would fade them."""
    state: Part = {"marker": {"opacity": opacity}}
    state |= {"textfont": {"color": ink}} if has_text else {}
    return {"selected": state, "unselected": state}
