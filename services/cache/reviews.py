"""Reviews of flags: each is only ever added, and the latest on a flag holds."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, Table, insert, select

from services.cache.folding import storable
from services.cache.review_tables import DispositionRecord
from services.cache.rows import milliseconds, moment
from services.cache.tables import table_of
from services.models.integrity import Disposition, Review

_review: Final[Table] = table_of(DispositionRecord)


def add_review(connection: Connection, public_id: str, review: Review) -> None:
    """Add a review of one interview's flag; none is ever changed or removed."""
    connection.execute(
        insert(_review).values(
            public_id=public_id,
            signal=storable(review.signal),
            disposition=review.disposition.value,
            note=storable(review.note),
            made_ms=milliseconds(review.made_at),
        )
    )


def reviews(connection: Connection, public_id: str) -> tuple[Review, ...]:
    """Return every review of one interview's flags, oldest first."""
    columns = ("signal", "disposition", "note", "made_ms")
    query = select(*(_review.c[name] for name in columns)).where(_review.c.public_id == public_id)
    return tuple(
        Review(signal=signal, disposition=Disposition(disposition), note=note, made_at=moment(made))
        for signal, disposition, note, made in connection.execute(query.order_by(_review.c.id))
    )


def latest_reviews(connection: Connection) -> Mapping[str, Mapping[str, Disposition]]:
    """Return what holds of each flag that was reviewed: our id, the flag's key, the disposition."""
    query = select(_review.c.public_id, _review.c.signal, _review.c.disposition)
    latest: dict[str, dict[str, Disposition]] = {}
    for public_id, signal, disposition in connection.execute(query.order_by(_review.c.id)):
        latest.setdefault(public_id, {})[signal] = Disposition(disposition)
    return latest
