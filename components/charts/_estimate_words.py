"""The words beside rows of estimates: names at the left, figures at the right, or sentences."""

from components.charts import label, theme
from components.charts._canvas import Part, across, muted, words
from components.charts._estimate_rows import (
    COMPACT_ROOM,
    GUTTER,
    MINUS,
    NAME_ROOM,
    EstimateRow,
    Sheet,
    minus_line,
    name_lines,
    remark_lines,
    sentence_lines,
)


def sheet_words(sheet: Sheet) -> list[Part]:
    """Return all words of all rows."""
    return [part for row in sheet.rows for part in _row_words(row, sheet)]


def more_words(rest: int, *, sheet: Sheet) -> list[Part]:
    """Return a quiet line under the plot that counts what only the table has; none for nothing."""
    if not rest:
        return []
    part = words(muted(f"{rest:,} more in the table"), x=0, y=0, anchor="left", shift=-sheet.left)
    return [part | {"yref": "paper", "yanchor": "top", "yshift": -sheet.foot}]


def rules(sheet: Sheet) -> list[Part]:
    """Return a line over each heading but the first."""
    headings = [row for row in sheet.rows[1:] if row.is_heading]
    return [across(y=row.top + 2, color=theme.GRID) for row in headings]


def _row_words(row: EstimateRow, sheet: Sheet) -> list[Part]:
    if row.is_heading:
        room = COMPACT_ROOM if sheet.compact else theme.WIDE / 2
        heading = muted(f"<b>{label.block(row.name, room=room, lines=1)}</b>", size=theme.SIZE - 1)
        return [words(heading, x=0, y=row.middle, anchor="left", shift=-sheet.left)]
    if sheet.compact:
        lines = "<br>".join([*_name(row, compact=True), *_told(row, sheet)])
        return [words(lines, x=0, y=row.top + 2, anchor="left", shift=-sheet.left, hang=True)]
    name = "<br>".join(_name(row, compact=False))
    parts = [words(name, x=0, y=row.middle, anchor="left", shift=-sheet.left)]
    told = "<br>".join(_told(row, sheet))
    if told:
        at = 0 if row.sentence else 1
        parts.append(words(told, x=at, y=row.middle, anchor="left", shift=GUTTER))
    return parts


def _name(row: EstimateRow, *, compact: bool) -> list[str]:
    lines = [label.escaped(line) for line in name_lines(row, compact=compact)]
    if row.minus:
        lines.append(f"{muted(MINUS)}{label.escaped(minus_line(row, compact=compact))}")
    if row.details:
        room = COMPACT_ROOM if compact else NAME_ROOM
        lines.append(muted(label.block(row.details, room=room, lines=1, size=theme.SMALL)))
    return lines


def _told(row: EstimateRow, sheet: Sheet) -> list[str]:
    """Return the number with the remark under it, or the sentence in their place, as markup."""
    if row.sentence:
        lines = sentence_lines(row, room=sheet.sentence_room)
        return [muted(label.escaped(line)) for line in lines]
    number = f"<b>{label.escaped(row.number)}</b>" if row.number else ""
    if row.interval:
        number += f" {muted(f'({label.escaped(row.interval)})', size=theme.SIZE - 1)}"
    remarks = [muted(label.escaped(line)) for line in remark_lines(row, compact=sheet.compact)]
    return [*([number] if number else []), *remarks]
