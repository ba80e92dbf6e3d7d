"""Difference forest: how far cohorts differ, around a drawn zero, and what could be chance."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor, log10

import plotly.graph_objects as go

from components.charts import _estimates, _gap_marks, _scale_axis, label, theme
from components.charts._canvas import Canvas, Margins, Part, across, glyph, line, muted, rows_axis
from components.charts._gap_rows import GUTTER, GapRow, gap_rows, left, right, row_words
from components.charts._gaps import Gap, pass_gaps, score_gaps
from services.models.cohort import Difference, PassDifference
from services.models.score import Scale

MOST_ROWS = 60


def differences_figure(differences: Sequence[Difference], *, compact: bool = False) -> go.Figure:
    """Draw each difference of means, b minus a, as a point on its intervals around zero.

    The inner band is the plain interval, the lighter one around it the interval corrected for all
    comparisons. What could be chance is an open, quiet point, and said. A refused difference is
    its sentence. Metrics on another scale than the first drawn one stand in words. Beyond sixty
    rows the table says the rest. A click hands over the metric's key and both labels.
    """
    return gaps_figure(score_gaps(differences), compact=compact)


def pass_differences_figure(
    differences: Sequence[PassDifference], *, compact: bool = False
) -> go.Figure:
    """Draw each difference of pass rates in percentage points, as `differences_figure` does."""
    return gaps_figure(pass_gaps(differences), compact=compact)


def gaps_figure(gaps: Sequence[Gap], *, compact: bool) -> go.Figure:
    """Draw differences of one kind, whatever they are of, as `differences_figure` does."""
    shown = gaps[:MOST_ROWS]
    scale = _axis_scale(shown)
    rows, height = gap_rows(shown, scale=scale, compact=compact)
    is_tall = height > 800
    sides = (GUTTER, GUTTER) if compact else (left(rows), right(rows, scale=scale))
    drawn = [row.gap for row in rows if row.gap and row.is_drawn]
    rest = len(gaps) - len(shown)
    foot = _foot(rest, left=sides[0], below=4 if is_tall else 26) if rest else []
    frame = Canvas(
        rows_height=height,
        margins=Margins(
            left=sides[0],
            right=sides[1],
            top=(38 if compact else 22) + (20 if is_tall else 0),
            bottom=(8 if is_tall else 26) + 22 * bool(rest),
        ),
        xaxis=_axis(_range(drawn), compact=compact, on_top=is_tall),
        yaxis=rows_axis(height),
        legend=_legend(drawn),
        compact=compact,
        annotations=[
            *(
                part
                for row in rows
                for part in row_words(row, left=sides[0], scale=scale, compact=compact)
            ),
            *(_directions(shown, sides=sides, up=24 if is_tall else 4) if drawn else []),
            *foot,
        ],
        shapes=[*_zeros(rows, compact=compact), *_rules(rows)] if drawn else [],
    )
    return frame.figure(_gap_marks.marks(rows))


def _axis_scale(gaps: Sequence[Gap]) -> Scale | None:
    """Return the scale that the axis is on: the first one's that can be drawn."""
    drawn = (gap.scale for gap in gaps if gap.value is not None)
    return next(drawn, gaps[0].scale if gaps else None)


def _range(gaps: Sequence[Gap]) -> tuple[float, float]:
    """Return the axis' ends: all intervals and zero lie inside, and neither side is a sliver."""
    found = [0.0]
    for gap in gaps:
        spans = [gap.ends or (), gap.corrected or (), (gap.value or 0.0,)]
        found += [end for span in spans for end in span]
    low, high = min(found), max(found)
    most = max(-low, high) or 1.0
    low, high = min(low, -0.4 * most), max(high, 0.4 * most)
    margin = 0.05 * (high - low)
    return low - margin, high + margin


def _axis(ends: tuple[float, float], *, compact: bool, on_top: bool) -> Part:
    """Return an axis of signed numbers, with a tick at zero."""
    low, high = ends
    step = _step((high - low) / (4.5 if compact else 7))
    ticks = [step * count for count in range(ceil(low / step), floor(high / step) + 1)]
    places = max(0, -floor(log10(step)))
    return _scale_axis.quiet_axis() | {
        "showgrid": not compact,
        "range": [low, high],
        "side": "top" if on_top else "bottom",
        "tickvals": ticks,
        "ticktext": [_estimates.signed(tick, places=places) for tick in ticks],
    }


def _step(rough: float) -> float:
    """Return 1, 2 or 5 times a power of ten, not below `rough`."""
    unit = 10.0 ** floor(log10(rough))
    return next(unit * nice for nice in (1, 2, 5, 10) if unit * nice >= rough)


def _zeros(rows: Sequence[GapRow], *, compact: bool) -> list[Part]:
    """Return the line at zero: over all rows, or between the words when compact."""
    whole = line(x=0, color=theme.MUTED, thickness=1)
    if not compact:
        return [whole | {"layer": "below"}]
    return [
        whole | {"yref": "y", "y0": row.middle - 12, "y1": row.middle + 12}
        for row in rows
        if row.is_drawn
    ]


def _rules(rows: Sequence[GapRow]) -> list[Part]:
    """Return a line over each heading but the first."""
    return [across(y=row.top + 2, color=theme.GRID) for _, row in pairwise(rows) if not row.gap]


def _directions(gaps: Sequence[Gap], *, sides: tuple[int, int], up: int) -> list[Part]:
    """Return the words at both sides of zero that say which side is whose.

    When compact they stand over each other at both ends, since names are long.
    """
    compact = sides == (GUTTER, GUTTER)
    least = 0.26 * (theme.WIDE - sum(sides))
    room = theme.COMPACT - 62 if compact else min(sides) + least - 62
    pairs = {(gap.a, gap.b) for gap in gaps}
    lower, higher = "second-named", "first-named"
    if len(pairs) == 1:
        lower, higher = (
            label.escaped(label.shortened(label.clean(name), room=room, size=theme.SMALL))
            for name in (gaps[0].a, gaps[0].b)
        )
    lower, higher = f"← {lower} higher", f"{higher} higher →"
    if compact:
        return [
            _side(lower, x=0, anchor="left", up=up + 15),
            _side(higher, x=1, anchor="right", up=up),
        ]
    at_zero = {"xref": "x"}
    return [
        _side(lower, x=0, anchor="right", up=up) | at_zero | {"xshift": -6},
        _side(higher, x=0, anchor="left", up=up) | at_zero | {"xshift": 6},
    ]


def _side(text: str, *, x: float, anchor: str, up: int) -> Part:
    return {
        "text": text,
        "showarrow": False,
        "xref": "paper",
        "x": x,
        "xanchor": anchor,
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "yshift": up,
        "font": theme.font(size=theme.SMALL, color=theme.MUTED),
    }


def _foot(rest: int, *, left: int, below: int) -> list[Part]:
    part = _side(muted(f"{rest:,} more in the table"), x=0, anchor="left", up=-below)
    return [part | {"y": 0, "yanchor": "top", "xshift": -left}]


def _legend(drawn: Sequence[Gap]) -> list[str]:
    """Explain only what is drawn."""
    if not drawn:
        return []
    unit = "percentage points" if drawn[0].scale is None else "points"
    level = label.escaped(_estimates.level(drawn[0].difference))
    items = [f"difference in {unit}"]
    if any(gap.ends for gap in drawn):
        items.append(f"{glyph('━', color=theme.GREY)} {level}")
    if any(gap.corrected for gap in drawn):
        items.append(f"{glyph('─', color=theme.GREY)} corrected for all comparisons")
    if any(gap.could_be_chance is False for gap in drawn):
        items.append(f"{glyph('●', color=theme.SCORE)} unlikely to be chance alone")
    if any(gap.could_be_chance for gap in drawn):
        items.append(f"{glyph('○', color=theme.GREY)} could be chance")
    return items
