"""Levels by role in words: the data table, and the sentence for who cannot see the circles."""

from collections.abc import Sequence

from components.charts.levels import ALL_ROLES, grouped
from services.models import notation
from services.models.cefr import LevelSource
from services.models.ladder import LevelCount
from services.models.table import Table


def levels_table(counts: Sequence[LevelCount]) -> Table:
    """Return one row for each circle, in the figure's order."""
    return Table(
        columns=("Role", "Level", "By", "People", "Borderline"),
        rows=tuple(
            (cell.role, cell.rung or "no level", str(cell.source), cell.count, cell.borderline)
            for cell in grouped(counts)
        ),
    )


def levels_sentence(counts: Sequence[LevelCount], *, dimension: str) -> str:
    """Say how many people stand on each rung over all roles, issued apart from derived."""
    cells = [cell for cell in grouped(counts) if cell.role == ALL_ROLES]
    total = sum(cell.count for cell in cells)
    parts = [f"{dimension} levels of {notation.count(total, 'person', plural='people')}."]
    for source, words in ((LevelSource.ISSUED, "Issued"), (LevelSource.DERIVED, "Derived")):
        found = [f"{cell.rung} {cell.count}" for cell in cells if cell.source is source]
        parts += [f"{words}: {', '.join(found)}."] if found else []
    nobody = sum(cell.count for cell in cells if cell.source is LevelSource.NONE)
    return " ".join([*parts, f"{nobody} without a level."])
