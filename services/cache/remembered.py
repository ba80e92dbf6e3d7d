"""Answers that are remembered, because they hold until the next write."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final, TypeVar

_REMEMBERED: Final = 256
_Answer = TypeVar("_Answer")


class Remembered:
    """Answers that hold until the next write; of more than `most` the oldest are forgotten."""

    def __init__(self, *, most: int = _REMEMBERED) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, ask: Callable[[], _Answer]) -> _Answer:
        """Return the answer kept under `key`, or ask and keep it."""
        with self._lock:
            if key in self._answers:
                kept: _Answer = self._answers[key]
                return kept
        answer = ask()
        with self._lock:
            self._answers[key] = answer
            if len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return answer
