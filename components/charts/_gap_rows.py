"""Rows of a difference forest: placed from the top, with the words beside each."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts import _estimates, label, theme
from components.charts._canvas import Part, muted, words
from components.charts._gaps import Gap
from services.models.score import Scale

GUTTER = 12
_NAME_ROOM = 190
_LINE = 17
_HEAD = 30


NameLine = tuple[str, str]
"""Our word and, behind it, a text from outside."""


@dataclass(frozen=True, slots=True)
class GapRow:
    """One difference with its place in pixels from the top; a heading has none."""

    name: tuple[NameLine, ...]
    """In lines that fit their room."""
    gap: Gap | None
    top: float
    middle: float
    is_drawn: bool = False


def gap_rows(
    gaps: Sequence[Gap], *, scale: Scale | None, compact: bool
) -> tuple[list[GapRow], int]:
    """Return the rows, and the height of all; a name says what the others do not share.

    With one pair of cohorts a row is a metric, with one metric a pair; with several of both, pairs
    stand under a heading for their metric. Differences on another scale than `scale` are in words.
    """
    one_pair = len({(gap.a, gap.b) for gap in gaps}) == 1
    headed = not one_pair and len({gap.key for gap in gaps}) > 1
    room = theme.COMPACT - 2 * GUTTER if compact else _NAME_ROOM
    rows: list[GapRow] = []
    top, key = 4.0, ""
    for gap in gaps:
        if headed and gap.key != key:
            rows.append(GapRow(_metric_lines(gap, room=room, lines=1), None, top, top))
            top += _HEAD
        key = gap.key
        name = _metric_lines(gap, room=room, lines=2) if one_pair else _pair_lines(gap, room=room)
        row, top = _row(gap, name, scale=scale, top=top, compact=compact)
        rows.append(row)
    return rows, round(top + 4)


def _row(
    gap: Gap, name: tuple[NameLine, ...], *, scale: Scale | None, top: float, compact: bool
) -> tuple[GapRow, float]:
    """Return the row and where the next one begins."""
    room = theme.COMPACT - 2 * GUTTER if compact else _NAME_ROOM
    drawn = gap.value is not None and gap.scale == scale
    if compact:
        above = _LINE * (len(name) + len(_beside(gap, scale=scale, room=room))) + 8
        step = above + (26 if drawn else 6)
        return GapRow(name, gap, top, top + above + 11, is_drawn=drawn), top + step
    lines = max(len(name), 1 + bool(_beside(gap, scale=scale, room=room)[1:]))
    step = max(32, _LINE * lines + 10)
    return GapRow(name, gap, top, top + step / 2, is_drawn=drawn), top + step


def _metric_lines(gap: Gap, *, room: float, lines: int) -> tuple[NameLine, ...]:
    return tuple(("", line) for line in label.wrapped(gap.metric, room=room, lines=lines))


def _pair_lines(gap: Gap, *, room: float) -> tuple[NameLine, ...]:
    """Name the pair in a line each, so that no name turns the other around."""
    first = label.shortened(label.clean(gap.b), room=room)
    second = label.shortened(label.clean(gap.a), room=room - 40)
    return (("", first), ("minus ", second))


def _beside(gap: Gap, *, scale: Scale | None, room: float) -> tuple[str, ...]:
    """Return what stands beside the marks, a line each, in plain text."""
    if gap.value is None:
        return label.wrapped(gap.number, room=room, lines=2, size=theme.SMALL)
    said = gap.number
    if gap.scale is not None and gap.scale != scale:
        said += f", on {_estimates.scale_words(gap.scale)}"
    verdict = label.wrapped(gap.verdict, room=room, lines=2, size=theme.SMALL)
    return (said, *(verdict if gap.verdict else ()))


def left(rows: Sequence[GapRow]) -> int:
    """Return the pixels that the names need beside the axis."""
    widths = [label.width("".join(line)) for row in rows for line in row.name]
    return round(max(widths, default=0) * 1.04) + 2 * GUTTER


def right(rows: Sequence[GapRow], *, scale: Scale | None) -> int:
    """Return the pixels that the numbers need beside the axis; refusals stand over the plot."""
    widths = [
        label.width(line)
        for row in rows
        if row.gap and row.gap.value is not None
        for line in _beside(row.gap, scale=scale, room=_NAME_ROOM)
    ]
    return round(max(widths, default=60) * 1.02) + 2 * GUTTER


def row_words(row: GapRow, *, left: int, scale: Scale | None, compact: bool) -> list[Part]:
    """Return the row's name, and its number with the verdict under it, or its refusal."""
    name = "<br>".join(
        f"{muted(ours) if ours else ''}{label.escaped(text)}" for ours, text in row.name
    )
    if row.gap is None:
        heading = muted(f"<b>{name}</b>", size=theme.SMALL + 0.5)
        return [words(heading, x=0, y=row.top + 18, anchor="left", shift=-left)]
    if compact:
        room = theme.COMPACT - 2 * GUTTER
        text = "<br>".join([name, *_markup(row.gap, scale=scale, room=room)])
        return [words(text, x=0, y=row.top + 2, anchor="left", shift=-left, hang=True)]
    refused = row.gap.value is None
    room = theme.WIDE - left - 2 * GUTTER if refused else _NAME_ROOM
    text = "<br>".join(_markup(row.gap, scale=scale, room=room))
    return [
        words(name, x=0, y=row.middle, anchor="left", shift=-left),
        words(text, x=0 if refused else 1, y=row.middle, anchor="left", shift=GUTTER),
    ]


def _markup(gap: Gap, *, scale: Scale | None, room: float) -> list[str]:
    lines = [label.escaped(line) for line in _beside(gap, scale=scale, room=room)]
    if gap.value is None:
        return [muted(line) for line in lines]
    number, _, rest = lines[0].partition(" ")
    loud = f"<b>{number}</b> {muted(rest, size=theme.SIZE - 1)}" if rest else f"<b>{number}</b>"
    return [loud, *map(muted, lines[1:])]
