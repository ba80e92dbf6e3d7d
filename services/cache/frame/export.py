"""The process that reads a large database for the dashboard: `python -m` this, with two paths.

    python -m services.cache.frame.export DATABASE FOLDER READ_AT

It writes the frame's files into FOLDER, which is empty, and opens DATABASE for reading only.
READ_AT is the time as the caller's clock tells it. On a failure it says why in one line and ends
with 1; see `arrow_reader.py` for why this is a process of its own.
"""

import sys
from datetime import datetime
from pathlib import Path

from adbc_driver_manager import Error

from services.cache.frame import files
from services.cache.frame.arrow_reader import reading
from services.cache.frame.building import build


def export(database: Path, folder: Path, *, read_at: datetime) -> None:
    """Write the frame of a database into a folder.

    Raises:
        OSError: the folder cannot be written to.
        Error: the database cannot be read.
    """
    with reading(database) as reader:
        tables, about = build(reader, read_at=read_at)
    files.write(folder, tables, about)


def main() -> int:
    """Do what the command line says; return the exit code."""
    database, folder, read_at = sys.argv[1:]
    try:
        export(Path(database), Path(folder), read_at=datetime.fromisoformat(read_at))
    except (Error, OSError, ValueError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
