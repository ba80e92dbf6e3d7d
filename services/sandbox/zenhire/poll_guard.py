"""Polls of one run: not faster than every ten seconds while it is under way."""

from datetime import datetime, timedelta
from math import ceil

from services.sandbox.vendor_api import Clock
from services.sandbox.zenhire.envelope import RefusalError

_PAUSE = timedelta(seconds=10)


class PollGuard:
    """Remembers when each run was last asked for; a refused poll does not count as one."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seen: dict[str, datetime] = {}

    def admit(self, run_id: str) -> None:
        """Let a poll through.

        Raises:
            RefusalError: 429, it came too soon; it tells how many seconds are left.
        """
        now = self._clock()
        left = self._seen.get(run_id, now - _PAUSE) + _PAUSE - now
        if left > timedelta(0):
            seconds = ceil(left.total_seconds())
            message = f"Poll a run every 10 seconds at most; wait {seconds} more."
            raise RefusalError(429, "POLL_RATE_LIMITED", message, retry_after_s=seconds)
        self._seen[run_id] = now
