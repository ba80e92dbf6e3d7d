"""Levels by role: how many people stand on each rung, issued apart from derived."""

from collections.abc import Sequence
from math import sqrt

import plotly.graph_objects as go

from components.charts import _rungs, label, theme
from components.charts._canvas import Canvas, Margins, Part, across, glyph, rows_axis, words
from components.charts._counts import short_count
from components.charts._crowd import Cell, Crowd, crowds
from components.charts._touch import touch
from services.models.cefr import LevelSource
from services.models.ladder import LevelCount

_NAME_ROOM = 170
_GUTTER = 12
_SMALLEST = 22
"""Pixels that a count needs."""


def levels_figure(
    counts: Sequence[LevelCount], *, requirement: str | None = None, compact: bool = False
) -> go.Figure:
    """Draw a circle with the number in it for each role and rung; all roles on top.

    A larger number has a larger circle; the circles of all roles have a measure of their own.
    Filled circles were issued by the vendor; open ones, below them, derived. People without a
    level stand apart. Beyond twelve roles the rest counts as one.
    """
    rows = crowds(counts, compact=compact)
    height = round(rows[-1].bottom + 4) if rows else 8
    spans = [(row.marks_top, row.bottom - 4) for row in rows] if compact else []
    shapes, cut = _rungs.requirement_line(requirement, spans=spans)
    left = _GUTTER if compact else _left(rows)
    frame = Canvas(
        rows_height=height,
        margins=Margins(left=left, right=_GUTTER, top=26, bottom=24 if cut else 8),
        xaxis=_rungs.axis(with_nobody=True),
        yaxis=rows_axis(height),
        legend=_legend(rows),
        compact=compact,
        annotations=[*_names(rows, left=left, compact=compact), *cut],
        shapes=[*_rungs.dividers(spans), *_rules(rows), *shapes],
    )
    return frame.figure([_circles(rows, compact=compact)])


def _circles(rows: Sequence[Crowd], *, compact: bool) -> Part:
    drawn = [(row, cell) for row in rows for cell in row.cells]
    filled = [cell.source is LevelSource.ISSUED for _, cell in drawn]
    tones = [theme.MUTED if cell.rung is None else theme.SCORE for _, cell in drawn]
    pairs = list(zip(filled, tones, strict=True))
    return {
        "type": "scatter",
        "name": "people",
        "mode": "markers+text",
        "x": [_at(cell) for _, cell in drawn],
        "y": [row.middle(cell) for row, cell in drawn],
        "text": [short_count(cell.count) for _, cell in drawn],
        "textposition": "middle center",
        "textfont": theme.font(size=theme.SMALL)
        | {"color": [theme.BACKGROUND if is_full else theme.TEXT for is_full in filled]},
        "marker": {
            "size": _sizes(rows, compact=compact),
            "color": [tone if is_full else theme.BACKGROUND for is_full, tone in pairs],
            "opacity": 1,
            "line": {"width": 1.5, "color": tones},
        },
        **touch(_hover(row, cell) for row, cell in drawn),
    }


def _sizes(rows: Sequence[Crowd], *, compact: bool) -> list[float]:
    """Return the diameters: the area grows with the count, from what the number needs."""
    most = {
        is_whole: max(
            (cell.count for row in rows if row.is_whole == is_whole for cell in row.cells),
            default=1,
        )
        for is_whole in (True, False)
    }
    more = 5 if compact else 10
    return [
        _SMALLEST + more * sqrt(cell.count / max(most[row.is_whole], 1))
        for row in rows
        for cell in row.cells
    ]


def _at(cell: Cell) -> float:
    at = _rungs.place(cell.rung)
    return _rungs.NOBODY if at is None else at


def _left(rows: Sequence[Crowd]) -> int:
    widths = [
        label.width(text)
        for row in rows
        for text in label.wrapped(row.role, room=_NAME_ROOM, lines=2)
    ]
    return round(max(widths, default=0)) + 2 * _GUTTER


def _names(rows: Sequence[Crowd], *, left: int, compact: bool) -> list[Part]:
    room, lines = (theme.COMPACT - 2 * _GUTTER, 1) if compact else (_NAME_ROOM, 2)
    parts = []
    for row in rows:
        shown = label.block(row.role, room=room, lines=lines)
        bold = f"<b>{shown}</b>" if row.is_whole else shown
        parts.append(words(bold, x=0, y=row.words_at, anchor="left", shift=-left))
    return parts


def _rules(rows: Sequence[Crowd]) -> list[Part]:
    """Return the line under all roles."""
    return [across(y=row.bottom, color=theme.GRID) for row in rows[:-1] if row.is_whole]


def _hover(row: Crowd, cell: Cell) -> str:
    people = "1 person" if cell.count == 1 else f"{cell.count:,} people"
    where = "without a level" if cell.rung is None else f"at {cell.rung}, {cell.source}"
    more = f"<br>{cell.borderline:,} of them borderline to the next" if cell.borderline else ""
    return f"<b>{label.block(row.role, room=300, lines=3)}</b><br>{people} {where}{more}"


def _legend(rows: Sequence[Crowd]) -> list[str]:
    cells = [cell for row in rows for cell in row.cells]
    sources = {cell.source for cell in cells}
    items = []
    if LevelSource.ISSUED in sources:
        items.append(f"{glyph('●', color=theme.SCORE)} issued by the vendor")
    if LevelSource.DERIVED in sources:
        items.append(f"{glyph('○', color=theme.SCORE)} derived through the chosen table")
    if LevelSource.NONE in sources:
        items.append(f"{glyph('○', color=theme.MUTED)} no level")
    if any(cell.borderline for cell in cells):
        items.append("borderline: counted on the lower level")
    return items
