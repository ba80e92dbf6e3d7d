"""Empty databases of this version: migrating one anew for each test took a tenth of the suite."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from services.bootstrap import utc_now
from services.cache.store import open_store


def put_empty(path: Path) -> None:
    """Put an empty database of this version there; folders that are missing are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_empty())


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "scoreband.db"
        open_store(f"sqlite:///{path}", clock=utc_now).close()
        return path.read_bytes()
