"""Allowance: how many calls a vendor allows in an hour, by our count and by its own headers."""

import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime

from services.vendors._answer import Answer

HOUR_S = 3600.0
_LEFT = "x-ratelimit-remaining"
_REFILL = "x-ratelimit-reset"


class Allowance:
    """Counts the calls of the last hour; safe to use from several threads."""

    def __init__(
        self, per_hour: float | None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = None if per_hour is None else max(1, int(per_hour))
        self._clock = clock
        self._lock = threading.Lock()
        self._taken: deque[float] = deque()
        self._closed_until = clock()

    def take(self, *, patience: float) -> float:
        """Return the seconds to wait before a call, 0 mostly; the call is counted.

        It is not counted, and is not to be made, if the wait is longer than `patience`.
        """
        with self._lock:
            now = self._clock()
            while self._taken and self._taken[0] <= now - HOUR_S:
                self._taken.popleft()
            wait = max(0.0, self._closed_until - now, self._full_for(now))
            if self._most is not None and wait <= patience:
                self._taken.append(now + wait)
            return wait

    def _full_for(self, now: float) -> float:
        if self._most is None or len(self._taken) < self._most:
            return 0.0
        return self._taken[-self._most] + HOUR_S - now

    def close_for(self, seconds: float) -> None:
        """Make every call wait for so long: the vendor says that nothing is left."""
        with self._lock:
            self._closed_until = max(self._closed_until, self._clock() + seconds)


def refilled_in(answer: Answer, *, now: datetime) -> float:
    """Return the seconds until a used-up allowance is filled again; 0 while something is left.

    Read are `X-RateLimit-Remaining` and `X-RateLimit-Reset` (Unix seconds), also with an ending
    such as `-Minute`; of several that are used up the longest counts. More than an hour counts as
    an hour: the two clocks may differ.
    """
    waits = [
        _seconds_until(answer.headers.get(_REFILL + name.lower().removeprefix(_LEFT), ""), now)
        for name, left in answer.headers.items()
        if name.lower().startswith(_LEFT) and left.strip() == "0"
    ]
    return min(max(waits, default=0.0), HOUR_S)


def _seconds_until(moment: str, now: datetime) -> float:
    told = moment.strip()
    if not (told.isascii() and told.isdigit() and len(told) <= 12):
        return 0.0
    return max(0.0, int(told) - now.timestamp())
