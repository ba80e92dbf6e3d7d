"""Numbers go to Arrow and back as they are, and nothing else does."""

import numpy as np
import pyarrow as pa
import pytest

from services.cache.frame.arrays import to_arrow, to_numpy


@pytest.mark.parametrize("kind", [np.uint8, np.int8, np.int16, np.int32, np.int64, np.float64])
@pytest.mark.parametrize("count", [0, 3])
def test_numbers_come_back_as_they_went(kind, count):
    """Of each type that a column has, also where there are none."""
    numbers = np.arange(count).astype(kind)

    back = to_numpy(to_arrow(numbers))

    assert back.dtype == numbers.dtype
    assert back.tolist() == numbers.tolist()


def test_every_second_number_goes_alone():
    """A part of an array does not lie side by side in memory."""
    numbers = np.arange(6.0)[::2]

    back = to_numpy(to_arrow(numbers))

    assert back.tolist() == [0.0, 2.0, 4.0]


def test_what_is_not_known_stays_no_number():
    """NaN is a real like any other."""
    back = to_numpy(to_arrow(np.array([np.nan, 1.0])))

    assert np.isnan(back).tolist() == [True, False]


@pytest.mark.parametrize("cells", [["a"], [1, None], [[1]]])
def test_anything_else_is_refused(cells):
    """A foreign file holds texts or gaps."""
    foreign = pa.array(cells)

    with pytest.raises(ValueError, match="else than numbers"):
        to_numpy(foreign)
