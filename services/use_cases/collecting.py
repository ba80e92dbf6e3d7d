"""Pausing Python's cyclic garbage collector while thousands of values are made and dropped."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_cycle_search() -> Iterator[None]:
    """Search for no garbage in cycles meanwhile; counted references still free all else.

    The collector would look at every living object again and again, because a batch of interviews
    makes so many new ones. It would find nothing: values refer to no value that refers to them.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
