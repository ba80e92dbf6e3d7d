"""How far the walk through a vendor's list is, so that one that was broken off goes on."""

from datetime import datetime

from sqlalchemy import Connection

from services.cache.rows import milliseconds, moment
from services.cache.vendor_state import known, note, noted
from services.models.tracking import ListingState


def listing_of(connection: Connection, vendor_id: int) -> ListingState:
    """Return how far the walk is."""
    state = known(connection, vendor_id)
    if state is None:
        return ListingState()
    return ListingState(
        done=state.listing_done,
        total=state.listing_total,
        cursor=state.listing_cursor,
        finished_at=None if state.listed_ms is None else moment(state.listed_ms),
    )


def note_listing(
    connection: Connection, vendor_id: int, listing: ListingState, *, now: datetime
) -> None:
    """Keep where the walk is; one without a cursor has come to its end now."""
    noted(connection, vendor_id)
    values: dict[str, object] = {
        "listing_done": listing.done,
        "listing_total": listing.total,
        "listing_cursor": listing.cursor,
    }
    if listing.cursor is None:
        values["listed_ms"] = milliseconds(now)
    note(connection, vendor_id, **values)
