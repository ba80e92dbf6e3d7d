"""The marks of a trend: a band and a point for each period, and lines between neighbours."""

from collections.abc import Sequence

from components.charts import _cohort_look, _periods, _trend_plan, label
from components.charts._canvas import Part
from components.charts._marks import filled_or_open, overlap
from components.charts._scale_axis import span_of
from components.charts._touch import steady, touch
from components.charts._trend_plan import Place, Plan
from services.models.trend import Period


def marks(plan: Plan, *, period: Period) -> list[Part]:
    """Return lines, bands and points; nothing where no period is drawn."""
    if not plan.drawn:
        return []
    indices = sorted({place.index for place in plan.drawn})
    lines = [_line(plan, index) for index in indices]
    return [*lines, _bands(plan, period=period), _points(plan, period=period)]


def _line(plan: Plan, index: int) -> Part:
    """Return one cohort's line, broken where a period is missing or another instrument begins."""
    x: list[float | None] = []
    y: list[float | None] = []
    for place in plan.drawn:
        if place.index != index:
            continue
        if not place.is_linked and x:
            x.append(None)
            y.append(None)
        x.append(place.x)
        y.append(place.value)
    return {
        "type": "scatter",
        "name": "line",
        "mode": "lines",
        "x": x,
        "y": y,
        "connectgaps": False,
        "line": {"color": _cohort_look.tone(index), "width": 1.5},
        "opacity": 0.6,
        "hoverinfo": "skip",
    }


def _bands(plan: Plan, *, period: Period) -> Part:
    span = span_of(plan.scale)
    found = [(place, *within) for place in plan.drawn if (within := overlap(place.ends, span))]
    return {
        "type": "bar",
        "name": "bands",
        "x": [place.x for place, _, _ in found],
        "base": [lower for _, lower, _ in found],
        "y": [upper - lower for _, lower, upper in found],
        "width": plan.width,
        "marker": {
            "color": [_cohort_look.tone(place.index) for place, _, _ in found],
            "opacity": 0.32,
            "cornerradius": "50%",
            "line": {"width": 0},
        },
        **steady(opacity=0.32),
        **_touched([place for place, _, _ in found], plan, period=period),
    }


def _points(plan: Plan, *, period: Period) -> Part:
    drawn = plan.drawn
    size = 0.7 if plan.is_dense else 1
    full = [not place.point.is_partial for place in drawn]
    return {
        "type": "scatter",
        "name": "points",
        "mode": "markers",
        "cliponaxis": False,
        "x": [place.x for place in drawn],
        "y": [place.value for place in drawn],
        "marker": {
            "symbol": [_cohort_look.symbol(place.index) for place in drawn],
            "size": [_cohort_look.size(place.index) * size for place in drawn],
            **filled_or_open(full, [_cohort_look.tone(place.index) for place in drawn]),
        },
        **steady(opacity=1),
        **_touched(drawn, plan, period=period),
    }


def _touched(places: Sequence[Place], plan: Plan, *, period: Period) -> Part:
    return touch(
        (_hover(place, plan, period=period) for place in places),
        ([place.index, place.point.label] for place in places),
    )


def _hover(place: Place, plan: Plan, *, period: Period) -> str:
    point = place.point
    partial = ", not over yet" if point.is_partial else ""
    lines = [
        f"<b>{label.block(place.trend.label, room=300, lines=3)}</b>",
        f"{_periods.spoken(point.start_day, period=period)}{partial}",
        label.escaped(_trend_plan.words(place, plan)),
    ]
    if point.versions:
        lines.append(label.block(", ".join(point.versions), room=300, lines=3))
    if point.begins_version:
        lines.append("measured by another version than the period before")
    return "<br>".join(lines)
