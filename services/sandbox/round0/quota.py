"""How many requests a minute are left, as every answer tells in its headers."""

from datetime import datetime, timedelta
from math import ceil

from services.sandbox.vendor_api import Clock

_DOCUMENTED = 100
_WINDOW = timedelta(minutes=1)


class Quota:
    """Counts requests in windows of a minute; without a limit it counts none."""

    def __init__(self, requests_per_minute: float | None, *, clock: Clock) -> None:
        self._limited = requests_per_minute is not None
        self._limit = max(1, int(requests_per_minute or _DOCUMENTED))
        self._left = self._limit
        self._clock = clock
        self._ends_at = clock() + _WINDOW

    def take(self) -> int:
        """Count a request and return 0, or return how many whole seconds to wait for one."""
        now = self._clock()
        if now >= self._ends_at:
            self._ends_at, self._left = now + _WINDOW, self._limit
        if not self._limited:
            return 0
        if self._left == 0:
            return ceil((self._ends_at - now).total_seconds())
        self._left -= 1
        return 0

    def headers(self) -> dict[str, str]:
        """Return the limit, what is left of it, and when the window ends (Unix seconds)."""
        return {
            "X-RateLimit-Limit": str(self._limit),
            "X-RateLimit-Remaining": str(self._left),
            "X-RateLimit-Reset": str(_rounded_up(self._ends_at)),
        }


def _rounded_up(moment: datetime) -> int:
    return ceil(moment.timestamp())
