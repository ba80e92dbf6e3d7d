"""Errand: one vendor's share of a sync, from taking due work to writing what came."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event
from typing import Final

from services.cache.store import Store
from services.errors import (
    NotFoundAtVendorError,
    ScorebandError,
    VendorAnswerError,
    VendorBusyError,
    VendorDownError,
    VendorRefusedError,
)
from services.models.document import Document
from services.models.interview import Interview
from services.models.tracking import DueInterview, FetchFailure, VendorPause
from services.use_cases.fetching import LEASE, Fetched, Fetcher
from services.use_cases.tally import Tally
from services.vendors.vendor import Vendor, VendorClient

_SHARE: Final = 50
"""So much is leased at first: what one worker holds, another cannot do."""
_LARGEST_SHARE: Final = 400
_SOON: Final = timedelta(seconds=5)
"""A share used up sooner is followed by one of twice the size: each lease costs a write."""
_BATCH: Final = 100
_LONGEST_WAIT: Final = timedelta(seconds=0.5)
"""A batch is written after this time however small, so that a kill costs little."""
_SHOWS_AN_OUTAGE: Final = (VendorRefusedError, VendorDownError, VendorBusyError)

After = Callable[[Vendor, Interview], None]
"""What else is to be done with an interview once it is kept; may raise our errors."""


def pause_sentence(pause: VendorPause) -> str:
    """Say why a vendor is left alone, and until when."""
    if pause.until is None:
        return f"{pause.problem} What was not fetched stays due; sync again when that is done."
    return (
        f"{pause.problem} It is not asked again before {pause.until:%H:%M:%S} UTC; what was not "
        "fetched stays due, so sync again after that."
    )


@dataclass
class Errand:
    """Leases, fetches, writes; gives up when the vendor is down, and gives back what it holds."""

    store: Store
    vendor: Vendor
    clock: Callable[[], datetime]
    tally: Tally
    stop: Event
    after: After | None = None
    _held: dict[str, DueInterview] = field(default_factory=dict)
    """What is leased and neither written nor failed yet."""
    _batch: list[Document] = field(default_factory=list)
    _written_at: datetime | None = None
    _is_hopeless: bool = False

    def run(self, client: VendorClient) -> None:
        """Fetch what is due at this moment and in no other worker's hands.

        Raises:
            StorageError: the cache cannot take any more; what was stored stays stored.
        """
        due_by = self.clock()
        try:
            while self._round(client, due_by):
                pass
        finally:
            try:
                self._write()
            finally:
                self.store.release(self.vendor.name, tuple(self._held.values()))

    @property
    def _is_over(self) -> bool:
        return self._is_hopeless or self.stop.is_set()

    def _round(self, client: VendorClient, due_by: datetime) -> bool:
        """Fetch until nothing is given any more; tell whether there may be more after the write.

        A vendor that was left alone is tried with one interview: a round of its own.
        """
        found_any = False
        fetcher = Fetcher(client, self.vendor, self.clock)
        with closing(fetcher.all(self._leased(due_by), is_over=lambda: self._is_over)) as results:
            for fetched in results:
                found_any = True
                self._take(fetched)
        self._write()
        return found_any and not self._is_over

    def _leased(self, due_by: datetime) -> Iterator[DueInterview]:
        pause, share = timedelta(seconds=self.vendor.least_pause_s), _SHARE
        while not self._is_over:
            now = self.clock()
            taken = self.store.lease(
                self.vendor.name,
                limit=share,
                seconds=LEASE.total_seconds(),
                due_by=due_by,
                not_since=now - pause if pause else None,
            )
            if not taken:
                return
            self._held |= {each.vendor_interview_id: each for each in taken}
            yield from taken
            is_soon = self.clock() - now < _SOON
            share = min(2 * share, _LARGEST_SHARE) if is_soon else _SHARE

    def _take(self, fetched: Fetched) -> None:
        own_id = fetched.due.vendor_interview_id
        if fetched.document is not None:
            self._keep(own_id, fetched.document)
        elif fetched.error is not None:
            self._failed(own_id, fetched.error, fetched.asked_at)
        else:
            self.store.release(self.vendor.name, [self._held.pop(own_id)])
            return
        self.tally.step(f"{self.vendor.title} {own_id}")

    def _keep(self, own_id: str, document: Document) -> None:
        self._batch.append(document)
        told = document.interview.vendor_interview_id
        if told != own_id:
            what = f"its answer is about another interview, “{told}”, which was kept. Check the id."
            self._record(own_id, VendorAnswerError(self.vendor.title, what))
        if self._is_time_to_write(document.fetched_at):
            self._write()

    def _is_time_to_write(self, now: datetime) -> bool:
        self._written_at = self._written_at or now
        return len(self._batch) >= _BATCH or now - self._written_at >= _LONGEST_WAIT

    def _write(self) -> None:
        if not self._batch:
            return
        batch, self._batch, self._written_at = self._batch, [], None
        self.tally.wrote(self.store.write(batch))
        for document in batch:
            self._held.pop(document.interview.vendor_interview_id, None)
            self._do_the_rest(document.interview)

    def _do_the_rest(self, interview: Interview) -> None:
        if self.after is None:
            return
        try:
            self.after(self.vendor, interview)
        except ScorebandError as error:
            item = f"{self.vendor.title} {interview.vendor_interview_id}"
            self.tally.failed(item, str(error))

    def _failed(self, own_id: str, error: ScorebandError, asked_at: datetime) -> None:
        if self._is_hopeless and isinstance(error, _SHOWS_AN_OUTAGE):
            # It was under way when the vendor was given up: one outage, told once.
            return
        if isinstance(error, VendorRefusedError):
            self._give_up(self.store.vendor_refused(self.vendor.name, str(error)))
        elif isinstance(error, VendorDownError | VendorBusyError):
            pause = self.store.vendor_failed(self.vendor.name, str(error))
            if pause is not None:
                self._give_up(pause)
            else:
                self._record(own_id, error)
        else:
            self.store.vendor_answered(self.vendor.name, asked_at)
            if not (isinstance(error, NotFoundAtVendorError) and self._is_gone(own_id)):
                self._record(own_id, error)

    def _give_up(self, pause: VendorPause) -> None:
        self._is_hopeless = True
        self.tally.failed(self.vendor.title, pause_sentence(pause))

    def _is_gone(self, own_id: str) -> bool:
        """Mark what the vendor had given before and knows no more."""
        interview_id = self.store.mark_gone(self.vendor.name, own_id, self.clock())
        if interview_id is None:
            return False
        self._held.pop(own_id)
        self.tally.is_gone(interview_id)
        return True

    def _record(self, own_id: str, error: ScorebandError) -> None:
        failure = FetchFailure(self.vendor.name, own_id, str(error), self.clock())
        self.store.record_failure(failure)
        self._held.pop(own_id)
        self.tally.failed(f"{self.vendor.title} {own_id}", str(error))
