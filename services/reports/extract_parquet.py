"""An extract as a Parquet file."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from services.models.export import Told, untold
from services.models.extract import Extract
from services.reports.about_rows import about_mapping
from services.reports.columnar import metadata
from services.reports.extract_batches import Heading, batches, schema

_ROWS = 65_536
"""In a row group, about: enough for readers to skip by, few enough to hold in memory."""


def write_parquet(extract: Extract, path: Path, *, heading: Heading, told: Told = untold) -> None:
    """Write all rows with typed columns; the file's metadata says what it is, as JSON."""
    about = {"title": heading.title, **about_mapping(heading.about)}
    columns = schema(extract).with_metadata(metadata(about))
    with pq.ParquetWriter(path, columns, compression="zstd") as writer:
        waiting: list[pa.RecordBatch] = []
        for batch in batches(extract, told):
            waiting.append(batch)
            if sum(map(len, waiting)) >= _ROWS:
                _write(writer, waiting, columns)
        _write(writer, waiting, columns)


def _write(writer: pq.ParquetWriter, waiting: list[pa.RecordBatch], columns: pa.Schema) -> None:
    if waiting:
        writer.write_table(pa.Table.from_batches(waiting).cast(columns))
        waiting.clear()
