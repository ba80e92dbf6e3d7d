"""Databases as an older Scoreband left them."""

import sqlite3
from pathlib import Path

from services.cache.migrating import upgrade
from services.cache.sqlite.engine import create_file, engine_for, use_write_ahead_log

_SEARCH = ("person_search", "text_search")


def make_older(path: Path, revision: str, *, like: Path) -> None:
    """Make a database of a revision, with all of another's rows that fit into it."""
    create_file(path)
    use_write_ahead_log(path)
    engine = engine_for(path, read_only=False)
    with engine.begin() as connection:
        upgrade(connection, revision)
    engine.dispose()
    copy = sqlite3.connect(path)
    copy.execute("ATTACH ? AS today", (str(like),))
    tables = copy.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'").fetchall()
    for (table,) in tables:
        if table != "alembic_version" and not table.startswith(_SEARCH):
            names = ", ".join(row[1] for row in copy.execute(f"PRAGMA main.table_info({table})"))
            copy.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM today.{table}")  # noqa: S608  (the schema's own names)
    copy.commit()
    copy.close()
