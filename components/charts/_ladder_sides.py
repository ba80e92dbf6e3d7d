"""The words of a ladder's row: who it is at the left, which level by whose word at the right."""

from collections.abc import Sequence

from components.charts import label, theme
from components.charts._canvas import Part, muted, words
from components.charts._reading import (
    DOUBT,
    level_text,
    number_words,
    person_name,
    reading_of,
    source_words,
)
from services.models.cefr import LevelReading, LevelSource
from services.models.ladder import LanguageRow

_NAME_ROOM = 170
_ROOM = 146
"""Pixels for the words at the right."""
_GUTTER = 12
_LINE = 16


def step(rows: Sequence[LanguageRow], *, dimension: str, compact: bool) -> int:
    """Return the height of every row, as much as the one with the most words needs."""
    if compact:
        return (
            70
            if all(len(_quiet_lines(row, reading_of(row, dimension))) < 2 for row in rows)
            else 86
        )
    most = max((len(_level_lines(row, reading_of(row, dimension))) for row in rows), default=2)
    return max(40, _LINE * most + 6)


def widths(rows: Sequence[LanguageRow], *, dimension: str, compact: bool) -> tuple[int, int]:
    """Return the pixels that the words need at the left and at the right of the ladder."""
    if compact:
        return _GUTTER, _GUTTER
    names = [label.width(text, size=size) for row in rows for text, size in _name_lines(row)]
    levels = [
        label.width(text, size=size)
        for row in rows
        for text, size in _level_lines(row, reading_of(row, dimension))
    ]
    return (
        round(min(max(names, default=0), _NAME_ROOM)) + 2 * _GUTTER,
        round(min(max(levels, default=0) * 1.05, _ROOM)) + 2 * _GUTTER,
    )


def row_words(
    row: LanguageRow, reading: LevelReading, *, top: float, step: int, left: int, compact: bool
) -> list[Part]:
    """Return the words beside a row that begins at `top`, or above its marks when compact."""
    if compact:
        return _words_above(row, reading, top=top)
    middle = top + step / 2
    name = _markup(_name_lines(row), room=_NAME_ROOM)
    level = _markup(_level_lines(row, reading), room=_ROOM, is_strong=bool(level_text(reading)))
    return [
        words(name, x=0, y=middle, anchor="left", shift=-left),
        words(level, x=1, y=middle, anchor="left", shift=_GUTTER),
    ]


def _words_above(row: LanguageRow, reading: LevelReading, *, top: float) -> list[Part]:
    """Return name and level at the two ends of one line, and the quiet words under them."""
    name = label.block(person_name(row), room=150, lines=1)
    level = level_text(reading)
    small = muted("<br>".join(map(label.escaped, _quiet_lines(row, reading))))
    parts = [
        words(name, x=0, y=top + 11, anchor="left", shift=-_GUTTER),
        words(small, x=0, y=top + 18, anchor="left", shift=-_GUTTER, hang=True),
    ]
    if level:
        shown = f"<b>{label.block(level, room=74, lines=1)}</b>"
        parts.append(words(shown, x=1, y=top + 11, anchor="right", shift=_GUTTER))
    return parts


def _quiet_lines(row: LanguageRow, reading: LevelReading) -> tuple[str, ...]:
    lines = _level_lines(row, reading)[bool(level_text(reading)) :]
    quiet = " · ".join(text for text, _ in lines)
    return label.wrapped(quiet, room=theme.COMPACT - 2 * _GUTTER, lines=2, size=theme.SMALL)


Text = tuple[str, float]
"""A line with the size that it is written in."""


def _name_lines(row: LanguageRow) -> list[Text]:
    return [
        (person_name(row), theme.SIZE),
        *([(row.entry.role, theme.SMALL)] if row.entry.role else []),
    ]


def _level_lines(row: LanguageRow, reading: LevelReading) -> list[Text]:
    """Return the level or, where there is none, the number; then by whose word it is."""
    number, by = number_words(reading.score), source_words(reading)
    if reading.source is LevelSource.DERIVED and number:
        by = f"{by} · {number}"
    first = level_text(reading) or (number if reading.source is LevelSource.NONE else "")
    return [
        *([(first, theme.SIZE)] if first else []),
        (by, theme.SMALL),
        *([(DOUBT, theme.SMALL)] if row.is_doubtful else []),
    ]


def _markup(lines: Sequence[Text], *, room: float, is_strong: bool = False) -> str:
    done = []
    for index, (text, size) in enumerate(lines):
        shown = label.escaped(label.shortened(label.clean(text), room=room, size=size))
        if size == theme.SMALL:
            shown = muted(shown)
        done.append(f"<b>{shown}</b>" if is_strong and not index else shown)
    return "<br>".join(done)
