"""CEFR ladder: one row for each person, at the level that was issued or derived."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts import _ladder_sides, _rungs, label, theme
from components.charts._canvas import Canvas, Margins, Part, across, glyph, rows_axis
from components.charts._marks import filled_or_open
from components.charts._reading import (
    DOUBT,
    other_readings,
    person_name,
    reading_of,
    spoken,
)
from components.charts._touch import steady, touch
from services.models.cefr import LevelReading, LevelSource
from services.models.ladder import LanguageRow

_SPREAD = 0.56
"""How much of a rung's width the small marks of the other dimensions share."""
_HALF = 0.2
"""How far a borderline bar reaches beyond the middles of its rungs."""


@dataclass(frozen=True, slots=True)
class Line:
    """One person's place in the figure, in pixels from the top."""

    row: LanguageRow
    reading: LevelReading
    others: tuple[tuple[str, LevelReading], ...]
    middle: float
    """Where the marks lie."""

    @property
    def tone(self) -> str:
        """The colour of its marks: grey where perhaps somebody else was scored."""
        return theme.GREY if self.row.is_doubtful else theme.SCORE


def ladder_figure(
    rows: Sequence[LanguageRow],
    *,
    dimension: str,
    requirement: str | None = None,
    compact: bool = False,
) -> go.Figure:
    """Draw each person's level in `dimension` as a large mark, the others' as small ones.

    Rows keep their order. A filled mark was issued by the vendor, an open one derived through a
    table; a bar spans a borderline level; a person without a level has a labelled empty row. A
    doubtful result (low speaker match) is grey and crossed. A click anywhere on a row hands over
    the result's id. Accent is never drawn.
    """
    step = _ladder_sides.step(rows, dimension=dimension, compact=compact)
    lines = _placed(rows, dimension=dimension, step=step, compact=compact)
    height = step * len(lines) + 8
    spans = [(line.middle - 13, line.middle + 13) for line in lines] if compact else []
    shapes, cut = _rungs.requirement_line(requirement, spans=spans)
    left, right = _ladder_sides.widths(rows, dimension=dimension, compact=compact)
    sides = [
        part
        for index, line in enumerate(lines)
        for part in _ladder_sides.row_words(
            line.row, line.reading, top=4 + step * index, step=step, left=left, compact=compact
        )
    ]
    frame = Canvas(
        rows_height=height,
        margins=Margins(left=left, right=right, top=26, bottom=24 if cut else 8),
        xaxis=_rungs.axis(),
        yaxis=rows_axis(height),
        legend=_legend(lines),
        compact=compact,
        annotations=[*sides, *cut],
        shapes=[*_rungs.dividers(spans), *_guides(lines), *shapes],
    )
    return frame.figure([_rows(lines, step=step), _spans(lines), _others(lines), _marks(lines)])


def _placed(rows: Sequence[LanguageRow], *, dimension: str, step: int, compact: bool) -> list[Line]:
    return [
        Line(
            row=row,
            reading=reading_of(row, dimension),
            others=tuple(other_readings(row, dimension)),
            middle=4 + step * (index + 1) - 19 if compact else 4 + step * (index + 0.5),
        )
        for index, row in enumerate(rows)
    ]


def _rows(lines: Sequence[Line], *, step: int) -> Part:
    """Return a clear bar over each row, so that a person without a mark can be chosen too."""
    return {
        "type": "bar",
        "name": "rows",
        "orientation": "h",
        "base": [-0.5] * len(lines),
        "x": [len(_rungs.RUNGS)] * len(lines),
        "y": [line.middle for line in lines],
        "width": min(step, 40),
        "marker": {"color": theme.CLEAR},
        **touch(map(_hover, lines), map(_id, lines)),
    }


def _marks(lines: Sequence[Line]) -> Part:
    drawn = [(line, at) for line in lines if (at := _middle(line.reading)) is not None]
    filled = [line.reading.source is LevelSource.ISSUED for line, _ in drawn]
    return {
        "type": "scatter",
        "name": "levels",
        "mode": "markers",
        "x": [at for _, at in drawn],
        "y": [line.middle for line, _ in drawn],
        "marker": {
            "symbol": ["circle-x" if line.row.is_doubtful else "circle" for line, _ in drawn],
            "size": [15 if line.row.is_doubtful else 14 for line, _ in drawn],
            **filled_or_open(filled, [line.tone for line, _ in drawn]),
        },
        **touch((_hover(line) for line, _ in drawn), (_id(line) for line, _ in drawn)),
        **steady(opacity=1),
    }


def _spans(lines: Sequence[Line]) -> Part:
    drawn = [
        (line, low, high)
        for line in lines
        if line.reading.is_borderline
        and (low := _rungs.place(line.reading.lowest)) is not None
        and (high := _rungs.place(line.reading.highest)) is not None
    ]
    return {
        "type": "bar",
        "name": "borderline",
        "orientation": "h",
        "base": [low - _HALF for _, low, _ in drawn],
        "x": [high - low + 2 * _HALF for _, low, high in drawn],
        "y": [line.middle for line, _, _ in drawn],
        "width": 16,
        "marker": {
            "color": [line.tone for line, _, _ in drawn],
            "opacity": 0.32,
            "cornerradius": "50%",
            "line": {"width": 0},
        },
        **touch((_hover(line) for line, _, _ in drawn), (_id(line) for line, _, _ in drawn)),
        **steady(opacity=0.32),
    }


def _others(lines: Sequence[Line]) -> Part:
    """Return the other dimensions' levels; those on one rung stand side by side."""
    drawn = [(line, at, name, found) for line in lines for at, name, found in _spread(line)]
    return {
        "type": "scatter",
        "name": "other dimensions",
        "mode": "markers",
        "x": [at for _, at, _, _ in drawn],
        "y": [line.middle for line, _, _, _ in drawn],
        "marker": {
            "symbol": "line-ns",
            "size": 18,
            "opacity": 1,
            "line": {"width": 2, "color": [line.tone for line, _, _, _ in drawn]},
        },
        **touch(
            (_spoken(name, found) for _, _, name, found in drawn),
            (_id(line) for line, _, _, _ in drawn),
        ),
        **steady(opacity=1),
    }


def _spread(line: Line) -> list[tuple[float, str, LevelReading]]:
    on_rung: dict[float, list[tuple[str, LevelReading]]] = {}
    for name, reading in line.others:
        at = _middle(reading)
        if at is not None:
            on_rung.setdefault(at, []).append((name, reading))
    return [
        (at + _SPREAD * ((index + 0.5) / len(found) - 0.5), name, reading)
        for at, found in on_rung.items()
        for index, (name, reading) in enumerate(found)
    ]


def _middle(reading: LevelReading) -> float | None:
    low, high = _rungs.place(reading.lowest), _rungs.place(reading.highest)
    return None if low is None or high is None else (low + high) / 2


def _guides(lines: Sequence[Line]) -> list[Part]:
    return [
        across(y=line.middle, dash="dot", color=theme.GRID)
        for line in lines
        if _middle(line.reading) is None
    ]


def _id(line: Line) -> list[object]:
    return [line.row.entry.id]


def _hover(line: Line) -> str:
    parts = [
        f"<b>{label.block(person_name(line.row), room=300, lines=4)}</b>",
        label.block(spoken(line.reading), room=340, lines=2),
        *(_spoken(name, reading) for name, reading in line.others),
        *([DOUBT] if line.row.is_doubtful else []),
    ]
    return "<br>".join(parts)


def _spoken(name: str, reading: LevelReading) -> str:
    return label.block(f"{name}: {spoken(reading)}", room=340, lines=2)


def _legend(lines: Sequence[Line]) -> list[str]:
    drawn = [line for line in lines if _middle(line.reading) is not None]
    sources = {line.reading.source for line in drawn}
    items = []
    if LevelSource.ISSUED in sources:
        items.append(f"{glyph('●', color=theme.SCORE)} issued by the vendor")
    if LevelSource.DERIVED in sources:
        items.append(f"{glyph('○', color=theme.SCORE)} derived through the chosen table")
    if any(line.reading.is_borderline for line in drawn):
        items.append(f"{glyph('━', color=theme.SCORE)} borderline")
    if any(_spread(line) for line in lines):
        items.append(f"{glyph('❘', color=theme.SCORE)} another dimension")
    if any(line.row.is_doubtful for line in lines):
        items.append(f"{glyph('⊗', color=theme.GREY)} grey: {DOUBT}")
    return items
