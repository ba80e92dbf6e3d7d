"""The words beside a sheet's axis: names at the left, numbers with their bands at the right."""

from collections.abc import Sequence

from components.charts import label, theme
from components.charts._canvas import Part, muted, words
from components.charts._row import Emphasis, Row
from services.models import notation
from services.models.score import Score

_NAME_ROOM = 220
_REMARK_ROOM = 118
_COMPACT_NAME_ROOM = 150
_INDENT = 14
GUTTER = 12


def number_words(score: Score) -> str:
    """Write the number in bold with its band beside it, or the state in the quiet voice."""
    if score.value is None:
        return muted(notation.value(score), size=theme.SIZE)
    ends = notation.band(score)
    beside = f" {muted(f'({ends})', size=theme.SIZE - 1)}" if ends else ""
    return f"<b>{notation.value(score)}</b>{beside}"


def _name_room(row: Row, *, compact: bool) -> float:
    return (_COMPACT_NAME_ROOM if compact else _NAME_ROOM) - _INDENT * row.depth


def name_lines(row: Row, *, compact: bool) -> int:
    """Return in how many lines the name is written."""
    return len(label.wrapped(row.name, room=_name_room(row, compact=compact), lines=2))


def left(rows: Sequence[Row]) -> int:
    """Return the pixels that the names need beside the axis."""
    widths = [
        _INDENT * row.depth
        + max(
            *(label.width(text) for text in _name(row, compact=False)),
            label.width(row.details, size=theme.SMALL),
        )
        for row in rows
    ]
    return round(min(max(widths, default=0), _NAME_ROOM)) + 2 * GUTTER


def right(rows: Sequence[Row]) -> int:
    """Return the pixels that the numbers need beside the axis."""
    widths = [
        max(
            label.width(notation.with_band(row.score)) if row.score.has_band else 76,
            min(label.width(row.remark, size=theme.SMALL), _REMARK_ROOM),
        )
        for row in rows
        if row.score
    ]
    return round(max(widths, default=0)) + 2 * GUTTER


def _name(row: Row, *, compact: bool) -> tuple[str, ...]:
    return label.wrapped(row.name, room=_name_room(row, compact=compact), lines=2) or ("",)


def row_words(row: Row, *, left: int, right: int, compact: bool) -> list[Part]:
    """Return the row's name with its details, and its number with the remark under it."""
    hang = row.words_at != row.middle
    name = _name_words(row, compact=compact)
    shift = _INDENT * row.depth - left
    parts = [words(name, x=0, y=row.words_at, anchor="left", shift=shift, hang=hang)]
    if row.score:
        number = number_words(row.score)
        if row.remark:
            number = f"{number}<br>{muted(label.escaped(row.remark))}"
        anchor, beside = ("right", right) if compact else ("left", GUTTER)
        parts.append(words(number, x=1, y=row.words_at, anchor=anchor, shift=beside, hang=hang))
    return parts


def _name_words(row: Row, *, compact: bool) -> str:
    room = _name_room(row, compact=compact)
    name = label.block(row.name, room=room, lines=2)
    if row.emphasis is Emphasis.HEAD:
        return muted(f"<b>{name}</b>", size=theme.SMALL + 0.5)
    if row.emphasis is Emphasis.LEAD:
        name = f"<b>{name}</b>"
    if not row.details:
        return name
    details = label.shortened(label.clean(row.details), room=room, size=theme.SMALL)
    return f"{name}<br>{muted(label.escaped(details))}"
