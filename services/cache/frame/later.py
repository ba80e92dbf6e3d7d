"""What a frame's details come from: they are at hand, or another process still reads them."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Lock, Thread

from services.cache.frame.columns import Details
from services.errors import StorageError

_LOST = (
    "The interviews changed while the grades and questions of a slightly older state were being"
    " read. Load the page again."
)


@dataclass(frozen=True, slots=True)
class AtHand:
    """Details that were read together with the rest."""

    details: Details
    took_s: float = 0.0
    is_lost: bool = False

    def get(self) -> Details:
        """Return the details."""
        return self.details


class Coming:
    """Details that are still on their way; whoever asks for them waits, and all get the same.

    `follow` returns them when they have come, and None if they never will: then `instead`, which
    may raise what services raise, is asked once somebody needs them. None from it is for good.
    """

    def __init__(
        self,
        follow: Callable[[], Details | None],
        *,
        instead: Callable[[], Details | None],
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self._follow = follow
        self._instead = instead
        self._timer = timer
        self._details: Details | None = None
        self._is_over = Event()
        self._reading = Lock()
        self.took_s: float | None = None
        self.is_lost = False
        # A daemon: the dashboard can be ended without waiting for it.
        Thread(target=self._wait, name="frame-details", daemon=True).start()

    def get(self) -> Details:
        """Return the details.

        Raises:
            StorageError: they cannot be had of the moment that the frame is of.
        """
        self._is_over.wait()
        with self._reading:
            if self._details is None and not self.is_lost:
                self._details = self._instead()
                self.is_lost = self._details is None
            if self._details is None:
                raise StorageError(_LOST)
            return self._details

    def _wait(self) -> None:
        begun = self._timer()
        try:
            self._details = self._follow()
        finally:
            self.took_s = self._timer() - begun
            self._is_over.set()
