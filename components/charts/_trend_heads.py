"""Words above a trend: where another assessment version begins, and which period is not over."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts import _cohort_look, label, theme
from components.charts._canvas import Part, head, line
from components.charts._trend_plan import Place, Plan

_LINE = 15
_MOST_LEVELS = 3
_ROOM = 120


@dataclass(frozen=True, slots=True)
class Head:
    """One text above the plot; `plain` measures it."""

    x: float
    markup: str
    plain: str


def heads(plan: Plan) -> list[Head]:
    """Return all texts from left to right: a break between two periods, a period not over yet."""
    found = [_break(places, plan) for places in _breaks(plan).values()]
    partial = sorted({place.at for place in plan.places if place.point.is_partial})
    found += [Head(at, "not over yet", "not over yet") for at in partial]
    return sorted(found, key=lambda each: each.x)


def _breaks(plan: Plan) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = {}
    for place in plan.places:
        if place.point.begins_version:
            found.setdefault(place.at, []).append(place)
    return found


def _break(places: Sequence[Place], plan: Plan) -> Head:
    """Name the version that begins, and the cohorts for which it does if not for all."""
    cohorts = {place.index for place in plan.places}
    begun = {place.index for place in places}
    versions = {place.point.versions[0] for place in places if place.point.versions}
    name = versions.pop() if len(versions) == 1 else "other versions"
    text = f"from here {label.shortened(label.clean(name), room=_ROOM, size=theme.SMALL)}"
    some = sorted(begun) if begun != cohorts else []
    markup = "".join(f"{_cohort_look.colored_sign(index)} " for index in some)
    plain = "".join(f"{_cohort_look.sign(index)} " for index in some)
    return Head(places[0].at - 0.5, f"{markup}{label.escaped(text)}", f"{plain}{text}")


def levels(found: Sequence[Head], *, ends: tuple[float, float], room: float) -> list[int | None]:
    """Return on which level above the plot each text fits; None where it fits on none.

    `ends` are the axis' ends, `room` its narrowest width in pixels.
    """
    unit = room / (ends[1] - ends[0])
    filled = [float("-inf")] * _MOST_LEVELS
    chosen: list[int | None] = []
    for each in found:
        width = label.width(each.plain, size=theme.SMALL) + 12
        start = (each.x - ends[0]) * unit - width * _lean(each, ends)
        level = next((at for at, end in enumerate(filled) if start >= end), None)
        chosen.append(level)
        if level is not None:
            filled[level] = start + width
    return chosen


def height(levels: Sequence[int | None]) -> int:
    """Return the pixels that all levels take above the plot."""
    return _LINE * max((level + 1 for level in levels if level is not None), default=0)


def _lean(each: Head, ends: tuple[float, float]) -> float:
    """Return which share of a text lies left of its place: none at the left end, all at the right.

    A text never reaches beyond the plot.
    """
    share = (each.x - ends[0]) / (ends[1] - ends[0])
    return 0 if share < 0.25 else 1 if share > 0.75 else 0.5


def parts(
    found: Sequence[Head], chosen: Sequence[int | None], *, ends: tuple[float, float]
) -> list[Part]:
    """Return the texts that fit."""
    anchors = {0: "left", 0.5: "center", 1: "right"}
    return [
        head(each.markup, x=each.x, y=4 + _LINE * level) | {"xanchor": anchors[_lean(each, ends)]}
        for each, level in zip(found, chosen, strict=True)
        if level is not None
    ]


def shapes(plan: Plan) -> list[Part]:
    """Return the line of each break, and the quiet ground of a period that is not over."""
    lines = [
        line(x=at - 0.5, dash="dash", color=theme.MUTED, thickness=1) | {"layer": "below"}
        for at in sorted(_breaks(plan))
    ]
    partial = sorted({place.at for place in plan.places if place.point.is_partial})
    return [*map(_ground, partial), *lines]


def _ground(at: int) -> Part:
    return {
        "type": "rect",
        "xref": "x",
        "x0": at - 0.5,
        "x1": at + 0.5,
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "fillcolor": theme.FAINT,
        "line": {"width": 0},
        "layer": "below",
    }
