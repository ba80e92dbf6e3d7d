"""Use case: take in payloads from files, whichever vendor wrote them."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from services.cache.store import Store
from services.errors import PayloadError
from services.models.document import Document
from services.models.identity import local_id
from services.models.tracking import WriteReport
from services.use_cases.collecting import no_cycle_search
from services.use_cases.documents import document_of
from services.use_cases.payload_files import Found, PayloadFiles
from services.use_cases.progress import Failure, Listener, Progress, nobody
from services.vendors.registry import recognise, vendor_named
from services.vendors.vendor import Vendor

_BATCH = 250


@dataclass(frozen=True)
class ImportReport:
    """What came of an import; `failures` name each item that was left out, and why."""

    stored: Sequence[str]
    unchanged: Sequence[str]
    failures: Sequence[Failure]
    outdated: Sequence[str] = ()
    """Older than the final answer that is kept of the interview, and so left out."""


@dataclass(frozen=True)
class Imports:
    """Reads payloads and stores each whole or not at all."""

    store: Store
    vendors: Mapping[str, Vendor]
    files: PayloadFiles
    clock: Callable[[], datetime]

    def take(
        self, found: Iterable[Found], *, vendor: str | None = None, listener: Listener = nobody
    ) -> ImportReport:
        """Import what `files` finds; recognise the vendor of each payload where none is named.

        Raises:
            InputError: no vendor has that name.
            StorageError: the cache cannot take any more; what was stored stays stored.
        """
        named = vendor_named(vendor, self.vendors) if vendor else None
        intake = _Intake(self.vendors, named, self.clock)
        tally = _Tally(listener)
        self._store(intake.documents(found), tally)
        self._store(self._completed(intake), tally)
        return ImportReport(tally.stored, tally.unchanged, intake.failures, tally.outdated)

    def _store(self, documents: Iterator[Document], tally: "_Tally") -> None:
        while (report := self._take_some(documents)) != WriteReport():
            tally.add(report)

    def _completed(self, intake: "_Intake") -> Iterator[Document]:
        """Yield what is kept with the parts added that came alone; without the rest a part fails.

        Parts come last, because the rest may stand in the same files.
        """
        for part in intake.parts:
            kept = self.store.payload(local_id(part.vendor.name, part.interview_id))
            try:
                if kept is None or part.vendor.parts is None:
                    yield intake.document(part.vendor, part.payload)
                else:
                    whole = part.vendor.parts.join(kept.payload, part.payload)
                    yield document_of(part.vendor, whole, at=self.clock(), completes=True)
            except PayloadError as error:
                intake.failures.append(Failure(part.where, str(error)))

    def _take_some(self, documents: Iterator[Document]) -> WriteReport:
        """Read and store one batch; the report is empty when there is nothing more."""
        with no_cycle_search():
            return self.store.write(islice(documents, _BATCH))


@dataclass
class _Tally:
    """What came of the batches so far."""

    listener: Listener
    stored: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)

    def add(self, report: WriteReport) -> None:
        self.stored += report.stored
        self.unchanged += report.unchanged
        self.outdated += report.outdated
        self.listener(Progress(len(self.stored) + len(self.unchanged), None, "stored"))


@dataclass(frozen=True)
class _Part:
    """A part of an interview that came without the rest."""

    where: str
    vendor: Vendor
    interview_id: str
    payload: bytes


@dataclass
class _Intake:
    """Turns found bytes into documents; remembers what failed and which vendor wrote the last."""

    vendors: Mapping[str, Vendor]
    named: Vendor | None
    clock: Callable[[], datetime]
    failures: list[Failure] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)
    _last: Vendor | None = None

    def documents(self, found: Iterable[Found]) -> Iterator[Document]:
        for item in found:
            if item.problem:
                self.failures.append(Failure(item.where, item.problem))
                continue
            try:
                # No variable holds it, so that it is let go as soon as the caller is done with it.
                yield self._read(item.payload)
            except PayloadError as error:
                if not self._is_kept_aside(item):
                    self.failures.append(Failure(item.where, str(error)))

    def document(self, vendor: Vendor, payload: bytes) -> Document:
        return document_of(vendor, payload, at=self.clock())

    def _read(self, payload: bytes) -> Document:
        if self.named:
            self._refuse_other_vendors(self.named, payload)
            return self.document(self.named, payload)
        if self._last is not None:
            try:
                return self.document(self._last, payload)
            except PayloadError:
                # Perhaps another vendor's: look again, and tell what the right one says.
                self._last = None
        self._last = self._recognised(payload)
        return self.document(self._last, payload)

    def _is_kept_aside(self, item: Found) -> bool:
        """Keep a part of an interview for later; tell whether it is one."""
        vendor = self.named or self._last
        if vendor is None or vendor.parts is None:
            return False
        try:
            interview_id = vendor.parts.interview_of(_decoded(item.payload))
        except PayloadError:
            return False
        if interview_id is None:
            return False
        self.parts.append(_Part(item.where, vendor, interview_id, item.payload))
        return True

    def _refuse_other_vendors(self, named: Vendor, payload: bytes) -> None:
        """Refuse what has another vendor's shape: read as this one's it would be nearly empty."""
        document = _decoded(payload)
        other = recognise(document, self.vendors)
        if other is not None and not named.recognises(document):
            msg = (
                f"This is a document of {other.title}, not of {named.title}. Import it with "
                f"--vendor {other.name}, or without --vendor."
            )
            raise PayloadError(msg)

    def _recognised(self, payload: bytes) -> Vendor:
        vendor = recognise(_decoded(payload), self.vendors)
        if vendor is not None:
            return vendor
        known = ", ".join(self.vendors)
        msg = f"No vendor's shape was recognised; name it with --vendor (known: {known})."
        raise PayloadError(msg)


def _decoded(payload: bytes) -> Mapping[str, object]:
    """Return the outermost object; empty where it is something else."""
    try:
        document = json.loads(payload)
    except (ValueError, RecursionError) as error:
        msg = "This is not JSON, or it breaks off; fetch or export it once more."
        raise PayloadError(msg) from error
    return document if isinstance(document, dict) else {}
