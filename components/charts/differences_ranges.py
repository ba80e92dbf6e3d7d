"""Differences of cohorts for formats that draw charts themselves."""

from collections.abc import Sequence

from components.charts._gap_rows import axis_scale
from components.charts._gaps import Gap, pass_gaps, score_gaps
from components.charts._ranges import around_zero, offset_range
from services.models.cohort import Difference, PassDifference
from services.models.content import Range, Ranges
from services.models.score import Scale


def differences_ranges(differences: Sequence[Difference]) -> Ranges | None:
    """Return the differences of means, b minus a, in points; None where a slide could not.

    As in the figure, a metric on another scale than the first drawn one stands in words.
    """
    return _ranges(score_gaps(differences), unit="points")


def pass_differences_ranges(differences: Sequence[PassDifference]) -> Ranges | None:
    """Return the differences of pass rates in percentage points, as `differences_ranges` does."""
    return _ranges(pass_gaps(differences), unit="percentage points")


def _ranges(gaps: Sequence[Gap], *, unit: str) -> Ranges | None:
    scale = axis_scale(gaps)
    several = len({gap.key for gap in gaps}) > 1
    rows = [_row(gap, scale=scale, is_named=several) for gap in gaps]
    return around_zero(rows, axis=f"Difference in {unit}")


def _row(gap: Gap, *, scale: Scale | None, is_named: bool) -> Range:
    name = f"{gap.b} minus {gap.a}"
    row = offset_range(f"{gap.metric}: {name}" if is_named else name, gap.offset)
    return row if gap.scale == scale else Range(label=row.label, words=row.words)
