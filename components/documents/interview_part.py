"""A section of the interview report with the numbers that its appendix explains."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.documents.explanations import Explained
from services.models.content import Block, Depth, Section
from services.models.table import Table


@dataclass(frozen=True, slots=True)
class Part:
    """One section; `explained` names what its numbers are."""

    section: Section
    explained: tuple[Explained, ...] = ()


def part(
    title: str,
    *blocks: Block | None,
    explained: tuple[Explained, ...] = (),
    depth: Depth = Depth.WHOLE,
) -> Iterator[Part]:
    """Yield the section with the blocks that there are; nothing where there is none."""
    kept = tuple(block for block in blocks if block is not None)
    if kept:
        yield Part(Section(title=title, blocks=kept, depth=depth), explained)


def without_empty_columns(table: Table) -> Table:
    """Return a table without the columns that no row has anything in."""
    kept = [
        index
        for index in range(len(table.columns))
        if any(row[index] not in (None, "") for row in table.rows)
    ]
    return Table(
        columns=tuple(table.columns[index] for index in kept),
        rows=tuple(tuple(row[index] for index in kept) for row in table.rows),
    )
