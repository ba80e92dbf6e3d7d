"""Use case: fetch what is tracked and due, from every vendor, and keep it."""

import math
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from threading import Event

from services.cache.store import Store
from services.errors import (
    ConfigurationError,
    DatabaseError,
    InputError,
    NotFoundAtVendorError,
    VendorBusyError,
)
from services.models.tracking import WriteReport
from services.use_cases import crew
from services.use_cases.documents import document_of
from services.use_cases.errand import After, Errand, pause_sentence
from services.use_cases.progress import Listener, nobody
from services.use_cases.tally import SyncReport, Tally
from services.vendors.registry import vendor_named
from services.vendors.vendor import Vendor, VendorClient

__all__ = ["Sync", "SyncReport"]
_LONGEST_ID = 300


@dataclass(frozen=True)
class Sync:
    """Fetches from all vendors side by side; several syncs at once share the work between them.

    A batch once written is safe for good.
    """

    store: Store
    vendors: Mapping[str, Vendor]
    connect: Callable[[Vendor], VendorClient]
    has_key: Callable[[Vendor], bool]
    clock: Callable[[], datetime]
    after: After | None = None
    """Called with each interview that a vendor gave, once it is kept; its errors are reported."""

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
        self,
        vendor: str | None = None,
        *,
        force: bool = False,
        attended: bool = True,
        listener: Listener = nobody,
    ) -> SyncReport:
        """Fetch what is due (with `force`: all that is tracked) of one vendor or of all.

        A failure of one interview or one vendor never stops another's. Cheap where nothing is due.
        The listener is called in this thread. A vendor that refused our key is asked again only
        when the sync is `attended`: somebody who started it may have set another key.

        Raises:
            InputError: the vendor is unknown.
            StorageError: the cache cannot take any more; what was stored stays stored.
        """
        chosen = [vendor_named(vendor, self.vendors)] if vendor else list(self.vendors.values())
        if force:
            for each in chosen:
                self.store.make_due(each.name, not_since=self._not_since(each))
        waiting = self.store.waiting()
        at_work = [each for each in chosen if each.name in waiting]
        tally = Tally(sum(waiting[each.name] for each in at_work))
        ready = [each for each in at_work if self._may_be_asked(each, tally, attended=attended)]
        stop = Event()
        jobs = [partial(self._fetch, each, tally, stop) for each in ready]
        crew.work(jobs, news=tally.news, listener=listener, stop=stop)
        return tally.report()

    def refetch(self, vendor: str, vendor_interview_id: str) -> WriteReport:
        """Fetch one interview now, final or not: its links may have died since.

        Raises:
            ConfigurationError: no key is set.
            VendorBusyError: the vendor refuses to be asked about it again so soon.
            NotFoundAtVendorError: the vendor has deleted it; what is kept is marked so.
            VendorError: the vendor gave no usable answer.
            StorageError: the answer cannot be kept; the stored one is untouched.
        """
        chosen = vendor_named(vendor, self.vendors)
        self._refuse_too_soon(chosen, vendor_interview_id)
        asked_at = self.clock()
        with closing(self.connect(chosen)) as client:
            try:
                payload = client.fetch(vendor_interview_id)
            except NotFoundAtVendorError:
                self.store.mark_gone(chosen.name, vendor_interview_id, self.clock())
                raise
        document = document_of(chosen, payload, at=self.clock(), asked_at=asked_at)
        report = self.store.write([document])
        if self.after:
            self.after(chosen, document.interview)
        return report

    def _fetch(self, vendor: Vendor, tally: Tally, stop: Event) -> None:
        try:
            client = self.connect(vendor)
        except DatabaseError:
            raise
        except ConfigurationError as error:
            tally.failed(vendor.title, str(error))
            return
        with closing(client):
            Errand(self.store, vendor, self.clock, tally, stop, self.after).run(client)

    def _may_be_asked(self, vendor: Vendor, tally: Tally, *, attended: bool) -> bool:
        if not self.has_key(vendor):
            problem = f"No key for {vendor.title}: set {vendor.key_variable}, then sync again."
            tally.failed(vendor.title, problem)
            return False
        pause = self.store.pause(vendor.name)
        if pause is not None and pause.until is None and attended:
            self.store.trust_key(vendor.name)
            pause = self.store.pause(vendor.name)
        if pause is not None:
            tally.failed(vendor.title, pause_sentence(pause))
        return pause is None

    def _not_since(self, vendor: Vendor) -> datetime | None:
        """Return after when nothing may have been asked for, to be asked for again now."""
        if not vendor.least_pause_s:
            return None
        return self.clock() - timedelta(seconds=vendor.least_pause_s)

    def _refuse_too_soon(self, vendor: Vendor, vendor_interview_id: str) -> None:
        asked = self.store.last_asked(vendor.name, vendor_interview_id)
        if asked is None:
            return
        left = vendor.least_pause_s - (self.clock() - asked).total_seconds()
        if left > 0:
            what = (
                f"it was asked about this interview a moment ago and wants a pause between. Try "
                f"again in {math.ceil(left)} seconds."
            )
            raise VendorBusyError(vendor.title, what)
