"""An extract as comma-separated text."""

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from services.models.export import Told, untold
from services.models.extract import Extract
from services.models.neutral import HARMLESS, neutralised
from services.reports.delimited import BOM
from services.reports.extract_batches import batches, schema

_SECONDS = pa.timestamp("s")


def write_csv(extract: Extract, path: Path, *, bom: bool, told: Told = untold) -> None:
    """Write all rows: texts quoted, times as "2026-11-23 15:04:05", nothing as nothing.

    No text is one that a spreadsheet runs, see `services.models.neutral`.
    """
    columns = pa.schema([(neutralised(each.name), _written(each.type)) for each in schema(extract)])
    with path.open("wb") as file:
        file.write(BOM if bom else b"")
        options = csv.WriteOptions(quoting_style="needed")
        with csv.CSVWriter(file, columns, write_options=options) as writer:
            for batch in batches(extract, told):
                cells = [_neutral(each) for each in batch.columns]
                writer.write_batch(pa.RecordBatch.from_arrays(cells, schema=columns))


def _written(kind: pa.DataType) -> pa.DataType:
    return _SECONDS if pa.types.is_timestamp(kind) else kind


def _neutral(cells: pa.Array) -> pa.Array:
    if pa.types.is_timestamp(cells.type):
        # Spreadsheets read a time only without its zone and without parts of a second.
        return cells.cast(_SECONDS, safe=False)
    if not pa.types.is_string(cells.type):
        return cells
    # Few texts are looked at one by one: each costs as much as writing a hundred.
    is_suspect = pc.invert(pc.match_substring_regex(cells.fill_null(""), HARMLESS))
    suspects = cells.filter(is_suspect).to_pylist()
    if not suspects:
        return cells
    safe = pa.array([neutralised(each) for each in suspects], pa.string())
    return pc.replace_with_mask(cells, is_suspect, safe)
