"""The sheet of rows on one scale that figures of cohorts share: axis, margins, grid and cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts import _scale_axis
from components.charts._canvas import Canvas, Margins, Part, rows_axis
from services.models.score import Scale


@dataclass(frozen=True, slots=True)
class ScaleSheet:
    """What stands around rows; `spans` are the stretches of a compact figure that hold marks."""

    height: int
    """Of all rows, in pixels."""
    scale: Scale
    sides: tuple[int, int]
    """Pixels left and right of the axis."""
    cut: float | None
    spans: _scale_axis.Spans
    compact: bool

    def canvas(
        self, *, legend: Sequence[str], annotations: Sequence[Part], shapes: Sequence[Part]
    ) -> Canvas:
        """Return the canvas; a tall one has its axis on top, where it is in sight."""
        is_tall = self.height > 800
        lines, words = _scale_axis.cut_parts(
            _scale_axis.cut_on(self.scale, self.cut), spans=self.spans, on_top=is_tall
        )
        grid = _scale_axis.compact_grid(self.scale, spans=self.spans)
        return Canvas(
            rows_height=self.height,
            margins=Margins(
                left=self.sides[0],
                right=self.sides[1],
                top=(26 if is_tall else 4) + (18 if words else 0),
                bottom=8 if is_tall else 26,
            ),
            xaxis=_scale_axis.scale_axis(self.scale, compact=self.compact, on_top=is_tall),
            yaxis=rows_axis(self.height),
            legend=legend,
            compact=self.compact,
            annotations=[*annotations, *words],
            shapes=[*grid, *shapes, *lines],
        )
