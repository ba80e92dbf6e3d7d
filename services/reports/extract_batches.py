"""An extract's parts on their way into a file: counted, told of, and as typed columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pyarrow as pa

from services.models.content import About
from services.models.export import Told
from services.models.extract import ColumnKind, Extract, ExtractCell

_TYPES: Final[Mapping[ColumnKind, pa.DataType]] = {
    ColumnKind.TEXT: pa.string(),
    ColumnKind.WHOLE: pa.int64(),
    ColumnKind.NUMBER: pa.float64(),
    ColumnKind.MOMENT: pa.timestamp("ms", tz="UTC"),
    ColumnKind.FLAG: pa.bool_(),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over an extract."""

    title: str
    about: About


def parts(extract: Extract, told: Told) -> Iterator[Sequence[Sequence[ExtractCell]]]:
    """Yield the parts, column by column; before each, tell how many rows are written."""
    done = 0
    for part in extract.parts:
        told(f"{done:,} of {extract.total:,} interviews", min(1.0, done / max(1, extract.total)))
        yield part
        done += len(part[0])


def rows(extract: Extract, told: Told) -> Iterator[Iterator[tuple[ExtractCell, ...]]]:
    """Yield the rows of each part; tell as `parts`."""
    return (zip(*part, strict=True) for part in parts(extract, told))


def schema(extract: Extract) -> pa.Schema:
    """Return the columns as Arrow knows them; times are milliseconds in UTC."""
    return pa.schema([(column.name, _TYPES[column.kind]) for column in extract.columns])


def batches(extract: Extract, told: Told) -> Iterator[pa.RecordBatch]:
    """Yield the parts as Arrow's columns."""
    wanted = schema(extract)
    for part in parts(extract, told):
        arrays = [pa.array(each, field.type) for each, field in zip(part, wanted, strict=True)]
        yield pa.RecordBatch.from_arrays(arrays, schema=wanted)
