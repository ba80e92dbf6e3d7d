"""Difference forest: how far cohorts differ, around a drawn zero, and what could be chance."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts import _estimates, label, theme
from components.charts._canvas import glyph
from components.charts._gap_rows import axis_scale, gap_rows
from components.charts._gaps import Gap, pass_gaps, score_gaps
from components.charts._zero_forest import zero_figure
from components.charts._zero_heads import Sides
from services.models.cohort import Difference, PassDifference

MOST_ROWS = 60


def differences_figure(differences: Sequence[Difference], *, compact: bool = False) -> go.Figure:
    """Draw each difference of means, b minus a, as a point on its intervals around zero.

    The inner band is the plain interval, the lighter one around it the interval corrected for all
    comparisons. What could be chance is an open, quiet point, and said. A refused difference is
    its sentence. Metrics on another scale than the first drawn one stand in words. Beyond sixty
    rows the table says the rest. A click hands over the metric's key and both labels.
    """
    return _figure(score_gaps(differences), compact=compact)


def pass_differences_figure(
    differences: Sequence[PassDifference], *, compact: bool = False
) -> go.Figure:
    """Draw each difference of pass rates in percentage points, as `differences_figure` does."""
    return _figure(pass_gaps(differences), compact=compact)


def _figure(gaps: Sequence[Gap], *, compact: bool) -> go.Figure:
    shown = gaps[:MOST_ROWS]
    return zero_figure(
        gap_rows(shown),
        sides=_sides(shown),
        legend=_legend(shown),
        rest=len(gaps) - len(shown),
        compact=compact,
    )


def _sides(gaps: Sequence[Gap]) -> Sides:
    """Say which side of zero is whose; with several pairs, as the rows name them."""
    pairs = {(gap.a, gap.b) for gap in gaps}
    below, above = pairs.pop() if len(pairs) == 1 else ("second-named", "first-named")
    return Sides(below=below, above=above, tail="higher")


def _legend(gaps: Sequence[Gap]) -> list[str]:
    """Say the unit, and of what level the intervals are, of what is drawn."""
    scale = axis_scale(gaps)
    drawn = [gap.offset for gap in gaps if gap.scale == scale and gap.offset.value is not None]
    items = [f"difference in {'percentage points' if scale is None else 'points'}"]
    if any(offset.ends for offset in drawn):
        level = label.escaped(_estimates.level(drawn[0].estimate))
        items.append(f"{glyph('━', color=theme.GREY)} {level}")
    return items
