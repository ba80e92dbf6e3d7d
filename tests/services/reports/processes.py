"""The processes of a browser, found by the folder that it keeps its profile in."""

import time
from pathlib import Path

_PATIENCE_S = 20


def browsers(folder: Path) -> set[int]:
    """Return the groups of all processes whose command names the folder."""
    groups = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            # After the name, which may hold anything, come state, parent and group.
            group = int((process / "stat").read_text().rpartition(")")[2].split()[2])
        except OSError:
            continue
        if f"{folder}/scoreband-browser-".encode() in command:
            groups.add(group)
    return groups


def renderers(folder: Path) -> list[int]:
    """Return the processes that draw pages."""
    groups, found = browsers(folder), []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            group = int((process / "stat").read_text().rpartition(")")[2].split()[2])
        except OSError:
            continue
        if group in groups and b"--type=renderer" in command:
            found.append(int(process.name))
    return found


def gone(folder: Path) -> bool:
    """Return whether nothing of a browser is left, after a patient wait."""
    until = time.monotonic() + _PATIENCE_S
    while browsers(folder) and time.monotonic() < until:
        time.sleep(0.05)
    return not browsers(folder)
