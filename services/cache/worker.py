"""Who holds a lease: the name of a process, and whether the process of a name still lives."""

import os
import socket
from functools import cache
from pathlib import Path
from typing import Final

_NAMESPACE: Final = Path("/proc/self/ns/pid")


def worker_name() -> str:
    """Return the name of this process among all that may open the same database."""
    return f"{_place()}/{os.getpid()}"


def is_dead(name: str) -> bool:
    """Tell whether the process of that name was one of this machine's and has ended.

    Of other machines, and of containers with processes of their own, nothing is known: what they
    hold ends with its time.
    """
    place, _, number = name.rpartition("/")
    if os.name != "posix" or place != _place() or not number.isdecimal():
        return False
    try:
        os.kill(int(number), 0)  # signal 0 only asks
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


@cache
def _place() -> str:
    """Return where process numbers mean the same as here: the machine and its container."""
    try:
        namespace = _NAMESPACE.stat().st_ino
    except OSError:
        namespace = 0
    return f"{socket.gethostname()}/{namespace}"
