"""Cohorts that were saved under their names, each as its definition."""

import logging
import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from pydantic import ValidationError
from sqlalchemy import Connection, Table, delete, insert, select

from services.cache.rows import milliseconds
from services.cache.saved_names import own_name
from services.cache.saved_tables import SavedCohortRecord
from services.cache.tables import table_of
from services.errors import InputError
from services.models.cohort import CohortDefinition, SavedCohort

_log = logging.getLogger(__name__)
_cohort: Final[Table] = table_of(SavedCohortRecord)
_ID_BYTES: Final = 8


def save_cohort(
    connection: Connection, definition: CohortDefinition, *, at: datetime
) -> SavedCohort:
    """Save a definition under its name.

    Raises:
        InputError: the name is empty, too long or taken, or a text in it cannot be encoded.
    """
    name = own_name(connection, _cohort, definition.name)
    saved = SavedCohort(
        id=secrets.token_hex(_ID_BYTES), definition=definition.model_copy(update={"name": name})
    )
    connection.execute(
        insert(_cohort).values(
            id=saved.id, name=name, definition=_as_json(saved.definition), made_ms=milliseconds(at)
        )
    )
    return saved


def saved_cohorts(connection: Connection) -> tuple[SavedCohort, ...]:
    """Return every saved cohort that can be read, by name."""
    return tuple(_readable(connection))


def forget_cohort(connection: Connection, id_: str) -> bool:
    """Remove a saved cohort; return whether there was one."""
    return connection.execute(delete(_cohort).where(_cohort.c.id == id_)).rowcount > 0


def _readable(connection: Connection) -> Iterator[SavedCohort]:
    query = select(_cohort.c.id, _cohort.c.definition).order_by(_cohort.c.name)
    for id_, definition in connection.execute(query):
        try:
            read = CohortDefinition.model_validate_json(definition)
        except ValidationError:
            # Another version of Scoreband may have saved it: the others are still of use.
            _log.warning("The saved cohort %s cannot be read and is left out.", id_)
        else:
            yield SavedCohort(id=id_, definition=read)


def _as_json(definition: CohortDefinition) -> str:
    try:
        return definition.model_dump_json()
    except ValueError as error:
        msg = "This cohort's filter holds signs that cannot be kept. Write its texts anew."
        raise InputError(msg) from error
