"""Loading the frame: read at once while the database is small, else from files or a new export."""

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

import services
from services.cache.database import Database
from services.cache.frame.building import build, stamped
from services.cache.frame.columns import Frame
from services.cache.frame.plain_reader import PlainReader
from services.cache.frame.tables import frame_of
from services.config import PREFIX

FEW: Final = 20_000
"""Below so many interviews no files are made: reading them takes a second or two at most."""
_PATIENCE_S: Final = 900
_log = logging.getLogger(__name__)


def export_apart(database: Path, folder: Path, now: datetime) -> None:
    """Let a process of its own write the frame's files into a folder.

    Raises:
        OSError: it could not; the text is the reason in one line.
        subprocess.SubprocessError: it did not come to an end.
    """
    command = ("-m", "services.cache.frame.export", database.absolute(), folder, now.isoformat())
    done = subprocess.run(  # noqa: S603  (our own program on our own file)
        [sys.executable, *map(str, command)],
        env=_environment(os.environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        timeout=_PATIENCE_S,
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"the export ended with {done.returncode}"]
        raise OSError(said[-1])


class FrameLoader:
    """Loads the frame of one database; `few` is the size from which on there are files."""

    def __init__(
        self,
        database: Database,
        *,
        clock: Callable[[], datetime],
        few: int = FEW,
        export: Callable[[Path, Path, datetime], None] = export_apart,
    ) -> None:
        self._database = database
        self._clock = clock
        self._few = few
        self._export = export

    def load(self) -> Frame:
        """Return the frame of the database as it is now, or as it was when an export of it began.

        Raises:
            StorageError, DatabaseError: the database cannot be read.
        """
        with self._database.reading() as connection:
            reader = PlainReader(connection)
            if reader.count() < self._few or self._database.read_only:
                return frame_of(*build(reader, read_at=self._clock()))
            generation, stamp = reader.stamp()
        return self._from_files(generation, stamped(stamp)) or self._plainly()

    def _plainly(self) -> Frame:
        with self._database.reading() as connection:
            return frame_of(*build(PlainReader(connection), read_at=self._clock()))

    def _from_files(self, generation: int, stamp: str) -> Frame | None:
        # Arrow takes half a second to load, and small databases never need it.
        from services.cache.frame.shelf import Shelf  # noqa: PLC0415  (see above)

        shelf, path, now = Shelf(self._database.path), self._database.path, self._clock()
        found = shelf.find(generation, stamp=stamp)
        try:
            return frame_of(*(found or shelf.put(lambda folder: self._export(path, folder, now))))
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            _log.warning("The columns of %s are read slowly and not kept: %s", path, error)
            return None


def _environment(own: Mapping[str, str]) -> dict[str, str]:
    """Return our environment without our settings, which hold keys, and the way to our code."""
    kept = {name: value for name, value in own.items() if not name.startswith(PREFIX)}
    root = str(Path(*services.__path__).parent)
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, (root, own.get("PYTHONPATH"))))
    return kept
