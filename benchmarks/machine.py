"""What the figures were measured on: never a host's name, never a path."""

import os
import platform
import sqlite3
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("scoreband", "streamlit", "plotly", "pydantic", "sqlalchemy", "httpx", "playwright")
_GIB = 1024**3


def machine() -> dict[str, object]:
    """Return cores, memory, load and versions."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "memory_gib": _memory_gib(),
        "load": load(),
        "versions": {
            "python": platform.python_version(),
            "sqlite": sqlite3.sqlite_version,
            **{name: version(name) for name in _PACKAGES},
        },
    }


def load() -> float | None:
    """Return how many processes wanted a core over the last minute; None where nobody counts."""
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None


def resident_megabytes(process_id: int) -> float | None:
    """Return how much memory a process holds, in megabytes; None where /proc is missing."""
    return _megabytes(f"/proc/{process_id}/status", "VmRSS")


def peak_megabytes() -> float | None:
    """Return how much this process held at most; None where /proc is missing.

    Unlike what `getrusage` says, it leaves out the process that this one was started from.
    """
    return _megabytes("/proc/self/status", "VmHWM")


def _megabytes(path: str, name: str) -> float | None:
    status = Path(path)
    if not status.exists():
        return None
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
    return int(lines[name].split()[0]) * 1024 / 1e6


def _memory_gib() -> float | None:
    names = os.sysconf_names if hasattr(os, "sysconf_names") else {}
    if "SC_PHYS_PAGES" not in names:
        return None
    return round(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / _GIB, 1)
