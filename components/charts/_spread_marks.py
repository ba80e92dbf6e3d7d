"""The scores of a distribution figure: dots up to 49 of a cohort, bins above."""

from collections.abc import Sequence
from itertools import chain

from components.charts import _census_words as census_words
from components.charts import _cohort_look, _estimates, _scale_axis, label, theme
from components.charts._canvas import Part
from components.charts._marks import arrow, clamped
from components.charts._spreads import ZONE, Spread
from components.charts._swarm import swarm
from components.charts._touch import steady, touch
from services.models.score import Scale

_DOT = 7
_APART = 0.018
"""Share of the axis that two dots of one level are apart: their size on a card of 400 pixels."""


def marks(rows: Sequence[Spread], *, scale: Scale) -> list[Part]:
    """Return bins, their outlines and dots; a trace that holds nothing is left out."""
    binned = [row for row in rows if row.has_bins]
    highest = tallest(rows)
    found = [_bins(binned, highest=highest)] if binned else []
    found += [_outline(row, highest=highest) for row in binned]
    dotted = [row for row in rows if not row.has_bins and census_words.finite(row.figures)]
    return [*found, *([_dots(dotted, scale=scale)] if dotted else [])]


def tallest(rows: Sequence[Spread]) -> float:
    """Return the largest share that one bin holds of its cohort, over all rows; 0 without bins."""
    shares = (share for row in rows if row.has_bins for share in _shares(row))
    return max(shares, default=0.0)


def _shares(row: Spread) -> list[float]:
    drawn = row.figures.distribution
    total = sum(drawn.counts) + drawn.beyond
    return [count / max(total, 1) for count in drawn.counts]


def _heights(row: Spread, *, highest: float) -> list[float]:
    return [ZONE * share / (highest or 1) for share in _shares(row)]


def _bins(rows: Sequence[Spread], *, highest: float) -> Part:
    drawn = [(row, *each) for row in rows for each in _row_bins(row, highest=highest)]
    return {
        "type": "bar",
        "name": "bins",
        "x": [(low + high) / 2 for _, low, high, _, _ in drawn],
        "base": [row.ground for row, _, _, _, _ in drawn],
        "y": [-height for _, _, _, height, _ in drawn],
        "width": [high - low for _, low, high, _, _ in drawn],
        "marker": {
            "color": [_cohort_look.tone(row.index) for row, _, _, _, _ in drawn],
            "opacity": 0.3,
            "line": {"width": 0},
        },
        **steady(opacity=0.3),
        **touch(
            (_bin_hover(row, low, high, count) for row, low, high, _, count in drawn),
            ([row.index] for row, _, _, _, _ in drawn),
        ),
    }


def _row_bins(row: Spread, *, highest: float) -> list[tuple[float, float, float, int]]:
    """Return (low, high, height in pixels, count) of each bin."""
    given = row.figures.distribution
    heights = _heights(row, highest=highest)
    return list(zip(given.edges, given.edges[1:], heights, given.counts, strict=False))


def _outline(row: Spread, *, highest: float) -> Part:
    """Return the upper edge of a row's bins, so that low ones still show."""
    edges = row.figures.distribution.edges
    tops = [row.ground - height for height in _heights(row, highest=highest)]
    x = [edges[0], *chain.from_iterable((edge, edge) for edge in edges[1:-1]), edges[-1]]
    return {
        "type": "scatter",
        "name": "outline",
        "mode": "lines",
        "x": x,
        "y": list(chain.from_iterable((top, top) for top in tops)),
        "line": {"color": _cohort_look.tone(row.index), "width": 1.5, "shape": "linear"},
        "hoverinfo": "skip",
    }


def _dots(rows: Sequence[Spread], *, scale: Scale) -> Part:
    """Return every score as a dot; all rows pile up by the same step, so that piles compare."""
    span = _scale_axis.span_of(scale)
    apart = (scale.high - scale.low) * _APART
    swarms = [(row, swarm(census_words.finite(row.figures), apart=apart)) for row in rows]
    deepest = max(dot.level for _, dots in swarms for dot in dots)
    step = min(_DOT, (ZONE - _DOT) / max(deepest, 1))
    drawn = [(row, dot) for row, dots in swarms for dot in dots]
    arrows = [arrow(dot.value, span) for _, dot in drawn]
    return {
        "type": "scatter",
        "name": "dots",
        "mode": "markers",
        "cliponaxis": False,
        "x": [clamped(dot.value, span) for _, dot in drawn],
        "y": [row.ground - _DOT / 2 - 1 - step * dot.level for row, dot in drawn],
        "marker": {
            "symbol": [found or "circle" for found in arrows],
            "size": [_DOT + 3 * bool(found) for found in arrows],
            "color": [_cohort_look.tone(row.index) for row, _ in drawn],
            "opacity": 0.75,
            "line": {"width": 1, "color": theme.BACKGROUND},
        },
        **steady(opacity=0.75),
        **touch(
            (_dot_hover(row, dot.value) for row, dot in drawn), ([row.index] for row, _ in drawn)
        ),
    }


def hover_name(row: Spread) -> str:
    """Return the cohort's name as the first line of what a mark shows."""
    return f"<b>{label.block(row.cohort.label, room=300, lines=3)}</b>"


def _bin_hover(row: Spread, low: float, high: float, count: int) -> str:
    places = 0 if float(low).is_integer() and float(high).is_integer() else 2
    between = _estimates.interval(low, high, places=places)
    drawn = row.figures.distribution
    total = sum(drawn.counts) + drawn.beyond
    share = label.escaped(census_words.percent(count / max(total, 1), n=total))
    return f"{hover_name(row)}<br>{between}: {count:,} of {total:,} ({share})"


def _dot_hover(row: Spread, value: float) -> str:
    scale = row.figures.metric.scale
    written = f"{value:.6g}".replace("-", "−")
    beyond = "" if census_words.is_on(value, scale) else ", beyond the scale"
    return f"{hover_name(row)}<br>{written}{_estimates.of_scale(scale)}{beyond}"
