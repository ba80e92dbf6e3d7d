"""How a cohort is told apart in every figure: a shape and a colour, and its sign in words."""

from components.charts import label, theme
from components.charts._canvas import glyph

_GLYPHS = ("●", "◆", "■", "▲", "★", "▼", "✖", "✚")
_SYMBOLS = (
    *("circle", "diamond", "square", "triangle-up"),
    *("star", "triangle-down", "x", "cross"),
)
_TONES = (
    *(theme.CATEGORY[0], theme.CATEGORY[1], theme.CATEGORY[2]),
    *(theme.CATEGORY[3], theme.CATEGORY[6]),
)
"""Fewer than shapes: the others are too pale on white. Shapes alone tell eight cohorts apart."""


def symbol(index: int) -> str:
    """Return the shape of a cohort's marks."""
    return _SYMBOLS[index % len(_SYMBOLS)]


def size(index: int) -> int:
    """Return the pixels of its marks: a shape with little area is drawn larger."""
    return {"circle": 9, "square": 9, "diamond": 10, "star": 13}.get(symbol(index), 11)


def tone(index: int) -> str:
    """Return the colour of a cohort's marks."""
    return _TONES[index % len(_TONES)]


def sign(index: int) -> str:
    """Return the shape as plain text."""
    return _GLYPHS[index % len(_GLYPHS)]


def colored_sign(index: int) -> str:
    """Return the shape as markup in its colour."""
    return glyph(sign(index), color=tone(index))


def legend_item(index: int, name: str) -> str:
    """Return a legend's item: the sign and what the cohort is called."""
    shown = label.shortened(label.clean(name), room=160)
    return f"{colored_sign(index)} {label.escaped(shown)}"
