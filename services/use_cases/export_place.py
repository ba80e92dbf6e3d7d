"""Where a finished document goes: the file that was named, or a free name in a folder."""

import glob
from itertools import count
from pathlib import Path
from typing import Final

from services.reports.writing import MIMES

_SEVERAL: Final = ".zip"


def export_place(target: Path, *, stem: str, suffix: str) -> Path:
    """Return the file to write; `suffix` is that of what was made.

    In a folder no document takes another one's place: the second of a minute is called "-2".
    Several files in one are never called by the name of one: "a.csv" becomes "a.csv.zip", and one
    file is no archive: "a.zip" becomes "a.csv".
    """
    if target.is_dir():
        return _free(target, stem, suffix)
    named = target.suffix.lower()
    if suffix == _SEVERAL and named in MIMES and named != _SEVERAL:
        return target.with_name(f"{target.name}{_SEVERAL}")
    is_no_archive = named == _SEVERAL and suffix != _SEVERAL
    return target.with_suffix(suffix) if is_no_archive else target


def _free(folder: Path, stem: str, suffix: str) -> Path:
    """Return a name that no file has, nor one that another process is writing just now."""
    tries = (folder / f"{stem}{f'-{number}' if number > 1 else ''}{suffix}" for number in count(1))
    return next(each for each in tries if not (each.exists() or _is_being_written(each)))


def _is_being_written(path: Path) -> bool:
    return any(path.parent.glob(f".{glob.escape(path.name)}.*.part"))
