"""How often a key may ask: a bucket of tokens that fills at a steady rate."""

from collections.abc import Callable
from datetime import datetime
from math import ceil


class RateLimit:
    """Allows so many requests a minute, a tenth of them at once."""

    def __init__(self, requests_per_minute: float | None, *, clock: Callable[[], datetime]) -> None:
        self._rate = (requests_per_minute or 0) / 60
        self._size = max(1.0, (requests_per_minute or 0) / 10)
        self._tokens = self._size
        self._clock = clock
        self._seen_at = clock()

    def wait_seconds(self) -> int:
        """Take a token and return 0, or return how many whole seconds to wait for one."""
        if not self._rate:
            return 0
        now = self._clock()
        passed = (now - self._seen_at).total_seconds()
        self._seen_at = now
        self._tokens = min(self._size, self._tokens + passed * self._rate)
        if self._tokens < 1:
            return ceil((1 - self._tokens) / self._rate)
        self._tokens -= 1
        return 0
