"""Headings of columns of cells: in lines side by side, or turned where there is little room."""

from components.charts import label, theme
from components.charts._canvas import Part, head

_ROOM = 62
_LINES = 3
"""What a heading may fill that is not turned, in pixels and lines."""


def heading_lines(text: str) -> tuple[str, ...]:
    """Return a heading that is not turned in lines that fit their room."""
    return label.wrapped(text, room=_ROOM, lines=_LINES, size=theme.SMALL)


def upright_heading(text: str, *, x: float) -> Part:
    """Return a heading above the middle of its column."""
    shown = "<br>".join(map(label.escaped, heading_lines(text)))
    return head(shown, x=x, color=theme.TEXT)


def turned_heading(text: str, *, x: float, room: float, compact: bool) -> Part:
    """Return a heading in one line of `room` pixels: aslant, or upwards when compact."""
    cut = label.shortened(label.clean(text), room=room, size=theme.SMALL)
    part = head(label.escaped(cut), x=x, color=theme.TEXT)
    if compact:
        return part | {"textangle": -90}
    return part | {"textangle": -40, "xanchor": "left", "xshift": -8}
