"""Wide tables for paper: what all rows share is said once, and few rows stand as columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.models.table import Table
from services.reports.html.columns import letters, pages
from services.reports.html.tables import measured_columns, written
from services.reports.html.text import width

_MOST_LINES = 4
"""A column whose texts take more lines on average is no column."""
_MOST_TURNED = 6
"""So many rows can stand beside each other as columns."""


@dataclass(frozen=True, slots=True)
class Condensed:
    """A table as paper shows it; None in the place of one that no page can hold."""

    table: Table | None
    shared: tuple[tuple[str, str], ...] = ()
    """(column, its one value) of what is the same in every row."""
    empty: tuple[str, ...] = ()
    """The columns that no row has anything in."""


def condensed(table: Table, *, turns: bool = True) -> Condensed:
    """Return the table without columns that say the same in every row, turned where it is wide.

    Without `turns`, rows stay rows.
    """
    if not table.rows:
        return Condensed(table)
    shared, empty, kept = [], [], [0]
    for place in range(1, len(table.columns)):
        cells = {row[place] for row in table.rows}
        if cells <= {None, ""}:
            empty.append(table.columns[place])
        elif len(table.rows) > 1 and len(cells) == 1:
            shared.append((table.columns[place], written(table.rows[0][place])))
        else:
            kept.append(place)
    few = of_columns(table, kept)
    return Condensed(_fitting(few, turns=turns), tuple(shared), tuple(empty))


def of_columns(table: Table, places: Sequence[int]) -> Table:
    """Return the table with the columns at these places only."""
    return Table(
        columns=tuple(table.columns[place] for place in places),
        rows=tuple(tuple(row[place] for place in places) for row in table.rows),
    )


def _fitting(table: Table, *, turns: bool) -> Table | None:
    if _is_readable(table):
        return table
    if not turns or len(table.rows) > _MOST_TURNED:
        return None
    turned = _turned(table)
    return turned if _is_readable(turned) else None


def _is_readable(table: Table) -> bool:
    """Tell whether all columns fit beside each other without long texts in narrow ones."""
    found = measured_columns(table)
    if len(pages(found)) > 1:
        return False
    rooms = letters(found)
    for place, room in enumerate(rooms):
        told = sum(width(written(row[place])) for row in table.rows)
        if told / len(table.rows) > _MOST_LINES * room:
            return False
    return True


def _turned(table: Table) -> Table:
    """Return rows as columns: the first column's cells are the headings."""
    first, *names = table.columns
    return Table(
        columns=(first, *(written(row[0]) for row in table.rows)),
        rows=tuple(
            (name, *(row[place] for row in table.rows)) for place, name in enumerate(names, 1)
        ),
    )
