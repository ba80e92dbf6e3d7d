"""`--out` and `--format`: where a document goes, and as what."""

import os
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
            for file in Path(folder).iterdir():
                sys.stdout.buffer.write(file.read_bytes())
            sys.stdout.buffer.flush()


def destination(out: str, wanted: Format | None, *, usual: Format) -> Destination:
    """Return where `--out` leads; without a format the file's ending decides, or else `usual`.

    Raises:
        InputError: there is no such folder, the ending is of no format or of another one, or a
            terminal would be shown what no person can read.
    """
    if out == STDOUT:
        return _to_stdout(wanted or usual)
    path = Path(out).expanduser()
    if path.is_dir():
        return Destination(wanted or usual, path)
    folder = path if out.endswith(os.sep) else path.parent
    if not folder.is_dir():
        msg = f"There is no folder {folder}. Make it, or name another one."
        raise InputError(msg)
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


def _to_stdout(format_: Format) -> Destination:
    if sys.stdout.isatty() and format_ not in _READABLE:
        msg = (
            f"A terminal cannot show {format_}. Name a file with --out, or send it on with a pipe."
        )
        raise InputError(msg)
    return Destination(format_, None)


_ALL: Final = ", ".join(f".{each}" for each in Format)
