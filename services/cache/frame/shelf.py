"""The folder beside the database where the frame's files lie: one folder a generation."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from services.cache.frame import files
from services.cache.frame.tables import About, Tables

_OWNER_ONLY: Final = 0o700
_UNFINISHED: Final = "unfinished-"
_ABANDONED_S: Final = 3600
"""How old a folder is that nobody works on any more."""


class Shelf:
    """Keeps the newest frame of one database; older ones are thrown away."""

    def __init__(self, database: Path) -> None:
        self._folder = database.with_name(f"{database.stem}-frame")

    def find(self, generation: int, *, stamp: str) -> tuple[Tables, About] | None:
        """Map the frame of this generation and stamp into memory; None without a sound one."""
        try:
            tables, about = files.read(self._folder / str(generation))
        except (OSError, ValueError):
            return None
        return (tables, about) if about.stamp == stamp else None

    def put(self, write: Callable[[Path], None]) -> tuple[Tables, About]:
        """Let `write` fill a folder beside, put it in its place and map it into memory.

        Raises:
            OSError: nothing can be written here.
            ValueError: what was written is no sound frame.
        """
        self._folder.mkdir(mode=_OWNER_ONLY, exist_ok=True)
        self._folder.chmod(_OWNER_ONLY)
        fresh = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=self._folder))
        try:
            write(fresh)
            tables, about = files.read(fresh)
            self._throw_away_all_but(fresh)
            # Where another process came first, its files stay; ours are mapped and can go.
            with suppress(OSError):
                fresh.rename(self._folder / str(about.generation))
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return tables, about

    def _throw_away_all_but(self, fresh: Path) -> None:
        """Remove other frames, and what a crash left unfinished; another process may be at work."""
        now = fresh.stat().st_mtime
        for each in self._folder.iterdir():
            unfinished = each.name.startswith(_UNFINISHED)
            if not unfinished or now - each.stat().st_mtime > _ABANDONED_S:
                shutil.rmtree(each, ignore_errors=True)
