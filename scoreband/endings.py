"""A command that is ended from outside: nothing half-made stays behind."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_ENDINGS: Final = (signal.SIGTERM, signal.SIGHUP)
"""By default they end a program on the spot; Ctrl+C does not."""
_BY_A_SIGNAL: Final = 128


@contextmanager
def ended_in_good_order() -> Iterator[None]:
    """Let the block clean up when the process is told to end; it leaves as a shell expects.

    The exit code is 128 and the signal's number: 143 for SIGTERM. A signal that is ignored, as
    under nohup, stays ignored.
    """
    usual = [each for each in _ENDINGS if signal.getsignal(each) is signal.SIG_DFL]
    for each in usual:
        signal.signal(each, _leave)
    try:
        yield
    finally:
        for each in usual:
            signal.signal(each, signal.SIG_DFL)


def _leave(number: int, _frame: FrameType | None) -> None:
    sys.exit(_BY_A_SIGNAL + number)
