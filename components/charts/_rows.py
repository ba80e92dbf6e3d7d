"""Rows of scores on one axis: placed from the top, with guides, a cut line and words beside."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite

from components.charts import _columns, theme
from components.charts._canvas import Canvas, Margins, Part, across, head, line, rows_axis
from components.charts._row import Emphasis, Row
from components.charts._scale_axis import scale_axis
from services.models import notation
from services.models.score import PERCENT, Scale, Score


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows with their place, their common scale and the widths of the columns beside them."""

    rows: tuple[Row, ...]
    height: int
    scale: Scale
    compact: bool
    left: int
    right: int

    @property
    def is_tall(self) -> bool:
        """Whether the axis stands on top, because its foot may be out of sight."""
        return self.height > 800

    @property
    def scored(self) -> tuple[tuple[Row, Score, float], ...]:
        """The rows that get a mark, each with its score and its value."""
        return tuple(
            (row, row.score, row.score.value)
            for row in self.rows
            if row.score and row.score.value is not None and self.is_drawn(row.score)
        )

    def is_drawn(self, score: Score) -> bool:
        """Whether the score can stand on this axis: a number, and on the same scale."""
        return score.value is not None and isfinite(score.value) and score.scale == self.scale


def sheet(rows: Sequence[Row], *, compact: bool = False) -> Sheet:
    """Place the rows from the top, and measure the columns of words beside the axis."""
    placed, height = [], 4.0
    for row in rows:
        step = _step(row, compact=compact)
        words_at, middle = _places(row, top=height, step=step, compact=compact)
        placed.append(replace(row, middle=middle, words_at=words_at))
        height += step
    return Sheet(
        rows=tuple(placed),
        height=round(height + 4),
        scale=common_scale([row.score for row in rows if row.score]),
        compact=compact,
        left=_columns.GUTTER if compact else _columns.left(rows),
        right=_columns.GUTTER if compact else _columns.right(rows),
    )


def common_scale(scores: Sequence[Score]) -> Scale:
    """Return the scale of the axis: the first scored one's. Others never land on the same axis."""
    scored = (score.scale for score in scores if score.value is not None)
    return next(scored, next((score.scale for score in scores), PERCENT))


def strangeness(score: Score, *, scale: Scale) -> str:
    """Say why a value does not stand on an axis of `scale` as others do; nothing if it does."""
    if score.value is None:
        return ""
    if score.scale != scale:
        return (
            f"on a scale of {notation.number(score.scale.low)}–{notation.number(score.scale.high)}"
        )
    return "" if score.scale.low <= score.value <= score.scale.high else "beyond the scale"


def canvas(rows: Sheet, *, legend: Sequence[str], cut: float | None = None) -> Canvas:
    """Return the sheet's surroundings: words at both sides, guides, axis, cut line."""
    annotations = _words(rows)
    shapes = _guides(rows)
    if cut is not None:
        shapes.append(line(x=cut, dash="dot", color=theme.TEXT))
        annotations.append(_cut_words(cut, below=rows.is_tall))
    free, taken = (22 if cut is not None else 0), 26
    return Canvas(
        rows_height=rows.height,
        margins=Margins(
            left=rows.left,
            right=rows.right,
            top=taken if rows.is_tall else free,
            bottom=max(free, 8) if rows.is_tall else taken,
        ),
        xaxis=scale_axis(rows.scale, compact=rows.compact, on_top=rows.is_tall)
        | {"showgrid": True},
        yaxis=rows_axis(rows.height),
        legend=legend,
        compact=rows.compact,
        annotations=annotations,
        shapes=shapes,
    )


def _guides(rows: Sheet) -> list[Part]:
    """Return a dotted line through each row whose score has no mark."""
    return [
        across(y=row.middle, dash="dot", color=theme.GRID)
        for row in rows.rows
        if row.score and not rows.is_drawn(row.score)
    ]


def _words(rows: Sheet) -> list[Part]:
    sides = {"left": rows.left, "right": rows.right}
    return [
        part for row in rows.rows for part in _columns.row_words(row, compact=rows.compact, **sides)
    ]


def _cut_words(cut: float, *, below: bool) -> Part:
    part = head(f"cut {notation.number(cut)}", x=cut, color=theme.TEXT)
    return part | {"y": 0, "yanchor": "top", "yshift": -4} if below else part


def _step(row: Row, *, compact: bool) -> int:
    if row.emphasis is Emphasis.HEAD:
        return 34
    lines = max(_columns.name_lines(row, compact=compact) + bool(row.details), 1 + bool(row.remark))
    if compact:
        drawn = row.score is not None and row.score.value is not None
        return 16 * lines + (30 if drawn else 14)
    return max(30, 17 * lines + (12 if row.emphasis is Emphasis.LEAD else 8))


def _places(row: Row, *, top: float, step: int, compact: bool) -> tuple[float, float]:
    """Return where words and marks lie: side by side, or one above the other when compact."""
    if row.emphasis is Emphasis.HEAD:
        return (top + 21, top + 21)
    if compact and row.score is not None and row.score.value is not None:
        return (top, top + step - 14)
    return (top + step / 2, top + step / 2)
