"""What a reader may save a cohort or a list under: a name of its own, short enough to be read."""

from typing import Final

from sqlalchemy import Connection, Table, select

from services.cache.folding import storable
from services.errors import InputError

_LONGEST: Final = 100


def own_name(connection: Connection, table: Table, name: str, *, but: str = "") -> str:
    """Return the name as it is kept; what has the id `but` may have it already.

    Raises:
        InputError: it is empty or too long, or something else in the table has it.
    """
    plain = " ".join(storable(name).replace("\x00", " ").split())
    if not plain:
        msg = "Give it a name to save it under."
        raise InputError(msg)
    if len(plain) > _LONGEST:
        msg = f"A name of {len(plain)} characters is too long to be read. {_LONGEST} are allowed."
        raise InputError(msg)
    taken = select(table.c.id).where(table.c.name == plain, table.c.id != but)
    if connection.execute(taken).first() is not None:
        msg = f"There already is one called “{plain}”. Take another name, or remove that one first."
        raise InputError(msg)
    return plain
