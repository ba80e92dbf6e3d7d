"""Trends for formats that draw charts themselves."""

from components.charts import _estimates, _periods, _trend_plan
from components.charts._trend_plan import Place, Plan, Shown
from components.charts.trend_words import What
from services.models.content import Lines, Range
from services.models.score import PERCENT
from services.models.trend import TrendAnswer

_MOST_COHORTS = 3
"""With more of them, intervals at one place could no longer be told apart."""
_MOST_PERIODS = 24


def trend_lines(
    answer: TrendAnswer, *, what: What = "mean", cut: float | None = None
) -> Lines | None:
    """Return the figure of each period with its interval, n below it; None where it is too much.

    The axis is the whole scale. Where another assessment version begins, another series does, in
    the same colour: no line leads from one to the other. `cut` stands on a scale of 0 to 100 only.
    """
    plan = _trend_plan.plan(answer, what=Shown(what), compact=False)
    places = [place.at for place in plan.places]
    first, last = min(places, default=0), max(places, default=0)
    # A figure beyond its scale would lie outside of the chart.
    low, high = plan.scale.low, plan.scale.high
    is_within = all(low <= (place.value or low) <= high for place in plan.drawn)
    if not plan.drawn or not is_within or len(answer.trends) > _MOST_COHORTS:
        return None
    if not 0 < last - first < _MOST_PERIODS:
        # One period is no line, and the cohorts' marks would lie on each other.
        return None
    span = range(first, last + 1)
    found = [series for index in range(len(answer.trends)) for series in _series(plan, index, span)]
    return Lines(
        categories=tuple(_category(plan, at, answer=answer) for at in span),
        series=tuple((name, points) for name, _, points in found),
        colors=tuple(index for _, index, _ in found),
        low=low,
        high=high,
        axis=_axis(plan),
        across=_across(plan, answer),
        cut=cut if plan.what is Shown.MEAN and plan.scale == PERCENT else None,
    )


def _axis(plan: Plan) -> str:
    if plan.what is Shown.RATE:
        return "Pass rate, percent"
    return f"Mean, {_estimates.scale_words(plan.scale)}"


def _category(plan: Plan, at: int, *, answer: TrendAnswer) -> str:
    """Write a period with the n of each cohort below it, in their order."""
    here = {place.index: place for place in plan.places if place.at == at}
    counts = [
        f"{here[index].estimate.n:,}" if index in here else "–"
        for index in range(len(answer.trends))
    ]
    is_open = any(place.point.is_partial for place in here.values())
    name, year = _periods.written(at, answer.period)
    return "\n".join((f"{name}*" if is_open else name, year, *counts))


def _across(plan: Plan, answer: TrendAnswer) -> str:
    names = [trend.label for trend in answer.trends]
    whose = "n" if len(names) == 1 else f"n of {', '.join(names)}, in this order"
    is_open = any(place.point.is_partial for place in plan.places)
    return f"By {answer.period}; below: {whose}{'; * not over yet' if is_open else ''}"


def _series(plan: Plan, index: int, span: range) -> list[tuple[str, int, tuple[Range | None, ...]]]:
    """Return the cohort's figures, one series for each stretch of one instrument."""
    stretches: list[list[Place]] = [[]]
    for place in (each for each in plan.places if each.index == index):
        if place.point.begins_version and stretches[-1]:
            stretches.append([])
        stretches[-1].append(place)
    drawn = [each for each in stretches if any(place.value is not None for place in each)]
    return [
        (_name(each, is_first=number == 0), index, _points(each, plan, span))
        for number, each in enumerate(drawn)
    ]


def _name(stretch: list[Place], *, is_first: bool) -> str:
    """Name the cohort, later stretches with what measures them: the legend shows the first."""
    name, versions = stretch[0].trend.label, stretch[0].point.versions
    return name if is_first else f"{name}, from here {', '.join(versions) or 'another version'}"


def _points(stretch: list[Place], plan: Plan, span: range) -> tuple[Range | None, ...]:
    held = {place.at: place for place in stretch if place.value is not None}
    return tuple(_point(held[at], plan) if at in held else None for at in span)


def _point(place: Place, plan: Plan) -> Range:
    lower, upper = place.ends or (None, None)
    low, high = plan.scale.low, plan.scale.high
    return Range(
        label=place.point.label,
        words=_trend_plan.words(place, plan),
        value=place.value,
        lower=None if lower is None else min(max(lower, low), high),
        upper=None if upper is None else min(max(upper, low), high),
    )
