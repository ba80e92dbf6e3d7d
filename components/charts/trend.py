"""Trend: means or pass rates of cohorts over months or weeks, each with its interval."""

from typing import Literal

import plotly.graph_objects as go

from components.charts import (
    _cohort_look,
    _estimates,
    _periods,
    _scale_axis,
    _trend_heads,
    _trend_marks,
    _trend_plan,
    label,
    theme,
)
from components.charts._canvas import Canvas, Margins, Part, across, glyph, head
from components.charts._counts import short_count
from components.charts._round_axis import round_step
from components.charts._trend_plan import Plan, Shown
from services.models import notation
from services.models.score import PERCENT
from services.models.trend import TrendAnswer

_LEFT = 44
_LINE = 16
_TICKS = 46
"""Pixels that the labels of the periods take in two lines."""


def trend_figure(
    answer: TrendAnswer,
    *,
    what: Literal["mean", "pass_rate"] = "mean",
    cut: float | None = None,
    compact: bool = False,
) -> go.Figure:
    """Draw a point on its interval for each period of each cohort, and its n below.

    Lines link periods that follow each other. Where another assessment version begins, the line is
    broken and a dashed one drawn. A period that is not over yet is an open point on a quiet
    ground; one with fewer than five observations has its n only. The value axis shows at least
    40 % of the scale. The cut is drawn for means on a scale of 0 to 100. A click hands over the
    cohort's place and the period's label.
    """
    plan = _trend_plan.plan(answer, what=Shown(what), compact=compact)
    shown_cut = cut if plan.what is Shown.MEAN and plan.scale == PERCENT else None
    places = [place.at for place in plan.places]
    ends = (min(places, default=0) - 0.6, max(places, default=0) + 0.6)
    right = 52 if shown_cut is not None else 12
    heads = _trend_heads.heads(plan)
    room = (theme.COMPACT if compact else theme.WIDE) - _LEFT - right
    levels = _trend_heads.levels(heads, ends=ends, room=room)
    ticks = _periods.ticks(places, period=answer.period, compact=compact)
    frame = Canvas(
        rows_height=190 if compact else 230,
        margins=Margins(
            left=_LEFT,
            right=right,
            top=8 + _trend_heads.height(levels),
            bottom=(_TICKS + _LINE * len(answer.trends) + 6) if places else 8,
        ),
        xaxis=_time_axis(ticks, ends=ends),
        yaxis=_value_axis(plan, cut=shown_cut),
        legend=_legend(answer, plan),
        compact=compact,
        annotations=[
            *_trend_heads.parts(heads, levels, ends=ends),
            *_counts(answer, plan, ticks),
            *_cut_words(shown_cut),
            *_nothing(plan),
        ],
        shapes=[*_trend_heads.shapes(plan), *_cut_line(shown_cut)],
    )
    return frame.figure(_trend_marks.marks(plan, period=answer.period))


def _time_axis(ticks: list[_periods.Tick], *, ends: tuple[float, float]) -> Part:
    return _scale_axis.quiet_axis() | {
        "showgrid": False,
        "range": list(ends),
        "tickvals": [tick.place for tick in ticks],
        "ticktext": [_periods.tick_text(tick) for tick in ticks],
    }


def _value_axis(plan: Plan, *, cut: float | None) -> Part:
    low, high = _trend_plan.spread(plan, cut=cut)
    return _scale_axis.quiet_axis() | {
        "range": [low, high],
        "tick0": plan.scale.low,
        "dtick": round_step((high - low) / 5),
        "ticksuffix": " %" if plan.what is Shown.RATE else "",
    }


def _counts(answer: TrendAnswer, plan: Plan, ticks: list[_periods.Tick]) -> list[Part]:
    """Return a row of n for each cohort under the labelled periods, its sign before it."""
    counts = {(place.index, place.at): place.estimate.n for place in plan.places}
    parts: list[Part] = []
    for index in range(len(answer.trends)) if ticks else ():
        shift = -_TICKS - _LINE * (index + 0.5)
        name = "n" if len(answer.trends) == 1 else f"n {_cohort_look.colored_sign(index)}"
        parts.append(_below(name, x=0, shift=shift) | _AT_EDGE)
        for tick in ticks:
            n = counts.get((index, tick.place))
            parts.append(_below("–" if n is None else short_count(n), x=tick.place, shift=shift))
    return parts


_AT_EDGE: Part = {"xref": "paper", "xanchor": "left", "xshift": -_LEFT}


def _below(text: str, *, x: float, shift: float) -> Part:
    return head(text, x=x) | {"y": 0, "yanchor": "middle", "yshift": shift}


def _cut_line(cut: float | None) -> list[Part]:
    if cut is None:
        return []
    return [across(y=cut, dash="dot", color=theme.TEXT, thickness=1.5) | {"layer": "above"}]


def _cut_words(cut: float | None) -> list[Part]:
    if cut is None:
        return []
    part = _below(f"cut {notation.number(cut)}", x=1, shift=0)
    beside = {"xref": "paper", "xanchor": "left", "xshift": 6, "yref": "y", "y": cut}
    return [part | beside | {"font": theme.font(size=theme.SMALL)}]


def _nothing(plan: Plan) -> list[Part]:
    """Say why no period is drawn; nothing where one is."""
    if plan.drawn:
        return []
    text = "no period has enough results" if plan.places else "no results with a date"
    part = _below(text, x=0.5, shift=0)
    return [part | {"xref": "paper", "y": 0.5, "font": theme.font(color=theme.MUTED)}]


def _legend(answer: TrendAnswer, plan: Plan) -> list[str]:
    """Name the cohorts, and explain only what is drawn."""
    several = len(answer.trends) > 1
    names = [trend.label for trend in answer.trends] if several else []
    items = [_cohort_look.legend_item(index, name) for index, name in enumerate(names)]
    if plan.drawn:
        noun = "pass rate" if plan.what is Shown.RATE else "mean"
        level = label.escaped(_estimates.level(plan.drawn[0].estimate))
        items.append(f"{glyph('┃', color=theme.GREY)} {noun} with its {level}")
    if any(place.point.is_partial for place in plan.drawn):
        items.append(f"{glyph('○', color=theme.GREY)} open: not over yet")
    if any(place.point.begins_version for place in plan.places):
        items.append(f"{glyph('┆', color=theme.MUTED)} another assessment version begins")
    if any(place.value is None for place in plan.places):
        items.append("n below 5: no figure")
    return items
