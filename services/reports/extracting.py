"""An extract as a file, whatever the format: streamed, so that its length costs no memory."""

from collections.abc import Callable, Mapping
from pathlib import Path

from services.models.export import ExportOptions, Format, Told, untold
from services.models.extract import Extract
from services.reports.extract_batches import Heading
from services.reports.extract_csv import write_csv
from services.reports.extract_json import write_json
from services.reports.extract_parquet import write_parquet
from services.reports.extract_workbook import write_xlsx

__all__ = ["Heading", "write_extract"]


def write_extract(
    extract: Extract,
    path: Path,
    *,
    options: ExportOptions,
    heading: Heading,
    told: Told = untold,
) -> None:
    """Write all rows to `path`; what was written when this fails is left to the caller.

    Raises:
        OSError: the disk is full, or the like.
        ExportCancelledError: by `told`.
    """
    if options.format is Format.CSV:
        write_csv(extract, path, bom=options.bom, told=told)
    else:
        _WRITERS[options.format](extract, path, heading, told)


_WRITERS: Mapping[Format, Callable[[Extract, Path, Heading, Told], None]] = {
    Format.XLSX: lambda extract, path, heading, told: write_xlsx(
        extract, path, heading=heading, told=told
    ),
    Format.PARQUET: lambda extract, path, heading, told: write_parquet(
        extract, path, heading=heading, told=told
    ),
    Format.JSON: lambda extract, path, heading, told: write_json(
        extract, path, heading=heading, told=told
    ),
}
