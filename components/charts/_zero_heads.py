"""The words above a forest around zero: what it means to lie at either side."""

from dataclasses import dataclass

from components.charts import label, theme
from components.charts._canvas import Part, head
from components.charts._estimate_rows import GUTTER, Sheet

_LINE = 15
_APART = 8
"""Pixels between zero and the words beside it."""
_LEAST = 0.27
"""The share of the axis that either side of zero has at least."""


@dataclass(frozen=True, slots=True)
class Sides:
    """What lies below zero, and above, in plain words."""

    below: str
    above: str
    tail: str = ""
    """Stands behind both and is never cut: "higher"."""

    def words(self, *, room: float) -> tuple[str, str]:
        """Return both with their arrows, as markup, each cut to `room` pixels."""
        tail = f" {self.tail}" if self.tail else ""
        free = room - label.width(f"← {tail}", size=theme.SMALL)
        below, above = (
            label.escaped(label.shortened(label.clean(text), room=free, size=theme.SMALL))
            for text in (self.below, self.above)
        )
        return f"← {below}{tail}", f"{above}{tail} →"


@dataclass(frozen=True, slots=True)
class Heads:
    """The words with their place; `height` is what they take above the plot, in pixels."""

    parts: list[Part]
    height: int


NO_HEADS = Heads([], height=0)


def heads(sides: Sides, laid: Sheet) -> Heads:
    """Return the words beside zero, or over each other at both ends where these have no room."""
    up = 24 if laid.is_tall else 4
    whole = theme.COMPACT if laid.compact else theme.WIDE
    room = min(laid.left, laid.right) + _LEAST * (whole - laid.left - laid.right) - _APART
    if laid.compact and sides.words(room=room) != sides.words(room=whole):
        below, above = sides.words(room=whole - 2 * GUTTER)
        stacked = [
            _head(below, anchor="left", up=up + _LINE) | {"xref": "paper", "x": 0},
            _head(above, anchor="right", up=up) | {"xref": "paper", "x": 1},
        ]
        return Heads(stacked, height=18 + _LINE)
    below, above = sides.words(room=room)
    beside = [
        _head(below, anchor="right", up=up) | {"xshift": -_APART},
        _head(above, anchor="left", up=up) | {"xshift": _APART},
    ]
    return Heads(beside, height=18)


def _head(text: str, *, anchor: str, up: int) -> Part:
    return head(text, x=0, y=up) | {"xanchor": anchor}
