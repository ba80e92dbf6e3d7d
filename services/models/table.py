"""A table of plain cells: what stands in a figure, for readers who want the numbers."""

from services.models.value import Value

Cell = str | int | float | None


class Table(Value):
    """Named columns and rows of the same length; None is an empty cell, never a zero.

    Texts are the vendor's own and unescaped: whoever prints them escapes them.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
