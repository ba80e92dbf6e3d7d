"""The words beside rows of estimates: names at the left, figures at the right, or sentences."""

from components.charts import label, theme
from components.charts._canvas import Part, muted, words
from components.charts._estimate_rows import (
    COMPACT_ROOM,
    GUTTER,
    NAME_ROOM,
    EstimateRow,
    Sheet,
    name_lines,
    remark_lines,
    sentence_lines,
)


def sheet_words(sheet: Sheet) -> list[Part]:
    """Return all words of all rows."""
    return [part for row in sheet.rows for part in _row_words(row, sheet)]


def foot(text: str, *, sheet: Sheet, below: int) -> Part:
    """Return a quiet line under the plot, `below` pixels down, such as what the table has more."""
    part = words(muted(text), x=0, y=0, anchor="left", shift=-sheet.left)
    return part | {"yref": "paper", "yanchor": "top", "yshift": -below}


def beside_zero(text: str, *, is_right: bool, up: int) -> Part:
    """Return what lies at one side of zero, in words above the plot."""
    return {
        "text": f"{text} →" if is_right else f"← {text}",
        "showarrow": False,
        "xref": "x",
        "x": 0,
        "xanchor": "left" if is_right else "right",
        "xshift": 8 if is_right else -8,
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "yshift": up,
        "font": theme.font(size=theme.SMALL, color=theme.MUTED),
    }


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
