"""An extract as one JSON document, a line for each interview."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import orjson

from services.models.export import Told, untold
from services.models.extract import ColumnKind, Extract, ExtractCell, ExtractColumn, moment
from services.reports.about_rows import about_mapping
from services.reports.extract_batches import Heading, parts


def write_json(extract: Extract, path: Path, *, heading: Heading, told: Told = untold) -> None:
    """Write `about`, `columns` and `interviews`, each of which has all columns; null is nothing."""
    names = [column.name for column in extract.columns]
    columns = [{"name": each.name, "kind": each.kind} for each in extract.columns]
    about = {"title": heading.title, **about_mapping(heading.about)}
    with path.open("wb") as file:
        file.write(b'{"about":%b,\n"columns":%b,\n' % (orjson.dumps(about), orjson.dumps(columns)))
        file.write(b'"interviews":[')
        ahead = b"\n"
        for part in parts(extract, told):
            lines = (
                orjson.dumps(dict(zip(names, row, strict=True)), option=orjson.OPT_UTC_Z)
                for row in zip(*map(_written, extract.columns, part), strict=True)
            )
            file.write(ahead + b",\n".join(lines))
            ahead = b",\n"
        file.write(b"\n]}\n")


def _written(
    column: ExtractColumn, cells: Sequence[ExtractCell]
) -> Sequence[ExtractCell | datetime]:
    """Return a column's cells with times as times."""
    if column.kind is not ColumnKind.MOMENT:
        return cells
    return [None if cell is None else moment(int(cell)) for cell in cells]
