"""Levels by role in words: the data table, and the sentence for who cannot see the circles."""

from collections.abc import Sequence

from components.charts import label
from components.charts._crowd import Cell, crowds
from services.models.cefr import LevelSource
from services.models.ladder import LevelCount
from services.models.table import Table


def levels_table(counts: Sequence[LevelCount]) -> Table:
    """Return one row for each circle, in the figure's order, with its exact number."""
    return Table(
        columns=("Role", "Level", "By", "People", "Borderline"),
        rows=tuple(
            (
                *(row.role, cell.rung or "no level"),
                str(cell.source) if cell.rung else None,
                *(cell.count, cell.borderline),
            )
            for row in crowds(counts)
            for cell in row.cells
        ),
    )


def levels_sentence(counts: Sequence[LevelCount], *, dimension: str) -> str:
    """Say how many people stand on each rung over all roles, issued apart from derived."""
    cells = [cell for row in crowds(counts) if row.is_whole for cell in row.cells]
    total = sum(cell.count for cell in cells)
    people = "1 person" if total == 1 else f"{total:,} people"
    parts = [f"{label.brief(dimension)} levels of {people}."]
    for source, words in ((LevelSource.ISSUED, "Issued"), (LevelSource.DERIVED, "Derived")):
        found = [_said(cell) for cell in cells if cell.source is source]
        parts += [f"{words}: {', '.join(found)}."] if found else []
    nobody = sum(cell.count for cell in cells if cell.rung is None)
    return " ".join([*parts, f"{nobody:,} without a level."])


def _said(cell: Cell) -> str:
    more = f" ({cell.borderline:,} borderline to the next)" if cell.borderline else ""
    return f"{cell.rung} {cell.count:,}{more}"
