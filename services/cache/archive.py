"""Archive: recordings as files on this machine, found by the interview and the question."""

import hashlib
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from services.errors import StorageError
from services.models.downloaded import Downloaded

_SAFE = re.compile(r"[a-z0-9]{1,40}")
_NAME = re.compile(r"(\d{1,6})-([0-9a-f]{16})\.([a-z0-9]{1,5})", re.ASCII)
_SUFFIX = re.compile(r"[a-z0-9]{1,5}")
_CHECKSUM_LETTERS = 16
_PART = ".part"


@dataclass(frozen=True, slots=True)
class KeptRecording:
    """One recording in the archive."""

    question_index: int
    path: Path
    size: int
    checksum: str
    """The first 16 digits of its SHA-256."""


class Archive:
    """Keeps recordings as `<interview>/<question>-<checksum>.<suffix>` below one folder.

    The folder is made when the first one comes. A file of that name is whole: it grows under
    another, which a crash may leave behind and the next recording of the interview takes away.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(
        self, public_id: str, question_index: int, write: Callable[[IO[bytes]], Downloaded]
    ) -> KeptRecording:
        """Keep what `write` puts into an open file; if it fails, nothing is left of it.

        Raises:
            StorageError: the disk is full, or the folder cannot be written.
        """
        folder = self._of(public_id)
        with _translated():
            folder.mkdir(parents=True, exist_ok=True)
            file = NamedTemporaryFile(dir=folder, suffix=_PART, delete=False)  # noqa: SIM115  (closed below)
        part = Path(file.name)
        try:
            with _translated(), file:
                received = write(file)
            return self._settle(part, question_index, received)
        finally:
            part.unlink(missing_ok=True)

    def _settle(self, part: Path, question_index: int, received: Downloaded) -> KeptRecording:
        suffix = received.suffix if _SUFFIX.fullmatch(received.suffix) else "bin"
        checksum = received.sha256[:_CHECKSUM_LETTERS]
        path = part.with_name(f"{question_index}-{checksum}.{suffix}")
        with _translated():
            part.replace(path)
            return KeptRecording(question_index, path, path.stat().st_size, checksum)

    def kept(self, public_id: str) -> Mapping[int, KeptRecording]:
        """Return an interview's recordings by the question; of several to one, the newest."""
        return {each.question_index: each for each in sorted(self._files(public_id), key=_age)}

    def forget(self, public_id: str) -> None:
        """Delete every recording of an interview.

        Raises:
            StorageError: the folder cannot be written.
        """
        folder = self._of(public_id)
        if folder.exists():
            with _translated():
                shutil.rmtree(folder)

    def _files(self, public_id: str) -> Iterator[KeptRecording]:
        folder = self._of(public_id)
        for path in folder.iterdir() if folder.is_dir() else ():
            named = _NAME.fullmatch(path.name)
            if named and path.is_file() and not path.is_symlink():
                yield KeptRecording(int(named[1]), path, path.stat().st_size, named[2])

    def _of(self, public_id: str) -> Path:
        """Return an interview's folder; an id that is not one of ours never becomes a path."""
        if _SAFE.fullmatch(public_id):
            return self._folder / public_id
        return self._folder / hashlib.sha256(public_id.encode(errors="replace")).hexdigest()


def _age(recording: KeptRecording) -> int:
    return recording.path.stat().st_mtime_ns


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        msg = (
            f"The recording cannot be kept: {error.strerror or 'the disk gave an error'}. Make "
            "room, or check who may write to the folder of recordings beside the database."
        )
        raise StorageError(msg) from error
