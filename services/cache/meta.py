"""Numbers and words about the database as a whole: its generations, its flags, its log."""

import secrets
from datetime import datetime

from sqlalchemy import Connection, Table, insert, select, update

from services.cache.records import LogRecord, MetaRecord
from services.cache.rows import milliseconds, moment
from services.cache.tables import table_of
from services.models.health import LogEntry

_meta: Table = table_of(MetaRecord)
_log: Table = table_of(LogRecord)
_GENERATION = "generation"
_LISTS = "lists_revision"
_LAST_PAYLOAD = "last_payload"
_MASK_KEY = "mask_key"


def generation(connection: Connection) -> int:
    """Return the number that every write of interviews raises; 0 before the first."""
    return _number(connection, _GENERATION)


def next_generation(connection: Connection) -> int:
    """Raise the generation and return it: answers that were remembered no longer hold."""
    following = _number(connection, _GENERATION) + 1
    _set(connection, _GENERATION, str(following))
    return following


def lists_revision(connection: Connection) -> int:
    """Return the number that every saved or forgotten list raises; 0 before the first."""
    return _number(connection, _LISTS)


def next_lists_revision(connection: Connection) -> None:
    """Raise it: what was remembered of a filter by saved lists no longer holds.

    The generation stays, for no interview has changed, and so stay the columns made of them.
    """
    _set(connection, _LISTS, str(_number(connection, _LISTS) + 1))


def take_payload_ids(connection: Connection, count: int) -> range:
    """Return numbers that no payload ever had: the search index may still know old ones."""
    last = _number(connection, _LAST_PAYLOAD)
    _set(connection, _LAST_PAYLOAD, str(last + count))
    return range(last + 1, last + count + 1)


def flag(connection: Connection, name: str) -> bool:
    """Return whether a flag is set."""
    return _value(connection, f"flag:{name}") == "1"


def set_flag(connection: Connection, name: str, *, on: bool) -> None:
    """Set or clear a flag."""
    _set(connection, f"flag:{name}", "1" if on else "0")


def mask_key(connection: Connection) -> bytes | None:
    """Return the key of pseudonyms, if there is one yet."""
    value = _value(connection, _MASK_KEY)
    return bytes.fromhex(value) if value else None


def made_mask_key(connection: Connection) -> bytes:
    """Return the key of pseudonyms; the first who asks makes it, for good."""
    key = mask_key(connection)
    if key is None:
        key = secrets.token_bytes(32)
        _set(connection, _MASK_KEY, key.hex())
    return key


def log(connection: Connection, event: str, subject: str, *, at: datetime) -> None:
    """Add a line to the log; none is ever changed or removed."""
    connection.execute(insert(_log).values(at_ms=milliseconds(at), event=event, subject=subject))


def log_entries(connection: Connection, *, limit: int) -> tuple[LogEntry, ...]:
    """Return the latest lines of the log, latest first."""
    query = select(_log.c.at_ms, _log.c.event, _log.c.subject).order_by(_log.c.id.desc())
    found = connection.execute(query.limit(limit))
    return tuple(LogEntry(moment(at), event, subject) for at, event, subject in found)


def _number(connection: Connection, name: str) -> int:
    return int(_value(connection, name) or 0)


def _value(connection: Connection, name: str) -> str | None:
    value: str | None = connection.execute(
        select(_meta.c.value).where(_meta.c.name == name)
    ).scalar()
    return value


def _set(connection: Connection, name: str, value: str) -> None:
    changed = connection.execute(update(_meta).where(_meta.c.name == name).values(value=value))
    if not changed.rowcount:
        connection.execute(insert(_meta).values(name=name, value=value))
