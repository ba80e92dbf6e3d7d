"""The process that reads a large database for the dashboard: `python -m` this, with two paths.

    python -m services.cache.frame.export DATABASE FOLDER READ_AT

It writes the frame's files into FOLDER, which is empty, and opens DATABASE for reading only. What
cohorts need comes first: a line on its output says that it is there. The details are read from the
same moment of the database.
READ_AT is the time as the caller's clock tells it. On a failure it says why in one line and ends
with 1; see `arrow_reader.py` for why this is a process of its own.
"""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from adbc_driver_manager import Error

from services.cache.frame import files
from services.cache.frame.arrow_reader import reading
from services.cache.frame.building import build, build_details


def export(database: Path, folder: Path, *, read_at: datetime) -> Iterator[None]:
    """Write the frame of a database into a folder; yield between its two parts.

    Raises:
        OSError: the folder cannot be written to.
        Error: the database cannot be read.
    """
    with reading(database) as reader:
        tables, about = build(reader, read_at=read_at)
        files.write(folder, tables, about)
        numbers = tables["interviews"]["number"]
        del tables  # some hundred megabytes that the details have use for
        yield
        details = build_details(reader, numbers, of=about)
    files.write(folder, *details)


def main() -> int:
    """Do what the command line says; return the exit code."""
    database, folder, read_at = sys.argv[1:]
    try:
        at = datetime.fromisoformat(read_at)
        for _ in export(Path(database), Path(folder), read_at=at):
            print("The first part is written.", flush=True)  # noqa: T201  (the parent listens)
    except (Error, OSError, ValueError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
