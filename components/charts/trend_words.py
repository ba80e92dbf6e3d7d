"""Trends in words: the data table, and the sentence for who cannot see the figure."""

from typing import Literal

from components.charts import _estimates, _periods, _trend_plan, label
from components.charts._trend_plan import Place, Plan, Shown
from services.models import notation
from services.models.table import Cell, Table
from services.models.trend import Trend, TrendAnswer

What = Literal["mean", "pass_rate"]

_MOST_SAID = 2
_NOUNS = {Shown.MEAN: "Mean", Shown.RATE: "Pass rate, percent"}


def trend_table(answer: TrendAnswer, *, what: What = "mean") -> Table:
    """Return one row for each period of each cohort, those without a figure too."""
    plan = _trend_plan.plan(answer, what=Shown(what), compact=False)
    return Table(
        columns=(
            *("Cohort", "Period", "From", "n", _NOUNS[plan.what], "Lower", "Upper"),
            *("Level, percent", "Versions", "Another version begins", "Not over yet", "Remark"),
        ),
        rows=tuple(_row(place, plan) for place in plan.places),
    )


def trend_sentence(answer: TrendAnswer, *, what: What = "mean", cut: float | None = None) -> str:
    """Say each cohort's first, lowest, highest and last figure, and where versions change."""
    plan = _trend_plan.plan(answer, what=Shown(what), compact=False)
    noun = "Pass rate" if plan.what is Shown.RATE else f"Mean of {label.brief(answer.metric.name)}"
    parts = [f"{noun} by {answer.period}."]
    for index, trend in enumerate(answer.trends):
        places = [place for place in plan.places if place.index == index]
        parts.append(_said(trend, places, answer=answer, plan=plan))
    if cut is not None and plan.what is Shown.MEAN and plan.scale.high == 100:
        parts.append(f"The cut of {notation.number(cut)} is drawn.")
    if plan.drawn:
        parts.append(f"In brackets: {_estimates.level(plan.drawn[0].estimate)}.")
    return " ".join(parts if answer.trends else [*parts, "No cohorts."])


def trend_finding(answer: TrendAnswer, *, what: What = "mean") -> str:
    """Say where the first cohorts began and ended, with intervals and n, in one sentence."""
    plan = _trend_plan.plan(answer, what=Shown(what), compact=False)
    noun = "Pass rate" if plan.what is Shown.RATE else f"Mean of {label.brief(answer.metric.name)}"
    drawn = {
        index: [place for place in plan.drawn if place.index == index]
        for index in range(len(answer.trends))
    }
    told = [places for places in drawn.values() if places]
    said = [_ends_said(places, answer=answer, plan=plan) for places in told[:_MOST_SAID]]
    rest = len(told) - len(said)
    more = f"; {notation.count(rest, 'more cohort')}" if rest else ""
    silent = len(answer.trends) - len(told)
    none = f"; {notation.count(silent, 'cohort')} without a figure" if silent else ""
    return f"{noun} by {answer.period}: {'; '.join(said)}{more}{none}."


def _ends_said(places: list[Place], *, answer: TrendAnswer, plan: Plan) -> str:
    ends = [
        f"{_trend_plan.words(place, plan)}, in "
        f"{_periods.spoken(place.point.start_day, period=answer.period)}"
        f"{' (not over yet)' if place.point.is_partial else ''}"
        for place in (places[0], places[-1])[: len(places)]
    ]
    name = label.brief(places[0].trend.label)
    return f"{name} {ends[0]}" if len(ends) == 1 else f"{name} from {ends[0]}, to {ends[1]}"


def _said(trend: Trend, places: list[Place], *, answer: TrendAnswer, plan: Plan) -> str:
    drawn = [place for place in places if place.value is not None]
    said = [_periods_said(drawn, answer=answer, plan=plan)]
    empty = len(places) - len(drawn)
    if empty:
        said.append(f"{notation.count(empty, 'period')} without a figure")
    said += [_break(place, answer) for place in places if place.point.begins_version]
    if trend.undated:
        said.append(f"{trend.undated:,} without a usable date are in no period")
    return f"{label.brief(trend.label)}: {'; '.join(said)}."


def _periods_said(drawn: list[Place], *, answer: TrendAnswer, plan: Plan) -> str:
    """Say the first and the last figure, and the extremes between them."""
    if not drawn:
        return "no period has enough results"
    ranked = sorted(drawn, key=lambda place: place.value or 0)
    chosen: dict[int, list[str]] = {}
    ends = (drawn[0], ranked[0], ranked[-1], drawn[-1])
    for which, place in zip(("first", "lowest", "highest", "last"), ends, strict=True):
        chosen.setdefault(place.at, []).append(which)
    if len(drawn) == 1:
        chosen = {drawn[0].at: ["only"]}
    named = [(place, chosen[place.at]) for place in drawn if place.at in chosen]
    return ", ".join(
        f"{' and '.join(which)} {_periods.spoken(place.point.start_day, period=answer.period)}"
        f"{' (not over yet)' if place.point.is_partial else ''} {_trend_plan.words(place, plan)}"
        for place, which in named
    )


def _break(place: Place, answer: TrendAnswer) -> str:
    when = _periods.spoken(place.point.start_day, period=answer.period)
    name = f": {label.brief(place.point.versions[0])}" if place.point.versions else ""
    return f"another version begins in {when}{name}"


def _row(place: Place, plan: Plan) -> tuple[Cell, ...]:
    point = place.point
    return (
        *(place.trend.label, point.label, point.start_day, place.estimate.n),
        *_estimates.cells(place.estimate, factor=100 if plan.what is Shown.RATE else 1),
        *(_estimates.rounded(100 * place.estimate.level), ", ".join(point.versions) or None),
        *("yes" if point.begins_version else "no", "yes" if point.is_partial else "no"),
        _remark(place),
    )


def _remark(place: Place) -> str | None:
    if place.value is None:
        return _estimates.refusal(place.estimate)
    few = "few results" if _estimates.is_few(place.estimate.n) else ""
    return few or place.estimate.remark or None
