"""The folder beside the database where the frame's files lie: one folder a generation."""

import atexit
import shutil
import tempfile
from collections.abc import Callable, Generator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from services.cache.frame import files
from services.cache.frame.tables import DETAILS, HEADS, About, AboutDetails, Part, Tables

_OWNER_ONLY: Final = 0o700
_UNFINISHED: Final = "unfinished-"
_ABANDONED_S: Final = 3600
"""How old a folder is that nobody works on any more."""

Write = Callable[[Path], Generator[None]]
"""Writes a frame into a folder: yields after its first part, and ends after its details."""
Heads = tuple[Tables, About]
Details = tuple[Tables, AboutDetails]


class Shelf:
    """Keeps the newest frame of one database; older ones are thrown away."""

    def __init__(self, database: Path) -> None:
        self._folder = database.with_name(f"{database.stem}-frame")

    def find(self, generation: int, *, stamp: str) -> tuple[Heads, Details] | None:
        """Map the frame of this generation and stamp into memory; None without a sound one."""
        try:
            heads = files.read(self._folder / str(generation), HEADS, saying=About)
            details = _details(self._folder / str(generation), heads[1])
        except (OSError, ValueError):
            return None
        return (heads, details) if heads[1].stamp == stamp else None

    def put(self, write: Write) -> tuple[Heads, Callable[[], Details]]:
        """Let `write` begin to fill a folder beside, and map the first part into memory.

        The answer's second half, to be called once, waits for the details, puts the folder in its
        place and maps them too. It raises what this raises.

        Raises:
            OSError: nothing can be written here.
            ValueError: what was written is no sound frame.
        """
        self._folder.mkdir(mode=_OWNER_ONLY, exist_ok=True)
        self._folder.chmod(_OWNER_ONLY)
        fresh = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=self._folder))
        leave = partial(shutil.rmtree, fresh, ignore_errors=True)
        atexit.register(leave)
        steps = write(fresh)
        try:
            next(steps, None)
            heads = files.read(fresh, HEADS, saying=About)
        except BaseException:
            steps.close()
            _leave(leave)
            raise
        return heads, lambda: self._finish(fresh, steps, of=heads[1], leave=leave)

    def _finish(
        self, fresh: Path, steps: Generator[None], *, of: Part, leave: Callable[[], None]
    ) -> Details:
        try:
            for _ in steps:
                pass
            details = _details(fresh, of)
            self._throw_away_all_but(fresh)
            # Where another process came first, its files stay; ours are mapped and can go.
            with suppress(OSError):
                fresh.rename(self._folder / str(of.generation))
        finally:
            _leave(leave)
        return details

    def _throw_away_all_but(self, fresh: Path) -> None:
        """Remove other frames, and what a crash left unfinished; another process may be at work."""
        now = fresh.stat().st_mtime
        for each in self._folder.iterdir():
            unfinished = each.name.startswith(_UNFINISHED)
            if not unfinished or now - each.stat().st_mtime > _ABANDONED_S:
                shutil.rmtree(each, ignore_errors=True)


def _details(folder: Path, of: Part) -> Details:
    tables, about = files.read(folder, DETAILS, saying=AboutDetails)
    if not about.is_of(of):
        msg = f"The files in {folder} are of different frames."
        raise ValueError(msg)
    return tables, about


def _leave(leave: Callable[[], None]) -> None:
    leave()
    atexit.unregister(leave)
