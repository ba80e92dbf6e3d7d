"""Small pieces of traces that figures share: intervals as bars, points, and where they lie."""

from collections.abc import Sequence
from typing import NamedTuple

from components.charts import theme
from components.charts._canvas import Part

Ends = tuple[float, float]


class Bar(NamedTuple):
    """One interval as a level bar: both ends on its axis, the middle of its row, its colour."""

    ends: Ends
    middle: float
    tone: str


def interval_bars(bars: Sequence[Bar], *, name: str, width: object, opacity: float) -> Part:
    """Return all intervals as one trace; `width` is their thickness, one for all or for each."""
    return {
        "type": "bar",
        "name": name,
        "orientation": "h",
        "base": [bar.ends[0] for bar in bars],
        "x": [bar.ends[1] - bar.ends[0] for bar in bars],
        "y": [bar.middle for bar in bars],
        "width": width,
        "marker": {
            "color": [bar.tone for bar in bars],
            "opacity": opacity,
            "cornerradius": "50%",
            "line": {"width": 0},
        },
    }


def filled_or_open(full: Sequence[bool], tones: Sequence[str]) -> Part:
    """Return the ink of points: filled in their tone, or open with a ring of it."""
    pairs = list(zip(full, tones, strict=True))
    return {
        "color": [tone if is_full else theme.BACKGROUND for is_full, tone in pairs],
        "opacity": 1,
        "line": {
            "width": [1.5 if is_full else 2 for is_full in full],
            "color": [theme.BACKGROUND if is_full else tone for is_full, tone in pairs],
        },
    }


def overlap(ends: Ends | None, span: Ends) -> Ends | None:
    """Return the part of an interval that lies on an axis over `span`; None without any."""
    if ends is None:
        return None
    lower, upper = sorted(ends)
    lower, upper = max(lower, span[0]), min(upper, span[1])
    return (lower, upper) if lower <= upper else None


def clamped(value: float, span: Ends) -> float:
    """Return where a value is drawn: what lies beyond the axis, at its end."""
    return min(max(value, span[0]), span[1])


def arrow(value: float, span: Ends) -> str | None:
    """Return the shape of a value beyond the axis; None for one on it."""
    if value > span[1]:
        return "triangle-right"
    return "triangle-left" if value < span[0] else None
