"""A document's tables as Parquet files, with typed columns."""

import io
import math
from collections.abc import Iterable, Mapping, Sequence

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from services.models.content import Content
from services.models.export import Written
from services.models.table import Cell, Table
from services.reports.about_rows import about_mapping
from services.reports.bundle import bundle

_LARGEST = 2**63


def parquet_document(content: Content) -> Written:
    """Return one table as Parquet, several as a ZIP archive with about.json.

    What the document says about itself is in each file's metadata too, as JSON under `scoreband`.
    """
    about = _about(content)
    tables = list(content.tables())
    files = [(f"{key}.parquet", _file(title, table, about)) for key, title, table in tables]
    if len(files) == 1:
        return Written(data=files[0][1], suffix=".parquet")
    files.insert(0, ("about.json", orjson.dumps(about, option=orjson.OPT_INDENT_2)))
    return Written(data=bundle(files, made_at=content.about.made_at), suffix=".zip")


def metadata(about: Mapping[str, object]) -> Mapping[bytes, bytes]:
    """Return what a file says about itself as Parquet keeps it."""
    return {b"scoreband": orjson.dumps(about)}


def _about(content: Content) -> Mapping[str, object]:
    return {
        "title": content.title,
        "subtitle": content.subtitle,
        **about_mapping(content.about),
        "tables": [{"key": key, "title": title} for key, title, _ in content.tables()],
    }


def _file(title: str, table: Table, about: Mapping[str, object]) -> bytes:
    cells = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.columns)
    columns = [_column(each) for each in cells]
    made = pa.Table.from_arrays(columns, names=_apart(table.columns))
    made = made.replace_schema_metadata(metadata({**about, "table": title}))
    file = io.BytesIO()
    pq.write_table(made, file, compression="zstd")
    return file.getvalue()


def _column(cells: Sequence[Cell]) -> pa.Array:
    """Return numbers as numbers; a column that holds any text is text throughout."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if not kinds or not kinds <= {int, float}:
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
