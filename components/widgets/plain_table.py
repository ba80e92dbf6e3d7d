"""A table on the page: texts as they were written, numbers aligned, None as a dash."""

from components.widgets._component import declare
from components.widgets.text import drawable_cell
from services.models.table import Table

_TABLE = declare("plain_table")


def plain_table(table: Table, *, title: str, key: str) -> None:
    """Draw `table`; `title` names it for a screen reader."""
    rows = [[drawable_cell(cell) for cell in row] for row in table.rows]
    _TABLE(key=key, data={"columns": table.columns, "rows": rows, "title": title})
