"""Which revision of the schema a database has, told without loading the migrations."""

from typing import Final

from sqlalchemy import Connection, inspect, text

NEWEST: Final = "0008"
"""This version's revision; a test holds it against the migrations."""
_TABLE: Final = "alembic_version"


def current_revision(connection: Connection) -> str | None:
    """Return the database's revision; None for one that no migration has touched."""
    if not inspect(connection).has_table(_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar()  # noqa: S608  (a constant)
    return None if found is None else str(found)
