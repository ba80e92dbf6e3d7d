"""How a command ends when its output is not taken, or when it is told to end from outside."""

import errno
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing_extensions import Buffer

_ENDINGS: Final = (signal.SIGTERM, signal.SIGHUP)
"""By default they end a program on the spot; Ctrl+C does not."""
_BY_A_SIGNAL: Final = 128
STOPPED: Final = frozenset(_BY_A_SIGNAL + each for each in (*_ENDINGS, signal.SIGINT))
"""The exit codes of commands that were told to end."""


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


def printed_out(command: Callable[[], int]) -> int:
    """Run what prints and returns an exit code, up to the last byte; return the code.

    Where nobody can take the output, as on a full disk, that is told and the code is 1. A reader
    who has left (head, less) wants no more: nothing is told, and that is no failure.
    """
    failures = _marked_output()
    code, broke_off = 0, True
    try:
        code = command()
        broke_off = bool(failures)
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        if not failures:
            raise
    if not failures:
        return code
    _silence()
    if failures[0].errno == errno.EPIPE:
        return 0 if broke_off else code
    tell(f"Standard output could not be written ({failures[0].strerror}).")
    return code or 1


class _Output(io.FileIO):
    """Standard output that keeps what it failed with: no other fault is taken for its own."""

    def __init__(self, number: int, failures: list[OSError]) -> None:
        super().__init__(number, "w", closefd=False)
        self._failures = failures

    def write(self, data: "Buffer", /) -> int:
        """Write, and keep why it could not be."""
        try:
            return super().write(data)
        except OSError as error:
            self._failures.append(error)
            raise


def _marked_output() -> Sequence[OSError]:
    """Put such an output in the place of standard output; return what it will have failed with."""
    failures: list[OSError] = []
    usual = sys.stdout
    if usual is sys.__stdout__ and usual is not None:
        sys.stdout = io.TextIOWrapper(
            io.BufferedWriter(_Output(usual.fileno(), failures)),
            encoding=usual.encoding,
            errors=usual.errors,
            line_buffering=usual.line_buffering,
        )
    return failures


def _silence() -> None:
    """Send what is still to be printed nowhere: it would be tried again as the program ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(sentence: str) -> None:
    """Print one line on stderr, if anybody can take it, without what could fake a second one."""
    plain = "".join(sign if sign.isprintable() else " " for sign in sentence)
    with suppress(OSError, AttributeError):
        sys.stderr.write(f"{plain}\n")
        sys.stderr.flush()


def _leave(number: int, _frame: FrameType | None) -> None:
    sys.exit(_BY_A_SIGNAL + number)
