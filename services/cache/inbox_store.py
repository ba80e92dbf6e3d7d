"""The cache's front for webhooks: keep each once, then make due what it is about."""

from collections.abc import Callable
from datetime import datetime

from services.cache import inbox
from services.cache.database import Database
from services.cache.dimensions import Dimensions, Names
from services.models.delivery import Delivery


class InboxStore:
    """The part of the `Store` that receives webhooks; it shares the store's database."""

    _database: Database
    _clock: Callable[[], datetime]
    _dimensions: Dimensions

    def receive(self, delivery: Delivery, at: datetime) -> bool:
        """Keep a delivery for good before anybody is told so; return whether it is new.

        Raises:
            StorageError: it was not kept; the vendor should send it again.
        """
        with self._database.writing() as connection:
            return inbox.receive(connection, delivery, at=at)

    def drain(self, limit: int = 500) -> int:
        """Make due at once what the oldest deliveries are about; return how many were handled.

        One transaction: a crash leaves a delivery either waiting here or known to the queue.
        """
        with self._database.writing() as connection:
            names = Names(connection, self._dimensions)
            handled = inbox.drain(connection, names, now=self._clock(), limit=limit)
        names.commit()
        return handled
