"""The summary under a cohort's scores: mean with its interval, median, and the middle half."""

from collections.abc import Sequence

from components.charts import _census_words as census_words
from components.charts import _cohort_look, _estimates, _scale_axis, label, theme
from components.charts._canvas import Part
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
    found = [
        (row, *span)
        for row in rows
        if (span := _scale_axis.span_on(census_words.quartiles(row.figures), scale))
    ]
    return _level_bars(found, name="middle halves", width=3, opacity=0.5, is_quiet=True)


def _intervals(rows: Sequence[Spread], *, scale: Scale) -> Part:
    found = [
        (row, *span)
        for row in rows
        if (span := _scale_axis.span_on(_estimates.ends(row.figures.mean), scale))
    ]
    return _level_bars(found, name="intervals", width=14, opacity=0.42, is_quiet=False)


def _level_bars(
    found: Sequence[tuple[Spread, float, float]],
    *,
    name: str,
    width: int,
    opacity: float,
    is_quiet: bool,
) -> Part:
    return {
        "type": "bar",
        "name": name,
        "orientation": "h",
        "base": [lower for _, lower, _ in found],
        "x": [upper - lower for _, lower, upper in found],
        "y": [row.strip for row, _, _ in found],
        "width": width,
        "marker": {
            "color": [
                theme.GREY if is_quiet else _cohort_look.tone(row.index) for row, _, _ in found
            ],
            "opacity": opacity,
            "cornerradius": "50%",
            "line": {"width": 0},
        },
        **steady(opacity=opacity),
        **touch((_hover(row) for row, _, _ in found), ([row.index] for row, _, _ in found)),
    }


def _medians(rows: Sequence[Spread], *, scale: Scale) -> Part:
    found = [
        (row, value)
        for row in rows
        if (value := _estimates.drawn_value(row.figures.median)) is not None
    ]
    return {
        "type": "scatter",
        "name": "medians",
        "mode": "markers",
        "cliponaxis": False,
        "x": [_scale_axis.clamped(value, scale) for _, value in found],
        "y": [row.strip for row, _ in found],
        "marker": {
            "symbol": "line-ns",
            "size": 17,
            "opacity": 1,
            "line": {"width": 2, "color": theme.TEXT},
        },
        **steady(opacity=1),
        **touch((_hover(row) for row, _ in found), ([row.index] for row, _ in found)),
    }


def _means(rows: Sequence[Spread], *, scale: Scale) -> Part:
    found = [(row, _estimates.drawn_value(row.figures.mean) or 0.0) for row in rows]
    return {
        "type": "scatter",
        "name": "means",
        "mode": "markers",
        "cliponaxis": False,
        "x": [_scale_axis.clamped(value, scale) for _, value in found],
        "y": [row.strip for row, _ in found],
        "marker": {
            "symbol": [
                _scale_axis.arrow(value, scale) or _cohort_look.symbol(row.index)
                for row, value in found
            ],
            "size": [_cohort_look.size(row.index) for row, _ in found],
            "color": [_cohort_look.tone(row.index) for row, _ in found],
            "opacity": 1,
            "line": {"width": 1.5, "color": theme.BACKGROUND},
        },
        **steady(opacity=1),
        **touch((_hover(row) for row, _ in found), ([row.index] for row, _ in found)),
    }


def _hover(row: Spread) -> str:
    said = [
        census_words.mean_words(row.figures),
        *census_words.median_words(row.figures),
        census_words.coverage(row.figures.census),
        *census_words.warnings(row.figures),
    ]
    return "<br>".join([hover_name(row), *map(label.escaped, said)])
