"""A table as comma-separated text (RFC 4180) that no spreadsheet takes for a formula."""

import math

from services.models.neutral import neutralised
from services.models.table import Cell, Table


def csv_text(table: Table) -> str:
    """Return the table with CRLF line ends; texts that a spreadsheet would run get apostrophes.

    Every text is quoted, so that also a reader who takes semicolons for separators never finds a
    number that goes on as a formula. Real numbers stay numbers, also negative ones; None and
    not-a-number are empty cells.
    """
    lines = [",".join(map(_cell, row)) for row in (table.columns, *table.rows)]
    return "".join(f"{line}\r\n" for line in lines)


def _cell(cell: Cell) -> str:
    if cell is None or (isinstance(cell, float) and not math.isfinite(cell)):
        return ""
    if isinstance(cell, str):
        return f'"{neutralised(cell).replace(chr(34), chr(34) * 2)}"'
    return f"{cell:.12g}" if isinstance(cell, float) else str(cell)
