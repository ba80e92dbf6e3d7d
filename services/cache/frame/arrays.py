"""Numbers between Arrow and numpy, without a copy.

Arrow's own ways (`pyarrow.array`, `Array.to_numpy`) load pandas when first used, which takes a
second that whoever opens a page would wait for.
"""

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray


def to_arrow(cells: NDArray[Any]) -> pa.Array:
    """Return numbers, of one dimension and side by side in memory, as Arrow's."""
    numbers = np.ascontiguousarray(cells)
    kind = pa.from_numpy_dtype(numbers.dtype)
    return pa.Array.from_buffers(kind, len(numbers), [None, pa.py_buffer(numbers)])


def to_numpy(cells: pa.Array) -> NDArray[Any]:
    """Return Arrow's numbers as numpy's, read-only.

    Raises:
        ValueError: they are no numbers, or some are missing.
    """
    is_number = pa.types.is_integer(cells.type) or pa.types.is_floating(cells.type)
    if not is_number or cells.null_count:
        msg = "A column holds something else than numbers, or has gaps."
        raise ValueError(msg)
    return np.from_dlpack(cells)
