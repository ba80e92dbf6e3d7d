"""The summary under a cohort's scores: mean with its interval, median, and the middle half."""

from collections.abc import Sequence

from components.charts import _census_words as census_words
from components.charts import _cohort_look, _estimates, _scale_axis, label, theme
from components.charts._canvas import Part
from components.charts._marks import Bar, Ends, arrow, clamped, interval_bars, overlap
from components.charts._spread_marks import hover_name
from components.charts._spreads import Spread
from components.charts._touch import steady, touch
from services.models.score import Scale


def summary(rows: Sequence[Spread], *, scale: Scale) -> list[Part]:
    """Return the traces of all rows that have a summary, from the ground up."""
    drawn = [row for row in rows if row.has_summary]
    if not drawn:
        return []
    return [
        _middle_halves(drawn, scale=scale),
        _intervals(drawn, scale=scale),
        _medians(drawn, scale=scale),
        _means(drawn, scale=scale),
    ]


def _middle_halves(rows: Sequence[Spread], *, scale: Scale) -> Part:
    found = _on_axis([(row, census_words.quartiles(row.figures)) for row in rows], scale=scale)
    bars = [Bar(ends, row.strip, theme.GREY) for row, ends in found]
    part = interval_bars(bars, name="middle halves", width=3, opacity=0.5)
    return {**part, **steady(opacity=0.5), **_touched([row for row, _ in found])}


def _intervals(rows: Sequence[Spread], *, scale: Scale) -> Part:
    found = _on_axis([(row, _estimates.ends(row.figures.mean)) for row in rows], scale=scale)
    bars = [Bar(ends, row.strip, _cohort_look.tone(row.index)) for row, ends in found]
    part = interval_bars(bars, name="intervals", width=14, opacity=0.42)
    return {**part, **steady(opacity=0.42), **_touched([row for row, _ in found])}


def _on_axis(
    rows: Sequence[tuple[Spread, Ends | None]], *, scale: Scale
) -> list[tuple[Spread, Ends]]:
    span = _scale_axis.span_of(scale)
    return [(row, within) for row, ends in rows if (within := overlap(ends, span))]


def _medians(rows: Sequence[Spread], *, scale: Scale) -> Part:
    medians = [(row, _estimates.drawn_value(row.figures.median)) for row in rows]
    found = [(row, value) for row, value in medians if value is not None]
    marker: Part = {
        "symbol": "line-ns",
        "size": 17,
        "opacity": 1,
        "line": {"width": 2, "color": theme.TEXT},
    }
    return _points(found, scale=scale, name="medians", marker=marker)


def _means(rows: Sequence[Spread], *, scale: Scale) -> Part:
    found = [(row, _estimates.drawn_value(row.figures.mean) or 0.0) for row in rows]
    span = _scale_axis.span_of(scale)
    marker: Part = {
        "symbol": [arrow(value, span) or _cohort_look.symbol(row.index) for row, value in found],
        "size": [_cohort_look.size(row.index) for row, _ in found],
        "color": [_cohort_look.tone(row.index) for row, _ in found],
        "opacity": 1,
        "line": {"width": 1.5, "color": theme.BACKGROUND},
    }
    return _points(found, scale=scale, name="means", marker=marker)


def _points(
    found: Sequence[tuple[Spread, float]], *, scale: Scale, name: str, marker: Part
) -> Part:
    return {
        "type": "scatter",
        "name": name,
        "mode": "markers",
        "cliponaxis": False,
        "x": [clamped(value, _scale_axis.span_of(scale)) for _, value in found],
        "y": [row.strip for row, _ in found],
        "marker": marker,
        **steady(opacity=1),
        **_touched([row for row, _ in found]),
    }


def _touched(rows: Sequence[Spread]) -> Part:
    return touch(map(_hover, rows), ([row.index] for row in rows))


def _hover(row: Spread) -> str:
    said = [
        census_words.mean_words(row.figures),
        *census_words.median_words(row.figures),
        census_words.coverage(row.figures.census),
        *census_words.warnings(row.figures),
    ]
    return "<br>".join([hover_name(row), *map(label.escaped, said)])
