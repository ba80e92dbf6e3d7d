"""The marks of a figure of means: a point on its interval, and an open one that counts bands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from components.charts import _census_words as census_words
from components.charts import _cohort_look, _estimates, _scale_axis, label, theme
from components.charts._canvas import Part
from components.charts._marks import Bar, arrow, clamped, interval_bars, overlap
from components.charts._mean_lanes import MeanLane, number_words, second_words
from components.charts._touch import steady, touch
from services.models.estimate import Estimate
from services.models.score import Scale


@dataclass(frozen=True, slots=True)
class _Mark:
    lane: MeanLane
    mean: Estimate
    value: float
    middle: float


def marks(lanes: Sequence[MeanLane], *, scale: Scale) -> list[Part]:
    """Return the traces of all lanes; a trace that holds nothing is left out."""
    plain = _marked((lane, lane.figures.mean, lane.middle) for lane in lanes)
    second = _marked(
        (lane, lane.figures.random_effects.mean, lane.second_middle)
        for lane in lanes
        if lane.has_second
    )
    found = [_intervals(plain, scale=scale, name="intervals", width=14, opacity=0.34)]
    if second:
        found.append(_intervals(second, scale=scale, name="second intervals", width=5, opacity=0.5))
    found.append(_points(plain, scale=scale, name="means", is_open=False))
    if second:
        found.append(_points(second, scale=scale, name="second means", is_open=True))
    return found if plain else []


def _marked(found: Iterable[tuple[MeanLane, Estimate, float]]) -> list[_Mark]:
    return [
        _Mark(lane, mean, value, middle)
        for lane, mean, middle in found
        if (value := _estimates.drawn_value(mean)) is not None
    ]


def _intervals(
    found: Sequence[_Mark], *, scale: Scale, name: str, width: int, opacity: float
) -> Part:
    span = _scale_axis.span_of(scale)
    drawn = [
        (mark, within) for mark in found if (within := overlap(_estimates.ends(mark.mean), span))
    ]
    bars = [Bar(within, mark.middle, _cohort_look.tone(mark.lane.index)) for mark, within in drawn]
    return {
        **interval_bars(bars, name=name, width=width, opacity=opacity),
        **steady(opacity=opacity),
        **_touched([mark.lane for mark, _ in drawn]),
    }


def _points(found: Sequence[_Mark], *, scale: Scale, name: str, is_open: bool) -> Part:
    tones = [_cohort_look.tone(mark.lane.index) for mark in found]
    span = _scale_axis.span_of(scale)
    ground = [theme.BACKGROUND] * len(found)
    return {
        "type": "scatter",
        "name": name,
        "mode": "markers",
        "cliponaxis": False,
        "x": [clamped(mark.value, span) for mark in found],
        "y": [mark.middle for mark in found],
        "marker": {
            "symbol": [
                arrow(mark.value, span)
                or ("circle" if is_open else _cohort_look.symbol(mark.lane.index))
                for mark in found
            ],
            "size": [7 if is_open else _cohort_look.size(mark.lane.index) for mark in found],
            "color": ground if is_open else tones,
            "opacity": 1,
            "line": {"width": 1.5, "color": tones if is_open else ground},
        },
        **steady(opacity=1),
        **_touched([mark.lane for mark in found]),
    }


def _touched(lanes: Sequence[MeanLane]) -> Part:
    return touch(map(_hover, lanes), ([lane.figures.metric.key, lane.index] for lane in lanes))


def _hover(lane: MeanLane) -> str:
    lines = [
        f"<b>{label.block(lane.cohort.label, room=300, lines=3)}</b>",
        label.block(lane.figures.metric.name, room=300, lines=3),
        label.escaped(number_words(lane.figures)),
    ]
    if lane.has_second:
        lines.append(label.escaped(second_words(lane.figures)))
    said = (
        *census_words.median_words(lane.figures),
        census_words.coverage(lane.figures.census),
        *census_words.left_out(lane.figures.census),
    )
    return "<br>".join([*lines, *map(label.escaped, said)])
