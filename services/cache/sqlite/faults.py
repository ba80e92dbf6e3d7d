"""SQLite's errors, told to the reader."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from services.errors import DatabaseError, ScorebandError, StorageError

_READ_ONLY = "The database {path} may only be read: nothing was stored. Make the file writable."
_FULL = "The disk is full: nothing was stored. Free some space beside {path} and try again."
_BUSY = "Another program holds the database {path}. Close it or try again in a moment."
_FAULTY = "The disk under {path} did not read or write as it should. Check it and try again."
_OTHER = "The database {path} could not do what was asked of it; nothing was stored."
_BROKEN = (
    "The database {path} is damaged. Put a backup in its place, or move it away and start anew."
)
_FOREIGN = (
    "{path} is not a database of Scoreband, or it is damaged. Put a backup in its place, "
    "or name another file in SCOREBAND_DATABASE_URL."
)
_CLOSED = (
    "The database {path} cannot be opened. Check that the file and its folder exist and that "
    "you may read and write them."
)

_SENTENCES: Final[dict[int, tuple[type[ScorebandError], str]]] = {
    sqlite3.SQLITE_READONLY: (StorageError, _READ_ONLY),
    sqlite3.SQLITE_FULL: (StorageError, _FULL),
    sqlite3.SQLITE_IOERR: (StorageError, _FAULTY),
    sqlite3.SQLITE_BUSY: (StorageError, _BUSY),
    sqlite3.SQLITE_LOCKED: (StorageError, _BUSY),
    sqlite3.SQLITE_CORRUPT: (DatabaseError, _BROKEN),
    sqlite3.SQLITE_NOTADB: (DatabaseError, _FOREIGN),
    sqlite3.SQLITE_CANTOPEN: (DatabaseError, _CLOSED),
    sqlite3.SQLITE_PERM: (DatabaseError, _CLOSED),
}
# The low byte is the kind of error, the rest says more of the same kind.
_KIND_OF_ERROR: Final = 0xFF


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours.

    Raises:
        StorageError: full, read-only, held by another program; what was stored is untouched.
        DatabaseError: damaged, not a database, or not to be opened.
    """
    try:
        yield
    except DBAPIError as error:
        raise _translated(error.orig, path) from error
    except sqlite3.Error as error:
        raise _translated(error, path) from error


def _translated(error: BaseException | None, path: Path) -> ScorebandError:
    code = getattr(error, "sqlite_errorcode", 0) & _KIND_OF_ERROR
    kind, sentence = _SENTENCES.get(code, (StorageError, _OTHER))
    return kind(sentence.format(path=path))
