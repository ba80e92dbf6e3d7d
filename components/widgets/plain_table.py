"""A table on the page: texts as they were written, numbers aligned, None as a dash."""

from components.widgets import pinning
from components.widgets._component import declare
from components.widgets.text import drawable_cell
from services.models.table import Table

_TABLE = declare("plain_table")


def plain_table(table: Table, *, title: str, key: str, pinned_as: str | None = None) -> None:
    """Draw `table`; `title` names it for a screen reader.

    `pinned_as` is the key of the same table in the page's document, if it stands there.
    """
    rows = [[drawable_cell(cell) for cell in row] for row in table.rows]
    _TABLE(
        key=key,
        data={
            "columns": table.columns,
            "rows": rows,
            "title": title,
            "pin": pinning.state(pinned_as) if pinned_as else None,
        },
        on_pinned_change=lambda: pinning.pin(pinned_as),
    )
