"""How long a job may take, and whether anybody still waits for what it makes."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

ASKS_EVERY_S = 0.1
"""Whoever waits asks so often whether to go on."""

StillWanted = Callable[[], None]
"""Raises `ExportCancelledError` when nobody wants the result any more; is asked often."""


def always_wanted() -> None:
    """Go on whatever happens."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a job must be over."""

    at: float
    """A moment of `time.monotonic`."""
    still_wanted: StillWanted = always_wanted

    @classmethod
    def within(cls, seconds: float, still_wanted: StillWanted = always_wanted) -> "Deadline":
        """Return the one that is so many seconds away."""
        return cls(time.monotonic() + seconds, still_wanted)

    def sooner(self, seconds: float) -> "Deadline":
        """Return one that is at most so many seconds away."""
        return replace(self, at=min(self.at, time.monotonic() + seconds))

    def breath(self) -> float:
        """Return for how many seconds to wait, at most, before asking here again.

        Raises:
            TimeoutError: the time is over.
            ExportCancelledError: by `still_wanted`.
        """
        self.still_wanted()
        left = self.at - time.monotonic()
        if left <= 0:
            msg = "no answer in time"
            raise TimeoutError(msg)
        return min(left, ASKS_EVERY_S)
