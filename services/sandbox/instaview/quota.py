"""How often a key may ask: so many times a minute and so many an hour, told in each answer."""

from collections.abc import Callable
from datetime import datetime

from starlette.responses import Response

from services.sandbox.instaview.envelope import too_many

_HOURLY_SHARE = 2000 / 60
"""How many requests an hour the vendor's default plan has for each one a minute."""


class _Window:
    """Counts requests from the first one on until its time is over; then it begins anew."""

    def __init__(self, name: str, *, limit: int, seconds: int) -> None:
        self.name = name
        self.limit = limit
        self.used = 0
        self.reset = 0.0
        self._seconds = seconds

    def open(self, now: float) -> None:
        """Begin anew where the time is over."""
        if now >= self.reset:
            self.used, self.reset = 0, now + self._seconds

    def headers(self) -> dict[str, str]:
        """Return the limit, what is left of it, and the Unix second at which it begins anew."""
        told = {"Limit": self.limit, "Remaining": self.limit - self.used, "Reset": int(self.reset)}
        return {f"X-RateLimit-{word}-{self.name}": str(value) for word, value in told.items()}


class Quota:
    """Counts requests; without a limit, it counts none and tells nothing."""

    def __init__(self, requests_per_minute: float | None, *, clock: Callable[[], datetime]) -> None:
        minute = round(requests_per_minute or 0)
        self._windows = (
            _Window("Minute", limit=minute, seconds=60),
            _Window("Hour", limit=round(minute * _HOURLY_SHARE), seconds=3600),
        )
        self._is_on = minute > 0
        self._clock = clock

    def headers(self) -> dict[str, str]:
        """Return what every answer tells of the two limits."""
        if not self._is_on:
            return {}
        return {key: value for each in self._windows for key, value in each.headers().items()}

    def refusal(self) -> Response | None:
        """Count a request; return the answer to one that is too many."""
        if not self._is_on:
            return None
        now = self._clock().timestamp()
        for window in self._windows:
            window.open(now)
        full = [window for window in self._windows if window.used >= window.limit]
        if full:
            last = max(full, key=lambda window: window.reset)
            wait_s = max(1, int(last.reset - now))
            return too_many(wait_s, limit=last.limit, reset=int(last.reset), headers=self.headers())
        for window in self._windows:
            window.used += 1
        return None
