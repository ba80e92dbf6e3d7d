"""Fetching many interviews at once: threads in, one stream of results out, in any order."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from services.errors import ScorebandError
from services.models.document import Document
from services.models.interview import Interview
from services.models.tracking import DueInterview
from services.vendors.vendor import VendorClient

_THREADS = 8
_AHEAD = 32
"""How many fetches may wait for a thread, so that a stop is not held up by thousands."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of one fetch: a document, or the error that says why there is none."""

    due: DueInterview
    document: Document | None
    error: ScorebandError | None


@dataclass(frozen=True)
class Fetcher:
    """Fetches from one vendor and reads what came; safe to use from several threads."""

    client: VendorClient
    parse: Callable[[bytes], Interview]
    clock: Callable[[], datetime]

    def all(self, due: Sequence[DueInterview]) -> Iterator[Fetched]:
        """Yield each interview's result as it comes; a caller that stops early cancels the rest."""
        waiting = iter(due)
        with ThreadPoolExecutor(_THREADS, thread_name_prefix="fetch") as threads:
            running = {threads.submit(self._one, item) for item in islice(waiting, _AHEAD)}
            try:
                while running:
                    finished, running = wait(running, return_when=FIRST_COMPLETED)
                    running |= {
                        threads.submit(self._one, item) for item in islice(waiting, len(finished))
                    }
                    yield from (future.result() for future in finished)
            finally:
                _cancel(running)

    def _one(self, due: DueInterview) -> Fetched:
        try:
            payload = self.client.fetch(due.vendor_interview_id)
            return Fetched(due, Document(payload, self.parse(payload), self.clock()), None)
        except ScorebandError as error:
            return Fetched(due, None, error)


def _cancel(running: set[Future[Fetched]]) -> None:
    for future in running:
        future.cancel()
