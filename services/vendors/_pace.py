"""Pace: how often a vendor is asked at most, kept by all threads together."""

import threading
import time
from collections.abc import Callable


class Pace:
    """A token bucket that holds one token: calls are let through evenly, never in a burst.

    A burst at the start would count into the vendor's first window and be answered with 429.
    """

    def __init__(
        self,
        per_minute: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._interval = 60 / per_minute
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._free_at = clock()

    def wait(self) -> None:
        """Wait until this call's turn has come."""
        with self._lock:
            now = self._clock()
            turn = max(now, self._free_at)
            self._free_at = turn + self._interval
        if turn > now:
            self._sleep(turn - now)

    def hold(self, seconds: float) -> None:
        """Let nothing through for so long: the vendor asked for a pause."""
        with self._lock:
            self._free_at = max(self._free_at, self._clock() + seconds)
