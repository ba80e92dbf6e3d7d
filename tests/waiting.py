"""Waiting for what another thread or process does, with an end that a busy machine never meets."""

import time
from collections.abc import Callable

GIVES_UP_AFTER_S = 300


def comes_true(is_so: Callable[[], object]) -> bool:
    """Wait until something is so; return whether it came to be."""
    end = time.monotonic() + GIVES_UP_AFTER_S
    while not (found := is_so()) and time.monotonic() < end:
        time.sleep(0.01)
    return bool(found)


def until(is_so: Callable[[], object]) -> None:
    """Wait until something is so; fail if it never is."""
    assert comes_true(is_so), f"It did not come to be within {GIVES_UP_AFTER_S} s."
