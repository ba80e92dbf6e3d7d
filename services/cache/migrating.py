"""Bringing a database to this version's schema: the revisions known, and the way up."""

from functools import cache
from threading import Lock
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

_SCRIPTS: Final = "services.cache:migrations"
"""A package, not a path: found wherever Scoreband is installed."""
_one_at_a_time: Final = Lock()


@cache
def known_revisions() -> tuple[str, ...]:
    """Return this version's revisions, newest first."""
    scripts = ScriptDirectory.from_config(_config())
    return tuple(script.revision for script in scripts.walk_revisions())


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Migrate within the connection's transaction, so that a failure leaves all as it was."""
    config = _config()
    config.attributes["connection"] = connection
    # Alembic keeps the migration that runs in a global of its own.
    with _one_at_a_time:
        command.upgrade(config, revision)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", _SCRIPTS)
    config.set_main_option("path_separator", "os")
    return config
