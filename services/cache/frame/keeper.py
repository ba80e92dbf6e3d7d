"""The one frame that a process holds: built by one thread at a time, and not at each write."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Final

from services.cache.frame.columns import Frame

_LONG_S: Final = 1.0
_TIMES: Final = 10


@dataclass(frozen=True, slots=True)
class _Kept:
    frame: Frame
    took_s: float
    since_s: float


class Keeper:
    """Holds a frame as long as nothing was written.

    During a sync something is written many times a minute. A frame that took long to build then
    stays for ten times as long as it took with its details: `Frame.read_at` says how old it is.
    While the details are being read, another process is at work, and no newer frame is begun.
    """

    def __init__(
        self, load: Callable[[], Frame], *, timer: Callable[[], float] = time.monotonic
    ) -> None:
        self._load = load
        self._timer = timer
        self._building = Lock()
        self._kept: _Kept | None = None

    def frame(self, generation: int) -> Frame:
        """Return the frame of this generation, or an older one while a newer is not due yet.

        While one thread builds, others get the frame that there is, or wait for the first.
        """
        kept = self._kept
        if kept is not None and self._holds(kept, generation):
            return kept.frame
        if not self._building.acquire(blocking=kept is None) and kept is not None:
            return kept.frame
        try:
            kept = self._kept
            if kept is None or not self._holds(kept, generation):
                kept = self._kept = self._built()
            return kept.frame
        finally:
            self._building.release()

    def _holds(self, kept: _Kept, generation: int) -> bool:
        details = kept.frame.details
        if details.is_lost:
            return False
        if kept.frame.generation == generation or details.took_s is None:
            return True
        age, took_s = self._timer() - kept.since_s, kept.took_s + details.took_s
        return took_s > _LONG_S and age < _TIMES * took_s

    def _built(self) -> _Kept:
        begun = self._timer()
        frame = self._load()
        done = self._timer()
        return _Kept(frame=frame, took_s=done - begun, since_s=done)
