"""CEFR ladder: one row for each person, at the level that was issued or derived."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts import _rungs, label, theme
from components.charts._canvas import Canvas, Margins, Part, across, glyph, muted, rows_axis, words
from components.charts._touch import touch
from services.models import notation
from services.models.cefr import LevelReading, LevelSource
from services.models.ladder import LanguageRow

_NONE = LevelReading(source=LevelSource.NONE)
_NAME_ROOM = 210
_WORDS = 118
_SPREAD = 0.56
"""How much of a rung's width the small marks of the other dimensions share."""


@dataclass(frozen=True, slots=True)
class Line:
    """One person's place in the figure, in pixels from the top."""

    row: LanguageRow
    reading: LevelReading
    words_at: float
    marks_at: float


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
    doubtful result (low speaker match) is drawn grey.
    """
    lines = placed(rows, dimension=dimension, compact=compact)
    height = round(len(lines) * _step(rows, compact=compact)) + 8
    shapes, cut = _rungs.requirement_line(requirement)
    frame = Canvas(
        rows_height=height,
        margins=Margins(
            left=12 if compact else _NAME_ROOM + 24,
            right=12 if compact else _WORDS,
            top=26,
            bottom=24 if cut else 8,
        ),
        xaxis=_rungs.axis(),
        yaxis=rows_axis(height),
        legend=_legend(lines),
        compact=compact,
        annotations=[*_words(lines, compact=compact), *cut],
        shapes=[*_rungs.dividers(), *_guides(lines), *shapes],
    )
    return frame.figure([_spans(lines), _others(lines, dimension=dimension), _marks(lines)])


def placed(rows: Sequence[LanguageRow], *, dimension: str, compact: bool) -> list[Line]:
    """Return the rows with their places, from the top."""
    step = _step(rows, compact=compact)
    return [
        Line(
            row=row,
            reading=row.readings.get(dimension, _NONE),
            words_at=4 + index * step + (12 if compact else step / 2),
            marks_at=4 + index * step + (34 if compact else step / 2),
        )
        for index, row in enumerate(rows)
    ]


def reading_words(row: LanguageRow, reading: LevelReading) -> tuple[str, str]:
    """Return the level and, in the quiet voice, by whose word it is."""
    level = label.clean(reading.text or "")
    by = {
        LevelSource.ISSUED: "issued",
        LevelSource.DERIVED: "derived",
        LevelSource.NONE: "no CEFR issued",
    }[reading.source]
    if reading.source is LevelSource.NONE and reading.score and reading.score.value is not None:
        by = f"{notation.number(reading.score.value)}, {by}"
    elif reading.source is not LevelSource.NONE and reading.lowest is None:
        by = "not a CEFR level"
    return level, f"{by} · speaker match low" if row.is_doubtful else by


def person_name(row: LanguageRow) -> str:
    """Return what a person is called where the vendor gives no name."""
    return row.entry.candidate_name or "No name given"


def _step(rows: Sequence[LanguageRow], *, compact: bool) -> float:
    """Return the height of a row: the words of a doubtful one need three lines."""
    return 50 if compact or any(row.is_doubtful for row in rows) else 40


def _tone(line: Line) -> str:
    return theme.MUTED if line.row.is_doubtful else theme.SCORE


def _marks(lines: Sequence[Line]) -> Part:
    drawn = [(line, at) for line in lines if (at := _middle(line.reading)) is not None]
    filled = [line.reading.source is LevelSource.ISSUED for line, _ in drawn]
    tones = [_tone(line) for line, _ in drawn]
    pairs = list(zip(filled, tones, strict=True))
    return {
        "type": "scatter",
        "name": "levels",
        "mode": "markers",
        "x": [at for _, at in drawn],
        "y": [line.marks_at for line, _ in drawn],
        "marker": {
            "symbol": ["circle-x-open" if line.row.is_doubtful else "circle" for line, _ in drawn],
            "size": 13,
            "color": [tone if is_full else theme.BACKGROUND for is_full, tone in pairs],
            "opacity": 1,
            "line": {"width": 2, "color": tones},
        },
        **touch((_hover(line) for line, _ in drawn), ([line.row.entry.id] for line, _ in drawn)),
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
        "base": [low - 0.2 for _, low, _ in drawn],
        "x": [high - low + 0.4 for _, low, high in drawn],
        "y": [line.marks_at for line, _, _ in drawn],
        "width": 16,
        "marker": {
            "color": [_tone(line) for line, _, _ in drawn],
            "opacity": 0.32,
            "cornerradius": "50%",
            "line": {"width": 0},
        },
        **touch(_hover(line) for line, _, _ in drawn),
    }


def _others(lines: Sequence[Line], *, dimension: str) -> Part:
    """Return the other dimensions' levels; those on one rung stand side by side."""
    xs, ys, hovers, tones = [], [], [], []
    for line in lines:
        on_rung: dict[float, list[tuple[str, LevelReading]]] = {}
        for name, reading in line.row.readings.items():
            at = _middle(reading)
            if name != dimension and at is not None:
                on_rung.setdefault(at, []).append((name, reading))
        for at, found in on_rung.items():
            for index, (name, reading) in enumerate(found):
                xs.append(at + _SPREAD * ((index + 0.5) / len(found) - 0.5))
                ys.append(line.marks_at)
                hovers.append(_spoken(line.row, name, reading))
                tones.append(_tone(line))
    return {
        "type": "scatter",
        "name": "other dimensions",
        "mode": "markers",
        "x": xs,
        "y": ys,
        "marker": {"symbol": "line-ns", "size": 18, "line": {"width": 2, "color": tones}},
        **touch(hovers),
    }


def _middle(reading: LevelReading) -> float | None:
    low, high = _rungs.place(reading.lowest), _rungs.place(reading.highest)
    return None if low is None or high is None else (low + high) / 2


def _guides(lines: Sequence[Line]) -> list[Part]:
    return [
        across(y=line.marks_at, dash="dot", color=theme.GRID)
        for line in lines
        if _middle(line.reading) is None
    ]


def _words(lines: Sequence[Line], *, compact: bool) -> list[Part]:
    parts = []
    for line in lines:
        room = 150 if compact else _NAME_ROOM
        name = label.escaped(label.shortened(label.clean(person_name(line.row)), room=room))
        role = label.clean(line.row.entry.role or "")
        if role and not compact:
            small = label.escaped(label.shortened(role, room=_NAME_ROOM, size=theme.SMALL))
            name = f"{name}<br>{muted(small)}"
        shift = -12 if compact else -_NAME_ROOM - 24
        parts.append(words(name, x=0, y=line.words_at, anchor="left", shift=shift))
        level, by = reading_words(line.row, line.reading)
        between = " " if compact or not level else "<br>"
        quiet = muted(label.escaped(by).replace(" · ", " · " if compact else "<br>"))
        shown = f"<b>{label.escaped(level)}</b>{between}{quiet}"
        anchor, beside = ("right", 12) if compact else ("left", 12)
        parts.append(words(shown, x=1, y=line.words_at, anchor=anchor, shift=beside))
    return parts


def _hover(line: Line) -> str:
    level, by = reading_words(line.row, line.reading)
    parts = [
        f"<b>{label.block(person_name(line.row), room=300, lines=4)}</b>",
        label.escaped(f"{level} {by}"),
        *(_spoken(line.row, name, reading) for name, reading in line.row.readings.items()),
    ]
    return "<br>".join(parts)


def _spoken(row: LanguageRow, name: str, reading: LevelReading) -> str:
    return label.escaped(f"{name}: {' '.join(reading_words(row, reading))}".strip())


def _legend(lines: Sequence[Line]) -> list[str]:
    sources = {line.reading.source for line in lines}
    items = []
    if LevelSource.ISSUED in sources:
        items.append(f"{glyph('●', color=theme.SCORE)} issued by the vendor")
    if LevelSource.DERIVED in sources:
        items.append(f"{glyph('○', color=theme.SCORE)} derived through the chosen table")
    if any(line.reading.is_borderline for line in lines):
        items.append(f"{glyph('━', color=theme.SCORE)} borderline")
    if any(len(line.row.readings) > 1 for line in lines):
        items.append(f"{glyph('❘', color=theme.SCORE)} another dimension")
    if any(line.row.is_doubtful for line in lines):
        items.append(f"{glyph('⊗', color=theme.MUTED)} speaker match low")
    return items
