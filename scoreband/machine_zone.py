"""The time zone of this machine by its IANA name, and of a name that somebody wrote."""

import os
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from services.errors import InputError

_LINK: Final = Path("/etc/localtime")
_FOLDER: Final = "zoneinfo/"


def machine_zone() -> str:
    """Return the zone that TZ or the system names; UTC where neither names one."""
    resolved = str(_LINK.resolve()) if _LINK.is_symlink() else ""
    linked = resolved.partition(_FOLDER)[2] if _FOLDER in resolved else ""
    for name in (os.environ.get("TZ", "").removeprefix(":"), linked):
        if name and _is_known(name):
            return name
    return "UTC"


def parse_zone(name: str | None) -> str:
    """Return the zone that is meant; without a name the machine's.

    Raises:
        InputError: there is no such zone.
    """
    if name is None:
        return machine_zone()
    if not _is_known(name):
        msg = f"“{name}” is no time zone. Write it like Europe/Berlin or UTC."
        raise InputError(msg)
    return name


def _is_known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
