"""Pace: calls to one vendor let through evenly, counted over all workers on one database."""

import threading
import time
from collections.abc import Callable
from typing import Final

from services.cache.store import Store

_SECOND: Final = 1_000_000
_AT_ONCE: Final = _SECOND
"""Turns for so long are reserved at a time, so that a fast pace does not mean a write a call."""
_LONGEST_WAIT: Final = 3600 * _SECOND
"""A longer one means that the clock was set back since the turns were reserved."""


class SharedTurns:
    """The turns of this process at one vendor; safe to use from several threads.

    Time is in whole microseconds since 1970: several processes have no other clock in common.
    """

    def __init__(
        self,
        store: Store,
        vendor: str,
        per_minute: float,
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._store = store
        self._vendor = vendor
        self._interval = max(1, round(60 * _SECOND / per_minute))
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._next = self._end = self._held_until = 0

    def wait(self) -> None:
        """Wait until this call's turn has come; one that a hold has come over waits for another.

        Raises:
            StorageError: the database cannot be written, so nobody else would know of the call.
        """
        while True:
            turn = self._turn()
            ahead = turn - self._now()
            if ahead > 0:
                self._sleep(ahead / _SECOND)
            if turn >= self._held_until:
                return

    def hold(self, seconds: float) -> None:
        """Let nothing through for so long, whichever worker asks: the vendor wants a pause."""
        if seconds <= 0:
            return
        until = self._now() + round(seconds * _SECOND)
        with self._lock:
            self._held_until = max(self._held_until, until)
            self._end = 0
        self._store.hold_turns(self._vendor, until_us=until)

    def _turn(self) -> int:
        with self._lock:
            now = self._now()
            turn = max(now, self._next)
            if turn >= self._end or turn - now > _LONGEST_WAIT:
                count = max(1, _AT_ONCE // self._interval)
                turn = self._store.reserve_turns(
                    self._vendor, now_us=now, interval_us=self._interval, count=count
                )
                self._end = turn + count * self._interval
            self._next = turn + self._interval
            return turn

    def _now(self) -> int:
        return round(self._clock() * _SECOND)
