"""An extract as comma-separated text."""

from collections.abc import Sequence
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
                cells = _neutral(batch.columns)
                writer.write_batch(pa.RecordBatch.from_arrays(cells, schema=columns))


def _written(kind: pa.DataType) -> pa.DataType:
    return _SECONDS if pa.types.is_timestamp(kind) else kind


def _neutral(columns: Sequence[pa.Array]) -> Sequence[pa.Array]:
    return _harmless([_plain(each) for each in columns])


def _plain(cells: pa.Array) -> pa.Array:
    # Spreadsheets read a time only without its zone and without parts of a second.
    return cells.cast(_SECONDS, safe=False) if pa.types.is_timestamp(cells.type) else cells


def _harmless(columns: Sequence[pa.Array]) -> Sequence[pa.Array]:
    """Return the columns with harmless texts; each text is looked at once."""
    encoded = {
        number: each.dictionary_encode()
        for number, each in enumerate(columns)
        if pa.types.is_string(each.type)
    }
    none = pa.array([], pa.string())
    texts = pa.concat_arrays([none, *(each.dictionary for each in encoded.values())])
    # All at once: to make the expression ready costs as much as some thousand texts.
    is_suspect = pc.invert(pc.match_substring_regex(texts, HARMLESS))
    found, start = list(columns), 0
    for number, each in encoded.items():
        own = is_suspect.slice(start, len(each.dictionary))
        start += len(own)
        if pc.any(own).as_py():
            found[number] = _replaced(each, own)
    return found


def _replaced(cells: pa.DictionaryArray, is_suspect: pa.Array) -> pa.Array:
    suspects = cells.dictionary.filter(is_suspect).to_pylist()
    safe = pa.array([neutralised(each) for each in suspects], pa.string())
    return pc.replace_with_mask(cells.dictionary, is_suspect, safe).take(cells.indices)
