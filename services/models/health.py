"""How the database stands, for whoever looks after it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DatabaseHealth:
    """What a look at the whole database found."""

    path: str
    revision: str
    """The revision of the schema; migrations raise it."""
    size: int
    """Bytes of the file with its journal."""
    read_only: bool
    interviews: int
    payloads: int
    tracked: int
    search_pending: int
    """Payloads whose texts are not searchable yet."""
    to_rederive: int
    """Interviews whose rows were derived by an older version."""
    faults: tuple[str, ...] = ()
    """What is damaged, in the database's own words; empty when all is well."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """What somebody did or looked at, and when."""

    at: datetime
    event: str
    subject: str
