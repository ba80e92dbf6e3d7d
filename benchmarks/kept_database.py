"""Databases of many interviews, built once and kept as long as the code they depend on."""

import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from benchmarks.synthetic import TODAY, documents, id_of, is_gone, vendor_of
from services.cache.store import open_store
from services.config import Settings
from services.models.document import Document

_BATCH = 500
_HERE = Path(__file__).parent
_SOURCES = _HERE.parent / "services" / "cache"


@dataclass(frozen=True, slots=True)
class Databases:
    """Databases in a folder; `distinct` payloads make up each."""

    folder: Path
    distinct: int

    def holding(self, interviews: int) -> Path:
        """Return the path of a database of so many interviews; build it when it is not there."""
        path = self.folder / f"interviews-{interviews}-{self.distinct}-{_fingerprint()}.db"
        if not path.exists():
            self._build(path, interviews)
        return path

    def _build(self, path: Path, interviews: int) -> None:
        sys.stderr.write(f"Building a database of {interviews:,} interviews ...\n")
        # Under another name until it is whole: a run that was stopped leaves nothing half done.
        unfinished = path.with_suffix(".part")
        for left in self.folder.glob(f"{unfinished.name}*"):
            left.unlink()
        store = open_store(url_of(unfinished), clock=lambda: TODAY)
        try:
            for batch in _batches(documents(interviews, distinct=self.distinct)):
                store.write(batch)
            for number in filter(is_gone, range(interviews)):
                store.mark_gone(vendor_of(number), id_of(number), TODAY)
        finally:
            store.close()
        unfinished.rename(path)


def url_of(path: Path) -> str:
    """Return the database's URL."""
    return f"sqlite:///{path.absolute()}"


def settings_for(path: Path, **changed: object) -> Settings:
    """Return settings for a database, with nothing from this machine's environment but that."""
    return Settings(_env_file=None, database_url=url_of(path), **changed)


def _batches(stream: Iterable[Document]) -> Iterator[list[Document]]:
    left = iter(stream)
    while batch := list(islice(left, _BATCH)):
        yield batch


@cache
def _fingerprint() -> str:
    """Return what the rows depend on, as it was when the run began."""
    made_by = (_HERE / "synthetic.py", _HERE / "sandboxed.py")
    files = [*sorted(_SOURCES.rglob("*.py")), *made_by]
    content = b"".join(file.read_bytes() for file in files)
    return hashlib.sha256(content).hexdigest()[:12]
