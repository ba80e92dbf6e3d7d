"""Fetching many interviews at once: threads in, one stream of results out, in any order."""

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from services.errors import DatabaseError, ScorebandError, StorageError
from services.models.document import Document
from services.models.tracking import DueInterview
from services.use_cases.documents import document_of
from services.vendors.vendor import Vendor, VendorClient

LEASE: Final = timedelta(minutes=15)
_TOO_LATE: Final = LEASE / 2
"""With less than that left of its lease an interview is not asked for: with its retries a fetch
takes minutes, and another worker may begin when the lease has ended."""
_THREADS: Final = 8
_AHEAD: Final = 32
"""How many fetches may wait for a thread, so that a stop is not held up by thousands."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of one fetch: a document, or the error that says why there is none.

    Neither, if it came too late for its lease: then the vendor was not asked.
    """

    due: DueInterview
    asked_at: datetime
    document: Document | None = None
    error: ScorebandError | None = None


@dataclass(frozen=True)
class Fetcher:
    """Fetches from one vendor and reads what came; safe to use from several threads."""

    client: VendorClient
    vendor: Vendor
    clock: Callable[[], datetime]

    def all(
        self, due: Iterable[DueInterview], *, is_over: Callable[[], bool] = lambda: False
    ) -> Generator[Fetched, None, None]:
        """Yield each interview's result as it comes, until `is_over` says that it is enough.

        What is under way then still comes to its end and is yielded: nothing that a vendor
        answered is thrown away, to be asked for again. `due` is taken as threads become free, by
        the thread of the caller.

        Raises:
            StorageError: the pace that all workers share cannot be kept.
            DatabaseError: the same.
        """
        waiting = iter(due)
        with ThreadPoolExecutor(_THREADS, thread_name_prefix="fetch") as threads:
            running = {threads.submit(self._one, item) for item in islice(waiting, _AHEAD)}
            try:
                while running:
                    finished, running = wait(running, return_when=FIRST_COMPLETED)
                    more = () if is_over() else islice(waiting, len(finished))
                    running |= {threads.submit(self._one, item) for item in more}
                    yield from (future.result() for future in finished)
                    if is_over():
                        running = {future for future in running if not future.cancel()}
            finally:
                _cancel(running)

    def _one(self, due: DueInterview) -> Fetched:
        asked_at = self.clock()
        if due.leased_until is not None and due.leased_until - asked_at < _TOO_LATE:
            return Fetched(due, asked_at)
        try:
            payload = self.client.fetch(due.vendor_interview_id)
            document = document_of(self.vendor, payload, at=self.clock(), asked_at=asked_at)
            return Fetched(due, asked_at, document)
        except (StorageError, DatabaseError):
            raise
        except ScorebandError as error:
            return Fetched(due, asked_at, error=error)


def _cancel(running: set[Future[Fetched]]) -> None:
    for future in running:
        future.cancel()
