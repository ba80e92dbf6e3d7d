"""A frame's tables in Arrow files: written whole, and mapped into memory without being read."""

import os
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from services.cache.frame.arrays import to_arrow, to_numpy
from services.cache.frame.tables import Part, Table, Tables
from services.models.recording import SignalKind

_ABOUT: Final = b"scoreband.frame"
_OWNER_ONLY: Final = 0o600
Said = TypeVar("Said", bound=Part)


def write(folder: Path, tables: Tables, about: Part) -> None:
    """Write one file a table into a folder of none of them; each says which frame it is a part of.

    Raises:
        OSError: the disk is full, or the folder may not be written to.
    """
    for name, table in tables.items():
        batch = pa.RecordBatch.from_arrays(
            [_arrow(cells) for cells in table.values()],
            names=list(table),
            metadata={_ABOUT: about.model_dump_json().encode()},
        )
        descriptor = os.open(_path(folder, name), os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNER_ONLY)
        with os.fdopen(descriptor, "wb") as file:
            with pa.ipc.new_file(file, batch.schema) as writer:
                writer.write_batch(batch)
            # Or else a crash leaves a file of the right name and length that is full of zeros.
            file.flush()
            os.fsync(file.fileno())


def read(folder: Path, wanted: Mapping[str, type], *, saying: type[Said]) -> tuple[Tables, Said]:
    """Map the wanted tables, each with the columns of its class, into memory.

    Raises:
        OSError: there is none, or it cannot be read.
        ValueError: a file is damaged, of another frame or of something else.
    """
    found = {name: _mapped(_path(folder, name)) for name in wanted}
    said = {words for _, words in found.values()}
    if len(said) != 1:
        msg = f"The files in {folder} are of different frames."
        raise ValueError(msg)
    about = saying.model_validate_json(said.pop())
    tables = {name: table for name, (table, _) in found.items()}
    for name, table in tables.items():
        _check(name, table, columns=wanted[name], length=about.lengths.get(name))
    return tables, about


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}.arrow"


def _check(name: str, table: Table, *, columns: type, length: int | None) -> None:
    names = {field.name for field in fields(columns)}
    lengths = {len(cells) for cells in table.values()}
    if set(table) != names or lengths != {length}:
        msg = f"The file of {name} is not as a frame's should be."
        raise ValueError(msg)


def _arrow(cells: NDArray[Any]) -> pa.Array:
    if cells.dtype == np.bool_:
        # Arrow packs truth values into bits, which numpy can only copy: a byte each stays in place.
        return to_arrow(cells.view(np.uint8))
    if cells.ndim > 1:
        return pa.FixedSizeListArray.from_arrays(to_arrow(cells.ravel()), cells.shape[1])
    return to_arrow(cells)


def _mapped(path: Path) -> tuple[Table, bytes]:
    """Return a file's columns and what it says of its frame; nothing for a foreign file."""
    with pa.ipc.open_file(pa.memory_map(str(path))) as file:
        batch = file.get_batch(0)
    columns = zip(batch.schema.names, batch.columns, strict=True)
    said = (batch.schema.metadata or {}).get(_ABOUT, b"")
    return {name: _numpy(cells) for name, cells in columns}, said


def _numpy(cells: pa.Array) -> NDArray[Any]:
    if pa.types.is_fixed_size_list(cells.type):
        return to_numpy(cells.flatten()).reshape(-1, len(SignalKind))
    array = to_numpy(cells)
    return array.view(np.bool_) if array.dtype == np.uint8 else array
