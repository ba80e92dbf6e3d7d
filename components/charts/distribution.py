"""Distribution: how the scores of each cohort lie on one axis, and their mean over them."""

from collections.abc import Sequence

import plotly.graph_objects as go

from components.charts import _census_words as census_words
from components.charts import (
    _cohort_look,
    _estimates,
    _spread_marks,
    _spread_summary,
    label,
    theme,
)
from components.charts._canvas import Part, across, glyph, muted, words
from components.charts._scale_sheet import ScaleSheet
from components.charts._spreads import SIDE_ROOM, ZONE, Spread, side_lines, spreads
from services.models.cohort import CohortSummary
from services.models.score import PERCENT, Scale

_GUTTER = 12


def distribution_figure(
    cohorts: Sequence[CohortSummary],
    *,
    index: int,
    cut: float | None = None,
    compact: bool = False,
) -> go.Figure:
    """Draw the scores of metric `index`, one row for each cohort, all on the metric's scale.

    Up to 49 scores are dots, each at its own value; more are bins whose height is their share of
    the cohort, the same bins and the same measure in all rows. Under them lie the mean with its
    interval, the median and the middle half. Below five scores there are dots only, without scores
    an empty row that says so. A click hands over the cohort's place in `cohorts`. The cut is drawn
    on a scale of 0 to 100.
    """
    scale = scale_of(cohorts, index=index)
    rows, height = spreads(cohorts, index=index, compact=compact)
    sheet = ScaleSheet(
        height=height,
        scale=scale,
        sides=(_GUTTER, _GUTTER) if compact else (_left(rows), _right(rows)),
        cut=cut,
        spans=[(row.ground - ZONE - 4, row.bottom - 2) for row in rows if row.n and compact],
        compact=compact,
    )
    left = sheet.sides[0]
    frame = sheet.canvas(
        legend=_legend(rows),
        annotations=[part for row in rows for part in _words(row, left=left, compact=compact)],
        shapes=_rules(rows),
    )
    return frame.figure(
        [*_spread_marks.marks(rows, scale=scale), *_spread_summary.summary(rows, scale=scale)]
    )


def scale_of(cohorts: Sequence[CohortSummary], *, index: int) -> Scale:
    """Return the scale of metric `index`, which is one for all cohorts."""
    return cohorts[0].figures[index].metric.scale if cohorts else PERCENT


def _left(rows: Sequence[Spread]) -> int:
    widths = [
        *(label.width(line) + 18 for row in rows for line in row.name),
        *(label.width(line, size=theme.SMALL) for row in rows for line in row.counts),
    ]
    return round(max(widths, default=0) * 1.06) + 2 * _GUTTER


def _right(rows: Sequence[Spread]) -> int:
    widths = [label.width(line) for row in rows for line in side_lines(row.figures)]
    return round(max(widths, default=0) * 1.06) + 2 * _GUTTER


def _words(row: Spread, *, left: int, compact: bool) -> list[Part]:
    name = _name(row)
    beside = _side(row)
    if compact:
        text = "<br>".join([name, *beside, *_counts(row)])
        return [words(text, x=0, y=row.top + 6, anchor="left", shift=-left, hang=True)]
    middle = (row.top + row.bottom) / 2
    text = "<br>".join([name, *_counts(row)])
    return [
        words(text, x=0, y=middle, anchor="left", shift=-left),
        words("<br>".join(beside), x=1, y=middle, anchor="left", shift=_GUTTER),
    ]


def _name(row: Spread) -> str:
    lines = "<br>".join(f"<b>{label.escaped(line)}</b>" for line in row.name)
    return f"{_cohort_look.colored_sign(row.index)} {lines}"


def _counts(row: Spread) -> list[str]:
    return [muted(label.escaped(line)) for line in row.counts]


def _side(row: Spread) -> list[str]:
    """Return the mean in the loud voice, and all else in the quiet one, but for its warnings."""
    warned = census_words.warnings(row.figures)
    said = label.wrapped(census_words.mean_words(row.figures), room=SIDE_ROOM, lines=4)
    loud = [label.escaped(line) for line in said]
    if row.has_summary:
        loud = [_bold_number(line) for line in loud]
    quiet = [muted(label.escaped(line)) for line in census_words.median_words(row.figures)]
    return [*loud, *quiet, *(f"<i>{label.escaped(line)}</i>" for line in warned)]


def _bold_number(line: str) -> str:
    word, _, rest = line.partition(" ")
    number, _, ends = rest.partition(" ")
    return f"{muted(word, size=theme.SIZE - 1)} <b>{number}</b> {muted(ends, size=theme.SIZE - 1)}"


def _rules(rows: Sequence[Spread]) -> list[Part]:
    """Return the ground of each row's scores, and a line between two rows."""
    grounds = [across(y=row.ground, color=theme.GRID, thickness=1) for row in rows if row.n]
    empty = [across(y=row.ground, dash="dot", color=theme.GRID) for row in rows if not row.n]
    return [*grounds, *empty]


def _legend(rows: Sequence[Spread]) -> list[str]:
    """Explain only what is drawn."""
    items = []
    if any(not row.has_bins and row.n for row in rows):
        items.append(f"{glyph('•', color=theme.GREY)} one interview")
    tallest = _spread_marks.tallest(rows)
    if tallest:
        share = label.escaped(census_words.percent(tallest, n=100))
        items.append(f"{glyph('▇', color=theme.GREY)} share of the cohort, highest bin {share}")
    summed = [row for row in rows if row.has_summary]
    if summed:
        level = label.escaped(_estimates.level(summed[0].figures.mean))
        items.append(f"{glyph('━', color=theme.GREY)} mean with its {level}")
        items.append(f"{glyph('|', color=theme.TEXT)} median")
        items.append(f"{glyph('─', color=theme.GREY)} middle half")
    return items
