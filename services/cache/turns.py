"""Turns: when a vendor may be asked, shared by all workers on one database.

The generic cell rate algorithm (ITU-T I.371) with no tolerance: one number holds when the next call
may be made, and each reservation moves it on by its calls.
"""

from typing import Final

from sqlalchemy import Connection

from services.cache.vendor_state import note, noted

_LONGEST_QUEUE_US: Final = 3_600_000_000
"""Turns further ahead than an hour were reserved by a clock that has been set back since."""


def reserve(
    connection: Connection, vendor_id: int, *, now_us: int, interval_us: int, count: int
) -> int:
    """Reserve so many turns in a row and return the time of the first, in microseconds."""
    following = noted(connection, vendor_id).next_turn_us
    first: int = max(now_us, following) if following < now_us + _LONGEST_QUEUE_US else now_us
    note(connection, vendor_id, next_turn_us=first + interval_us * count)
    return first


def hold(connection: Connection, vendor_id: int, *, until_us: int) -> None:
    """Give nobody a turn before that time."""
    if noted(connection, vendor_id).next_turn_us < until_us:
        note(connection, vendor_id, next_turn_us=until_us)
