"""Use case: fetch what is tracked and due, from every vendor, and keep it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from services.cache.store import Store
from services.errors import (
    InputError,
    VendorBusyError,
    VendorDownError,
    VendorRefusedError,
)
from services.models.document import Document
from services.models.tracking import DueInterview, FetchFailure, WriteReport
from services.use_cases.fetching import Fetched, Fetcher
from services.use_cases.progress import Failure, Listener, Progress, nobody
from services.vendors.registry import vendor_named
from services.vendors.vendor import Vendor, VendorClient

_STOPS_AFTER = 5
"""So many answers in a row that show the vendor down, and the rest is left for later."""
_BATCH = 100
_LONGEST_WAIT = timedelta(seconds=0.5)
"""A batch is written after this time however small, so that a kill costs little."""
_LONGEST_ID = 300


@dataclass(frozen=True)
class SyncReport:
    """What came of a sync; `failures` name each interview or vendor left out, and why."""

    stored: Sequence[str]
    unchanged: Sequence[str]
    changed_finals: Sequence[str]
    failures: Sequence[Failure]


@dataclass(frozen=True)
class Sync:
    """Fetches with several threads, writes with one; a batch once written is safe for good."""

    store: Store
    vendors: Mapping[str, Vendor]
    connect: Callable[[Vendor], VendorClient]
    has_key: Callable[[Vendor], bool]
    clock: Callable[[], datetime]

    def track(self, vendor: str, vendor_interview_ids: Sequence[str]) -> int:
        """Remember interviews to be fetched by the next sync; return how many are new.

        Raises:
            InputError: the vendor is unknown, or a text can't be an id.
        """
        name = vendor_named(vendor, self.vendors).name
        wanted = list(dict.fromkeys(text.strip() for text in vendor_interview_ids if text.strip()))
        for text in wanted:
            if len(text) > _LONGEST_ID or not text.isprintable() or " " in text:
                msg = f"“{text[:40]}” cannot be an interview id: one a line, without spaces."
                raise InputError(msg)
        return self.store.track(name, wanted)

    def run(
        self, vendor: str | None = None, *, force: bool = False, listener: Listener = nobody
    ) -> SyncReport:
        """Fetch what is due (with `force`: all that is tracked) of one vendor or of all.

        A failure of one interview or one vendor never stops another's.

        Raises:
            InputError: the vendor is unknown.
            StorageError: the cache cannot take any more; what was stored stays stored.
        """
        chosen = [vendor_named(vendor, self.vendors)] if vendor else list(self.vendors.values())
        due = {each.name: self.store.due(each.name, force=force) for each in chosen}
        tally = _Tally(sum(map(len, due.values())), listener)
        for each in chosen:
            if due[each.name]:
                self._fetch(each, due[each.name], tally)
        return SyncReport(tally.stored, tally.unchanged, tally.changed_finals, tally.failures)

    def refetch(self, vendor: str, vendor_interview_id: str) -> WriteReport:
        """Fetch one interview now, final or not: its links may have died since.

        Raises:
            ConfigurationError: no key is set.
            VendorError: the vendor gave no usable answer.
            StorageError: the answer cannot be kept; the stored one is untouched.
        """
        chosen = vendor_named(vendor, self.vendors)
        with closing(self.connect(chosen)) as client:
            payload = client.fetch(vendor_interview_id)
        return self.store.write([Document(payload, chosen.parse(payload), self.clock())])

    def _fetch(self, vendor: Vendor, due: Sequence[DueInterview], tally: "_Tally") -> None:
        if not self.has_key(vendor):
            problem = f"No key for {vendor.title}: set {vendor.key_variable}, then sync again."
            tally.failed(vendor.title, problem)
            return
        client = self.connect(vendor)
        errand = _Errand(self.store, vendor, tally, self.clock)
        try:
            for fetched in Fetcher(client, vendor.parse, self.clock).all(due):
                errand.take(fetched)
                if errand.is_hopeless:
                    break
        finally:
            errand.write()
            client.close()


@dataclass
class _Tally:
    """Counts over all vendors of one sync."""

    total: int
    listener: Listener
    stored: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    changed_finals: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    done: int = 0

    def step(self, what: str) -> None:
        self.done += 1
        self.listener(Progress(self.done, self.total, what))

    def failed(self, item: str, sentence: str) -> None:
        self.failures.append(Failure(item, sentence))


@dataclass
class _Errand:
    """One vendor's share of a sync: batches what came and gives up when the vendor is down."""

    store: Store
    vendor: Vendor
    tally: _Tally
    clock: Callable[[], datetime]
    is_hopeless: bool = False
    _batch: list[Document] = field(default_factory=list)
    _bad_in_a_row: int = 0
    _written_at: datetime | None = None

    def take(self, fetched: Fetched) -> None:
        self.tally.step(f"{self.vendor.title} {fetched.due.vendor_interview_id}")
        if fetched.document is not None:
            self._bad_in_a_row = 0
            self._batch.append(fetched.document)
            if self._is_time_to_write(fetched.document.fetched_at):
                self.write()
        elif fetched.error is not None:
            self._count(fetched.due, fetched.error)

    def _is_time_to_write(self, now: datetime) -> bool:
        self._written_at = self._written_at or now
        return len(self._batch) >= _BATCH or now - self._written_at >= _LONGEST_WAIT

    def write(self) -> None:
        if not self._batch:
            return
        batch, self._batch, self._written_at = self._batch, [], None
        report = self.store.write(batch)
        self.tally.stored += report.stored
        self.tally.unchanged += report.unchanged
        self.tally.changed_finals += report.changed_finals

    def _count(self, due: DueInterview, error: Exception) -> None:
        if isinstance(error, VendorDownError | VendorBusyError):
            self._bad_in_a_row += 1
        self.is_hopeless = (
            isinstance(error, VendorRefusedError) or self._bad_in_a_row >= _STOPS_AFTER
        )
        if self.is_hopeless:
            rest = "What was not fetched stays due; sync again later."
            self.tally.failed(self.vendor.title, f"{error} {rest}")
            return
        name, when = due.vendor_interview_id, self.clock()
        self.store.record_failure(FetchFailure(self.vendor.name, name, str(error), when))
        self.tally.failed(f"{self.vendor.title} {name}", str(error))
