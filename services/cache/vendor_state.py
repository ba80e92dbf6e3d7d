"""The row in which all workers on one database keep what they know of a vendor."""

from typing import Any

from sqlalchemy import Connection, Row, Table, select, update

from services.cache.records import VendorStateRecord
from services.cache.sqlite.statements import insert_new_sql
from services.cache.tables import table_of

_state: Table = table_of(VendorStateRecord)
_NEW = ("vendor_id", "next_turn_us", "failures", "openings", "is_refused", "listing_done")


def known(connection: Connection, vendor_id: int) -> Row[Any] | None:
    """Return what is known of a vendor; None before anything was noted."""
    return connection.execute(select(_state).where(_state.c.vendor_id == vendor_id)).first()


def noted(connection: Connection, vendor_id: int) -> Row[Any]:
    """Return what is known of a vendor, and make the row if there is none."""
    row = known(connection, vendor_id)
    if row is None:
        connection.exec_driver_sql(insert_new_sql(_state, _NEW), (vendor_id, 0, 0, 0, False, 0))
        row = connection.execute(select(_state).where(_state.c.vendor_id == vendor_id)).one()
    return row


def note(connection: Connection, vendor_id: int, **values: object) -> None:
    """Change some of what is known of a vendor whose row is there."""
    connection.execute(update(_state).where(_state.c.vendor_id == vendor_id).values(**values))
