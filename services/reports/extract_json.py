"""An extract as one JSON document, a line for each interview."""

from pathlib import Path

import orjson

from services.models.export import Told, untold
from services.models.extract import Extract
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
                for row in part
            )
            file.write(ahead + b",\n".join(lines))
            ahead = b",\n"
        file.write(b"\n]}\n")
