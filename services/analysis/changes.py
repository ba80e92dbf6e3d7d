"""What is different between two printings of the same tables: cell by cell, rows by their names."""

from collections.abc import Iterator, Mapping, Sequence

from services.models.plan import Change, Changes, Printed, PrintedTable
from services.models.table import Cell, Table

MOST_CELLS = 200
"""So many changes are named; beyond, they are counted."""
_Rows = Mapping[tuple[Cell, ...], tuple[Cell, ...]]


def changes(before: Printed, now: Sequence[PrintedTable]) -> Changes:
    """Return every cell that differs, and which tables came or went; columns go by their names.

    A row is found again by its first cells: as few of them as tell all rows of both tables apart.
    Where not even the whole rows do, they are compared by their places.
    """
    then = {each.key: each for each in before.tables}
    today = {each.key: each for each in now}
    cells: list[Change] = []
    for key, table in today.items():
        if key in then:
            cells += _between(then[key].table, table.table, where=table.title)
    return Changes(
        since=before.made_at,
        cells=tuple(cells[:MOST_CELLS]),
        total=len(cells),
        missing=tuple(each.title for key, each in then.items() if key not in today),
        added=tuple(each.title for key, each in today.items() if key not in then),
    )


def _between(before: Table, now: Table, *, where: str) -> Iterator[Change]:
    width = _name_width(before, now)
    then, today = _by_name(before, width), _by_name(now, width)
    columns = [name for name in now.columns if name in before.columns]
    for name, row in today.items():
        if name not in then:
            yield _row_change(name, where=where, before="not there", now="new row")
            continue
        for column in columns:
            old = then[name][before.columns.index(column)]
            new = row[now.columns.index(column)]
            if old != new:
                said = _said(name)
                yield Change(where=where, row=said, column=column, before=old, now=new)
    for name in then:
        if name not in today:
            yield _row_change(name, where=where, before="a row", now="gone")


def _name_width(*tables: Table) -> int:
    """Return how many first cells tell the rows of each table apart; 0: by their places."""
    widest = min(len(table.columns) for table in tables)
    for width in range(1, widest + 1):
        if all(len({row[:width] for row in each.rows}) == len(each.rows) for each in tables):
            return width
    return 0


def _by_name(table: Table, width: int) -> _Rows:
    if width:
        return {row[:width]: row for row in table.rows}
    return {(f"row {number}",): row for number, row in enumerate(table.rows, start=1)}


def _row_change(name: tuple[Cell, ...], *, where: str, before: str, now: str) -> Change:
    return Change(where=where, row=_said(name), column="The row", before=before, now=now)


def _said(name: tuple[Cell, ...]) -> str:
    return ", ".join(str(cell) for cell in name if cell is not None) or "without a name"
