"""A document's tables as Parquet files, with typed columns."""

import io
import math
from collections.abc import Iterable, Mapping, Sequence

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from services.models.content import Chart, Content, Listing
from services.models.export import Written
from services.models.table import Cell
from services.reports.about_rows import about_mapping, meanings_mapping, tabled
from services.reports.bundle import bundle
from services.reports.json_text import json_text

_LARGEST = 2**63


def parquet_document(content: Content) -> Written:
    """Return one table as Parquet, several as a ZIP archive with about.json.

    Each file says the same in its metadata, as JSON under `scoreband`: what the document says of
    itself, what limits the table, and alone also what the numbers mean.
    """
    blocks = list(tabled(content))
    about, meanings = _about(content), {"meanings": meanings_mapping(content.meanings)}
    if len(blocks) == 1:
        return Written(data=_file(blocks[0], {**about, **meanings}), suffix=".parquet")
    said = {**about, "tables": [_said(each) for each in blocks], **meanings}
    files = [("about.json", json_text(said, option=orjson.OPT_INDENT_2))]
    files += [(f"{each.key}.parquet", _file(each, about)) for each in blocks]
    return Written(data=bundle(files, made_at=content.about.made_at), suffix=".zip")


def metadata(about: Mapping[str, object]) -> Mapping[bytes, bytes]:
    """Return what a file says about itself as Parquet keeps it."""
    return {b"scoreband": json_text(about)}


def _about(content: Content) -> Mapping[str, object]:
    return {
        "title": content.title,
        "subtitle": content.subtitle,
        **about_mapping(content.about),
    }


def _said(block: Chart | Listing) -> Mapping[str, object]:
    return {
        "key": block.key,
        "title": block.title,
        "finding": block.finding,
        "limits": block.remarks,
    }


def _file(block: Chart | Listing, about: Mapping[str, object]) -> bytes:
    table = block.table
    cells = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.columns)
    columns = [_column(each) for each in cells]
    made = pa.Table.from_arrays(columns, names=_apart(table.columns))
    made = made.replace_schema_metadata(metadata({**about, "table": _said(block)}))
    file = io.BytesIO()
    pq.write_table(made, file, compression="zstd")
    return file.getvalue()


def _column(cells: Sequence[Cell]) -> pa.Array:
    """Return numbers as numbers; a column that holds any text is text throughout.

    One without any cell has the kind that goes with all others: what it would hold is not known.
    """
    kinds = {type(cell) for cell in cells if cell is not None}
    if not kinds:
        return pa.nulls(len(cells))
    if not kinds <= {int, float}:
        return pa.array([None if cell is None else _text(cell) for cell in cells], pa.string())
    if kinds == {int} and all(cell is None or abs(int(cell)) < _LARGEST for cell in cells):
        return pa.array(cells, pa.int64())
    numbers = [None if cell is None else float(cell) for cell in cells]
    return pa.array([_finite(number) for number in numbers], pa.float64())


def _finite(number: float | None) -> float | None:
    return number if number is not None and math.isfinite(number) else None


def _text(cell: Cell) -> str:
    text = f"{cell:.12g}" if isinstance(cell, float) else str(cell)
    return text.encode("utf-8", "replace").decode()


def _apart(names: Iterable[str]) -> list[str]:
    """Return the names with numbers behind those that were there: readers find columns by name."""
    found: list[str] = []
    for name in names:
        free, number = _text(name), 1
        while free in found:
            number += 1
            free = f"{name} ({number})"
        found.append(free)
    return found
