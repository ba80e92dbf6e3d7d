"""Loading the frame: read at once while the database is small, else from files or a new export."""

import logging
from collections.abc import Callable, Generator
from datetime import datetime
from pathlib import Path
from typing import Final

from services.cache.database import Database
from services.cache.frame.building import build, build_details, stamped
from services.cache.frame.child import export_apart
from services.cache.frame.columns import Details, Frame, Whole
from services.cache.frame.later import AtHand, Coming
from services.cache.frame.plain_reader import PlainReader
from services.cache.frame.tables import Part, details_of, frame_of

FEW: Final = 20_000
"""Below so many interviews no files are made: reading them takes a second or two at most."""
_log = logging.getLogger(__name__)


class FrameLoader:
    """Loads the frame of one database; `few` is the size from which on there are files."""

    def __init__(
        self,
        database: Database,
        *,
        clock: Callable[[], datetime],
        few: int = FEW,
        export: Callable[[Path, Path, datetime], Generator[None]] = export_apart,
    ) -> None:
        self._database = database
        self._clock = clock
        self._few = few
        self._export = export
        self._has_lost = False

    def load(self) -> Frame:
        """Return the frame of the database as it is now, or as it was when an export of it began.

        After an export whose details were lost, the next frame is read without one: whoever was
        told to load the page again gets it.

        Raises:
            StorageError, DatabaseError: the database cannot be read.
        """
        with self._database.reading() as connection:
            reader = PlainReader(connection)
            if reader.count() < self._few or self._database.read_only or self._has_lost:
                self._has_lost = False
                return self._whole(reader)
            generation, stamp = reader.stamp()
        return self._from_files(generation, stamped(stamp)) or self._plainly()

    def _plainly(self) -> Frame:
        with self._database.reading() as connection:
            return self._whole(PlainReader(connection))

    def _whole(self, reader: PlainReader) -> Frame:
        tables, about = build(reader, read_at=self._clock())
        details = build_details(reader, tables["interviews"]["number"], of=about)
        return frame_of(tables, about, details=AtHand(details_of(*details)))

    def _from_files(self, generation: int, stamp: str) -> Frame | None:
        # Arrow takes half a second to load, and small databases never need it.
        from services.cache.frame.shelf import Shelf  # noqa: PLC0415  (see above)

        shelf, path, now = Shelf(self._database.path), self._database.path, self._clock()
        if found := shelf.find(generation, stamp=stamp):
            heads, details = found
            return frame_of(*heads, details=AtHand(details_of(*details)))
        try:
            heads, finish = shelf.put(lambda folder: self._export(path, folder, now))
        except (OSError, ValueError) as error:
            self._warn(error)
            return None
        tables, about = heads
        numbers = tables["interviews"]["number"]
        coming = Coming(
            lambda: self._followed(lambda: details_of(*finish())),
            instead=lambda: self._instead(numbers, about),
        )
        return frame_of(tables, about, details=coming)

    def _followed(self, finish: Callable[[], Details]) -> Details | None:
        try:
            return finish()
        except (OSError, ValueError) as error:
            self._warn(error)
            return None

    def _instead(self, numbers: Whole, of: Part) -> Details | None:
        """Read the details here, unless something was written since: two moments never meet."""
        with self._database.reading() as connection:
            reader = PlainReader(connection)
            generation, stamp = reader.stamp()
            if (generation, stamped(stamp)) == (of.generation, of.stamp):
                return details_of(*build_details(reader, numbers, of=of))
        self._has_lost = True
        return None

    def _warn(self, error: Exception) -> None:
        path = self._database.path
        _log.warning("The columns of %s are read slowly and not kept: %s", path, error)
