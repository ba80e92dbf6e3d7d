"""Headings of columns of cells: in lines side by side, or turned where there is little room."""

from components.charts import label, theme
from components.charts._canvas import Part, head

_NARROWEST, _WIDEST = 62, 96
_ALL = 400
_LINES = 3
"""What a heading may fill that is not turned, and all of them on paper, in pixels and lines."""


def heading_lines(text: str, *, columns: int) -> tuple[str, ...]:
    """Return a heading that is not turned in lines that fit beside those of so many columns."""
    room = max(_NARROWEST, min(_WIDEST, _ALL // (columns + 1)))
    return label.wrapped(text, room=room, lines=_LINES, size=theme.SMALL)


def is_cut(text: str, *, columns: int) -> bool:
    """Whether a heading would not stand there whole."""
    return any(line.endswith("…") for line in heading_lines(text, columns=columns))


def upright_heading(text: str, *, x: float, columns: int) -> Part:
    """Return a heading above the middle of its column."""
    shown = "<br>".join(map(label.escaped, heading_lines(text, columns=columns)))
    return head(shown, x=x, color=theme.TEXT)


def turned_heading(text: str, *, x: float, room: float, compact: bool) -> Part:
    """Return a heading in one line of `room` pixels: aslant, or upwards when compact."""
    cut = label.narrowed(label.clean(text), room=room, size=theme.SMALL)
    part = head(label.escaped(cut), x=x, color=theme.TEXT)
    if compact:
        return part | {"textangle": -90}
    return part | {"textangle": -40, "xanchor": "left", "xshift": -8}
