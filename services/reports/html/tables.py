"""A table as HTML: columns as wide as they need, numbers under each other."""

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from services.models import notation
from services.models.table import Cell, Table
from services.reports.html import columns
from services.reports.html.text import breakable

_ALL_DIGITS_FROM = 10_000
"""Below it a number stays as it is: it may be a year."""
_PLACES = 4
_MEASURED = 400
"""So many rows say how wide a column is."""
_SHORT = 8
"""A table of so few rows is not torn apart by the end of a page."""
_MOST_IN_ONE = 20
"""A longer narrow table stands in two columns where paper has numbers behind figures."""


def table_element(
    table: Table, *, most: int | None = None, heads: Mapping[int, str] = MappingProxyType({})
) -> str:
    """Return the table, or a sentence in place of its rows; `most` cuts it, and says so.

    `heads` are headings within it, each by the row that it stands above.
    """
    if not table.rows:
        return f'{_element(table, (), heads)}<p class="none">No rows.</p>'
    kept = table.rows if most is None else table.rows[:most]
    cut = _cut_words(len(kept), len(table.rows)) if len(kept) < len(table.rows) else ""
    return f"{_element(table, kept, heads)}{cut}"


def paper_tables(table: Table) -> str:
    """Return the table in as many parts, below each other, as pages need to hold its columns."""
    parts = columns.pages(measured_columns(table))
    if len(parts) == 1:
        return table_element(table)
    return "".join(table_element(_part(table, places)) for places in parts)


def _part(table: Table, places: Sequence[int]) -> Table:
    return Table(
        columns=tuple(table.columns[place] for place in places),
        rows=tuple(tuple(row[place] for place in places) for row in table.rows),
    )


def written(cell: Cell) -> str:
    """Write a cell: "—" for nothing, numbers with the decimals that they have, at most four."""
    if cell is None:
        return "—"
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return _whole(cell) if isinstance(cell, int) else _number(cell)


def _number(amount: float) -> str:
    if not math.isfinite(amount):
        return notation.number(amount)
    if 0 < abs(amount) < 10**-_PLACES:
        return f"{amount:.1g}".replace("-", "−")
    rounded = round(amount, _PLACES) + 0.0
    return _whole(int(rounded)) if rounded.is_integer() else _grouped(rounded)


def _whole(amount: int) -> str:
    return _signed(f"{amount:,}" if abs(amount) >= _ALL_DIGITS_FROM else str(amount))


def _grouped(amount: float) -> str:
    digits = f"{amount:,.{_PLACES}f}".rstrip("0")
    return _signed(digits if abs(amount) >= _ALL_DIGITS_FROM else digits.replace(",", ""))


def _signed(digits: str) -> str:
    return digits.replace("-", "−")


def _element(table: Table, rows: Sequence[tuple[Cell, ...]], within: Mapping[int, str]) -> str:
    found = measured_columns(table)
    looks = [
        _look(column, is_number=each) for column, each in zip(found, _numeric(table), strict=True)
    ]
    widths = "".join(f'<col width="{share:.1f}%">' for share in columns.shares(found))
    heads = "".join(
        f'<th scope="col"{look} dir="auto">{breakable(name)}</th>'
        for name, look in zip(table.columns, looks, strict=True)
    )
    body = "".join(
        f"{_head(within.get(place), len(looks))}<tr>{''.join(map(_cell, row, looks))}</tr>\n"
        for place, row in enumerate(rows)
    )
    size = columns.size(found)
    short = " short" if len(rows) <= _SHORT else ""
    slim = " slim" if columns.is_slim(found) and len(rows) > _MOST_IN_ONE and not within else ""
    return (
        f'<div class="scroll{short}{slim}"><table class="{size}">'
        f"<colgroup>{widths}</colgroup><thead><tr>{heads}</tr></thead>"
        f"<tbody>\n{body}</tbody></table></div>"
    )


def _head(words: str | None, columns_below: int) -> str:
    """Return the row that heads those below it."""
    if words is None:
        return ""
    return (
        f'<tr class="head"><th colspan="{columns_below}" scope="colgroup" dir="auto">'
        f"{breakable(words)}</th></tr>\n"
    )


def _look(column: columns.Column, *, is_number: bool) -> str:
    """Return the class of a column's cells: numbers, and what stays in one line."""
    kinds = [*(["n"] if is_number else []), *(["k"] if column.is_short else [])]
    return f' class="{" ".join(kinds)}"' if kinds else ""


def measured_columns(table: Table) -> list[columns.Column]:
    """Return how wide each column is."""
    numeric = _numeric(table)
    return [
        columns.measured(
            name,
            [written(row[place]) for row in table.rows[:_MEASURED]],
            after_numbers=place > 0 and numeric[place - 1] and not numeric[place],
        )
        for place, name in enumerate(table.columns)
    ]


def _numeric(table: Table) -> list[bool]:
    """Return which columns hold numbers, with gaps or without."""
    return [
        _is_numeric([row[place] for row in table.rows[:_MEASURED]])
        for place in range(len(table.columns))
    ]


def _cell(cell: Cell, look: str) -> str:
    if cell is None:
        return f'<td{look}><span class="q">—</span></td>'
    if isinstance(cell, str):
        return f'<td{look} dir="auto">{breakable(cell)}</td>'
    return f"<td{look}>{written(cell)}</td>"


def _is_numeric(column: Sequence[Cell]) -> bool:
    told = [cell for cell in column if cell is not None]
    return bool(told) and all(isinstance(cell, int | float) for cell in told)


def _cut_words(kept: int, total: int) -> str:
    return (
        f'<p class="none">The first {kept:,} of {total:,} rows; '
        "the workbook and the data formats hold all of them.</p>"
    )
