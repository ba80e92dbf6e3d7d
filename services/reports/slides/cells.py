"""Cells of a table as words: numbers as short as they can be told apart, nothing for nothing."""

import math
from collections.abc import Sequence

from services.models.table import Cell, Table
from services.reports.slides.inert import compact


def words(cell: Cell) -> str:
    """Write a cell; None is empty, never a zero."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return compact(cell)
    return str(cell).replace("-", "−") if isinstance(cell, int) else _fraction(cell)


def is_number_column(table: Table, index: int) -> bool:
    """Whether a column holds numbers only, and at least one."""
    held = [row[index] for row in table.rows if row[index] is not None]
    return bool(held) and not any(isinstance(cell, str) for cell in held)


def line(cells: Sequence[Cell]) -> str:
    """Write a row as one line of text."""
    return " | ".join(" ".join(words(cell).split()) or "–" for cell in cells)


def _fraction(value: float) -> str:
    """Write three digits that count, and never less than a hundred's tenth."""
    if not math.isfinite(value):
        return "not a number"
    size = abs(value)
    places = 1 if size >= 100 else 2 if size >= 1 or size == 0 else 2 - math.floor(math.log10(size))
    if places > 6:
        return f"{value:.2e}".replace("-", "−")
    written = f"{value:.{places}f}"
    return (written.rstrip("0").rstrip(".") if "." in written else written).replace("-", "−")
