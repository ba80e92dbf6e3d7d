"""Rows of estimates on one axis: placed from the top, each with a figure or a sentence instead."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.charts import label, theme

GUTTER = 12
NAME_ROOM = 180
REMARK_ROOM = 190
MINUS = "minus "
COMPACT_ROOM = theme.COMPACT - 2 * GUTTER
_LINE = 17
_HEAD = 32
_TRACK = 26
"""Pixels that a mark needs under the words of a compact row."""

Ends = tuple[float, float]


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """One estimate, or a heading. All texts are plain and unescaped; numbers are the axis'."""

    name: str
    minus: str = ""
    """What the name is compared with: stands under it, behind a quiet "minus"."""
    details: str = ""
    """Stands under the name."""
    number: str = ""
    interval: str = ""
    """Both ends in words, without brackets."""
    remark: str = ""
    """Stands under the number, or in its place."""
    note: str = ""
    """Stands under the remark, in a line of its own."""
    sentence: str = ""
    """Stands in the place of mark and number."""
    value: float | None = None
    ends: Ends | None = None
    outer: Ends | None = None
    """A second interval around the first, such as one that counts all comparisons."""
    is_open: bool = False
    """Whether its mark is in the quiet voice: it could be chance."""
    is_hatched: bool = False
    """Whether its place is hatched: nothing was collected."""
    is_heading: bool = False
    hover: tuple[str, ...] = ()
    data: tuple[object, ...] = ()
    """What a click hands over."""
    top: float = 0
    bottom: float = 0
    middle: float = 0
    """Where the mark lies, in pixels from the top."""

    @property
    def has_mark(self) -> bool:
        """Whether something is drawn for it."""
        return self.value is not None or self.is_hatched

    @property
    def reach(self) -> Ends | None:
        """From where to where its intervals reach; None without any."""
        found = [end for ends in (self.ends, self.outer) if ends for end in ends]
        return (min(found), max(found)) if found else None

    @property
    def number_words(self) -> str:
        """The number with its interval: "3.5 % (2–6.1)"."""
        return f"{self.number} ({self.interval})" if self.interval else self.number


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows with their places, and the pixels of the columns of words beside them."""

    rows: tuple[EstimateRow, ...]
    height: int
    left: int
    right: int
    compact: bool

    @property
    def is_tall(self) -> bool:
        """Whether the axis stands on top, because its foot may be out of sight."""
        return self.height > 800

    @property
    def drawn(self) -> list[tuple[EstimateRow, float]]:
        """The rows that have a value, each with it."""
        return [(row, row.value) for row in self.rows if row.value is not None]

    @property
    def has_axis(self) -> bool:
        """Whether an axis is needed: something lies on it."""
        return any(row.has_mark for row in self.rows)

    @property
    def foot(self) -> int:
        """The pixels under the rows: an axis stands there, unless it is on top or there is none."""
        return 8 if self.is_tall or not self.has_axis else 26

    @property
    def sentence_room(self) -> float:
        """The pixels that a sentence in the place of a mark may fill."""
        return COMPACT_ROOM if self.compact else theme.WIDE - self.left - 3 * GUTTER

    def tracks(self) -> list[Ends]:
        """Return where marks lie, from top to bottom: guides spare the words of all other rows."""
        if not self.compact:
            return [(row.top, row.bottom) for row in self.rows if row.has_mark]
        return [(row.middle - 12, row.middle + 12) for row in self.rows if row.has_mark]


def sheet(rows: Sequence[EstimateRow], *, compact: bool) -> Sheet:
    """Place the rows from the top, and measure the words beside the axis."""
    found = Sheet(
        rows=(),
        height=0,
        left=GUTTER if compact else _left(rows),
        right=GUTTER if compact else _right(rows),
        compact=compact,
    )
    placed, top = [], 4.0
    for row in rows:
        placed.append(_placed(row, top=top, within=found))
        top = placed[-1].bottom
    return replace(found, rows=tuple(placed), height=round(top + 4))


def name_lines(row: EstimateRow, *, compact: bool) -> tuple[str, ...]:
    """Return the name in lines that fit their room."""
    room = COMPACT_ROOM if compact else NAME_ROOM
    lines = 1 if compact or row.minus else 2
    return label.wrapped(row.name, room=room, lines=lines) or ("",)


def minus_line(row: EstimateRow, *, compact: bool) -> str:
    """Return what stands behind "minus", cut to its room."""
    room = COMPACT_ROOM if compact else NAME_ROOM
    return label.shortened(label.clean(row.minus), room=room - label.width(MINUS))


def remark_lines(row: EstimateRow, *, compact: bool) -> tuple[str, ...]:
    """Return remark and note in lines that fit their room; none without them."""
    room = COMPACT_ROOM if compact else REMARK_ROOM
    return (
        *(label.wrapped(row.remark, room=room, lines=2, size=theme.SMALL) if row.remark else ()),
        *(label.wrapped(row.note, room=room, lines=1, size=theme.SMALL) if row.note else ()),
    )


def sentence_lines(row: EstimateRow, *, room: float) -> tuple[str, ...]:
    """Return the sentence in at most three lines; none without one."""
    return label.wrapped(row.sentence, room=room, lines=3, size=theme.SMALL) if row.sentence else ()


def _placed(row: EstimateRow, *, top: float, within: Sheet) -> EstimateRow:
    if row.is_heading:
        return replace(row, top=top, middle=top + 19, bottom=top + _HEAD)
    told = len(remark_lines(row, compact=within.compact)) + bool(row.number)
    told = max(told, len(sentence_lines(row, room=within.sentence_room)))
    named = len(name_lines(row, compact=within.compact)) + bool(row.minus) + bool(row.details)
    if within.compact:
        words = _LINE * (named + told) + 8
        bottom = top + words + (_TRACK if row.has_mark else 6)
        return replace(row, top=top, middle=top + words + 9, bottom=bottom)
    bottom = top + max(30, _LINE * max(named, told) + 8)
    return replace(row, top=top, middle=(top + bottom) / 2, bottom=bottom)


def _left(rows: Sequence[EstimateRow]) -> int:
    names = [label.width(line) for row in rows for line in name_lines(row, compact=False)]
    names += [label.width(MINUS + minus_line(row, compact=False)) for row in rows if row.minus]
    details = [label.width(label.clean(row.details), size=theme.SMALL) for row in rows]
    widest = max((*names, *details), default=0)
    return round(min(widest, NAME_ROOM) * 1.03) + 2 * GUTTER


def _right(rows: Sequence[EstimateRow]) -> int:
    numbers = [label.width(row.number_words) for row in rows]
    remarks = [
        label.width(line, size=theme.SMALL)
        for row in rows
        for line in remark_lines(row, compact=False)
    ]
    return round(max((*numbers, *remarks), default=0) * 1.03) + 2 * GUTTER
