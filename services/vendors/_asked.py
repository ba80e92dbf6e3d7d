"""Asked: when each thing was last asked for, so that no vendor is asked again too soon."""

import threading
import time
from collections.abc import Callable

_MOST = 10_000
"""So many are remembered before those long past are let go."""


class Asked:
    """Shared by all clients of one program, and safe to use from several threads."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._last: dict[str, float] = {}

    def too_soon(self, what: str, *, pause_s: float) -> float:
        """Return the seconds that are left of the pause; 0 when it is over, and noted anew."""
        with self._lock:
            now = self._clock()
            last = self._last.get(what)
            if last is not None and now - last < pause_s:
                return pause_s - (now - last)
            if len(self._last) >= _MOST:
                self._last = {k: at for k, at in self._last.items() if now - at < pause_s}
            self._last[what] = now
            return 0.0
