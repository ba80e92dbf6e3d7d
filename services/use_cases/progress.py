"""How a long job tells where it is: a count, a total if it is known, and what just happened."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """A step of a long job; `total` is None where nobody can know it."""

    done: int
    total: int | None
    what: str


@dataclass(frozen=True, slots=True)
class Failure:
    """One item that failed: which one, and a sentence that says what to do."""

    item: str
    sentence: str


Listener = Callable[[Progress], None]


def nobody(_progress: Progress) -> None:
    """Listen to nothing."""
