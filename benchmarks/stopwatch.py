"""Taking time, on the clock that never jumps."""

from collections.abc import Callable
from time import perf_counter


def seconds(work: Callable[[], object]) -> float:
    """Return how long one call takes."""
    started = perf_counter()
    work()
    return perf_counter() - started


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long one call takes, in milliseconds."""
    return seconds(work) * 1000
