"""Lists of interviews that were saved under a name, filled from our ids or from the vendors'."""

import secrets
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final

from sqlalchemy import Connection, Table, delete, insert, select

from services.cache.folding import storable
from services.cache.rows import milliseconds
from services.cache.saved_names import own_name
from services.cache.saved_tables import SavedListMemberRecord, SavedListRecord
from services.cache.sqlite.statements import insert_sql
from services.cache.tables import InterviewRecord, table_of
from services.errors import InputError
from services.models.browse import ListName
from services.models.cohort import SavedList

_list: Final[Table] = table_of(SavedListRecord)
_member: Final[Table] = table_of(SavedListMemberRecord)
_interview: Final[Table] = table_of(InterviewRecord)
_ID_BYTES: Final = 8
_AT_ONCE: Final = 500


def save_list(
    connection: Connection, name: str, ids: Sequence[str], *, at: datetime
) -> tuple[SavedList, tuple[str, ...]]:
    """Save the interviews of these ids, ours or their vendors'; return which ids nobody knows.

    Raises:
        InputError: the name is empty, too long or taken, no id is known, or several vendors have
            an interview of one of them.
    """
    plain = own_name(connection, _list, name)
    wanted = tuple(dict.fromkeys(text for each in ids if (text := storable(each).strip())))
    found = _found(connection, wanted)
    if not found:
        msg = "None of these ids is kept here: nothing was saved. Check them, or sync first."
        raise InputError(msg)
    members = tuple(dict.fromkeys(found[each] for each in wanted if each in found))
    saved = SavedList(id=secrets.token_hex(_ID_BYTES), name=plain, ids=members)
    connection.execute(insert(_list).values(id=saved.id, name=plain, made_ms=milliseconds(at)))
    connection.exec_driver_sql(insert_sql(_member), [(saved.id, each) for each in members])
    return saved, tuple(each for each in wanted if each not in found)


def saved_lists(connection: Connection) -> tuple[SavedList, ...]:
    """Return every saved list with its members, by name."""
    query = select(_member.c.list_id, _member.c.public_id).order_by(*_member.primary_key)
    members = {
        list_id: tuple(row.public_id for row in rows)
        for list_id, rows in groupby(connection.execute(query), lambda row: row.list_id)
    }
    return tuple(
        SavedList(id=named.id, name=named.name, ids=members.get(named.id, ()))
        for named in list_names(connection)
    )


def list_names(connection: Connection) -> tuple[ListName, ...]:
    """Return what saved lists are called, by name."""
    query = select(_list.c.id, _list.c.name).order_by(_list.c.name)
    return tuple(ListName(id=id_, name=name) for id_, name in connection.execute(query))


def forget_list(connection: Connection, id_: str) -> bool:
    """Remove a saved list, not its interviews; return whether there was one."""
    return connection.execute(delete(_list).where(_list.c.id == id_)).rowcount > 0


def _found(connection: Connection, wanted: Sequence[str]) -> dict[str, str]:
    """Return our id of each that is known; our own come first, should a vendor use the same."""
    own, given = _interview.c.public_id, _interview.c.vendor_interview_id
    found: dict[str, str] = {}
    by_vendor: defaultdict[str, list[str]] = defaultdict(list)
    for part in _parts(wanted):
        kept = connection.execute(select(own).where(own.in_(part))).scalars()
        found |= {each: each for each in kept}
        for public_id, name in connection.execute(select(own, given).where(given.in_(part))):
            by_vendor[name].append(public_id)
    for name, public_ids in by_vendor.items():
        if name not in found:
            found[name] = _only(name, public_ids)
    return found


def _only(name: str, public_ids: list[str]) -> str:
    if len(public_ids) > 1:
        choices = ", ".join(sorted(public_ids))
        msg = f"Several vendors have an interview with the id “{name}”. Write one of: {choices}."
        raise InputError(msg)
    return public_ids[0]


def _parts(wanted: Sequence[str]) -> Iterator[Sequence[str]]:
    return (wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE))
