"""Vendors in tables: spelled as they spell themselves, not by our short names."""

from collections.abc import Mapping

from services.models.table import Cell, Table

_COLUMN = "Vendor"


def with_vendor_titles(table: Table, titles: Mapping[str, str]) -> Table:
    """Return `table` with the cells of its column "Vendor" spelled as in `titles`."""
    if _COLUMN not in table.columns:
        return table
    at = table.columns.index(_COLUMN)
    return Table(
        columns=table.columns,
        rows=tuple((*row[:at], _spelled(row[at], titles), *row[at + 1 :]) for row in table.rows),
    )


def _spelled(cell: Cell, titles: Mapping[str, str]) -> Cell:
    return titles.get(cell, cell) if isinstance(cell, str) else cell
