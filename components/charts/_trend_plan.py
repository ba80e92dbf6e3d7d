"""Points of a trend with their places: what is drawn, where, and what is linked by a line."""

from dataclasses import dataclass
from enum import StrEnum

from components.charts import _estimates, _periods
from services.models.estimate import Estimate
from services.models.score import PERCENT, Scale
from services.models.trend import Trend, TrendAnswer, TrendPoint

_BAND = 14
"""Pixels that a band is wide at most."""
_WIDE_PLOT = 640
_COMPACT_PLOT = 220


class Shown(StrEnum):
    """What of a period is drawn."""

    MEAN = "mean"
    RATE = "pass_rate"


@dataclass(frozen=True, slots=True)
class Place:
    """One period of one cohort with its place; `value` is None where nothing is drawn."""

    index: int
    trend: Trend
    point: TrendPoint
    estimate: Estimate
    at: int
    """The period's place on the axis."""
    x: float
    """The mark's own: cohorts stand side by side."""
    value: float | None
    ends: tuple[float, float] | None
    is_linked: bool
    """Whether a line leads here: drawn periods that follow each other, of one instrument."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All places, cohort after cohort, and what they share."""

    places: tuple[Place, ...]
    scale: Scale
    """Of the values: percent for pass rates."""
    what: Shown
    width: float
    """Of a band, in periods."""
    is_dense: bool
    """Whether marks have to be small to lie side by side."""

    @property
    def drawn(self) -> tuple[Place, ...]:
        """The places that get a mark."""
        return tuple(place for place in self.places if place.value is not None)


def plan(answer: TrendAnswer, *, what: Shown, compact: bool) -> Plan:
    """Place all periods of all cohorts."""
    scale = answer.metric.scale if what is Shown.MEAN else PERCENT
    starts = [
        _periods.place(point.start_day, period=answer.period)
        for trend in answer.trends
        for point in trend.points
    ]
    count = len(answer.trends)
    periods = max(starts, default=0) - min(starts, default=0) + 1
    unit = (_COMPACT_PLOT if compact else _WIDE_PLOT) / periods
    width = min(0.7 / max(count, 1), _BAND / unit)
    found: list[Place] = []
    for index, trend in enumerate(answer.trends):
        shift = (index - (count - 1) / 2) * width * 1.15
        found += _places(trend, answer, index=index, shift=shift, what=what)
    return Plan(tuple(found), scale, what, width, is_dense=unit * width < 8)


def _places(
    trend: Trend, answer: TrendAnswer, *, index: int, shift: float, what: Shown
) -> list[Place]:
    found: list[Place] = []
    for point in trend.points:
        estimate = point.mean if what is Shown.MEAN else point.pass_rate
        factor = 1 if what is Shown.MEAN else 100
        at = _periods.place(point.start_day, period=answer.period)
        value = _estimates.drawn_value(estimate, factor=factor)
        before = found[-1] if found else None
        found.append(
            Place(
                index=index,
                trend=trend,
                point=point,
                estimate=estimate,
                at=at,
                x=at + shift,
                value=value,
                ends=None if value is None else _estimates.ends(estimate, factor=factor),
                is_linked=_follows(before, at) and value is not None and not point.begins_version,
            )
        )
    return found


def _follows(before: Place | None, at: int) -> bool:
    return before is not None and before.value is not None and before.at == at - 1


def words(place: Place, plan: Plan) -> str:
    """Write the figure of a period with its interval, or why there is none."""
    n = place.estimate.n
    if place.value is None:
        return _estimates.refusal(place.estimate)
    rate = plan.what is Shown.RATE
    places = _estimates.rate_places(n) if rate else _estimates.places(plan.scale)
    said = _estimates.in_words(place.estimate, places=places, factor=100 if rate else 1)
    unit = " %" if rate else _estimates.of_scale(plan.scale)
    number, _, rest = said.partition(" ")
    comma = "," if number.endswith(",") else ""
    tail = f" {rest}" if rest else ""
    return f"{number.rstrip(',')}{unit}{comma}{tail}, {_estimates.size_words(n)}"


def spread(plan: Plan, *, cut: float | None) -> tuple[float, float]:
    """Return the ends of the value axis, which holds all intervals and the cut.

    It is not shorter than 40 % of the scale, so that small changes look small.
    """
    low, high = plan.scale.low, plan.scale.high
    found = [value for place in plan.drawn if (value := place.value) is not None]
    for place in plan.drawn:
        found += [min(max(end, low), high) for end in place.ends or ()]
    found += [cut] if cut is not None else []
    if not found:
        return low, high
    least, most = min(found), max(found)
    missing = max(0.0, 0.4 * (high - low) - (most - least)) / 2
    margin = 0.03 * (high - low)
    bottom, top = least - missing - margin, most + missing + margin
    over, under = max(0.0, top - max(high, most)), max(0.0, min(low, least) - bottom)
    return bottom - over + under - margin * (under > 0), top - over + under + margin * (over > 0)
