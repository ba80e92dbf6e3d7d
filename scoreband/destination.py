"""`--out` and `--format`: where a document goes, and as what."""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from services.errors import InputError
from services.models.export import Format

STDOUT: Final = "-"
_WRITABLE: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_READABLE: Final = frozenset({Format.CSV, Format.JSON, Format.HTML, Format.SVG})


@dataclass(frozen=True, slots=True)
class Destination:
    """A file, a folder that gets one under the document's own name, or standard output."""

    format: Format
    path: Path | None
    """None: standard output."""

    @contextmanager
    def target(self) -> Iterator[Path]:
        """Yield where to write; what goes to standard output is written there at the end."""
        if self.path is not None:
            yield self.path
            return
        with tempfile.TemporaryDirectory(prefix="scoreband-") as folder:
            yield Path(folder)
            _pass_on(Path(folder))


def destination(out: str, wanted: Format | None, *, usual: Format) -> Destination:
    """Return where `--out` leads; without a format the file's ending decides, or else `usual`.

    Raises:
        InputError: there is no such folder, something that is no file lies in the place, the ending
            is of no format or of another one, or a terminal would be shown what no person can read.
    """
    if out == STDOUT:
        return _to_stdout(wanted or usual)
    if not out:
        msg = "--out names nothing. Name a file or a folder, or leave it out."
        raise InputError(msg)
    path = Path(out).expanduser()
    try:
        if path.is_dir():
            return Destination(wanted or usual, path)
        _check_place(path, path if out.endswith(os.sep) else path.parent)
    except OSError as error:
        msg = f"--out cannot be a file's name ({error.strerror}). Name another one."
        raise InputError(msg) from error
    ending = path.suffix.removeprefix(".").lower()
    if wanted is None and ending not in tuple(Format):
        msg = f"“{path.name}” does not say its format. Add --format, or end it in one of: {_ALL}."
        raise InputError(msg)
    if wanted is not None and ending in tuple(Format) and ending != wanted:
        msg = (
            f"“{path.name}” would hold {wanted}. Name it {path.stem}.{wanted}, or change --format."
        )
        raise InputError(msg)
    return Destination(wanted or Format(ending), path)


def _check_place(path: Path, folder: Path) -> None:
    """Refuse a place where no file can be, and a file that somebody protects.

    Raises:
        InputError: see above.
        OSError: no file can be called so.
    """
    if path.exists() and not path.is_file():
        msg = f"{path} is no file, and would be replaced by one. Send it on with --out - instead."
        raise InputError(msg)
    if path.exists() and not path.stat().st_mode & _WRITABLE:
        msg = f"{path} is write-protected. Name another file, or take the protection away."
        raise InputError(msg)
    if not folder.is_dir():
        msg = f"There is no folder {folder}. Make it, or name another one."
        raise InputError(msg)


def _pass_on(folder: Path) -> None:
    """Write the files of a folder to standard output.

    Raises:
        OSError: nobody can take them, such as a file on a full disk; see `endings.printed_out`.
    """
    for file in folder.iterdir():
        with file.open("rb") as read:
            shutil.copyfileobj(read, sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _to_stdout(format_: Format) -> Destination:
    if sys.stdout is None:
        msg = "There is no standard output here. Name a file with --out."
        raise InputError(msg)
    if sys.stdout.isatty() and format_ not in _READABLE:
        msg = (
            f"A terminal cannot show {format_}. Name a file with --out, or send it on with a pipe."
        )
        raise InputError(msg)
    return Destination(format_, None)


_ALL: Final = ", ".join(f".{each}" for each in Format)
