"""Use case: take in payloads from files, whichever vendor wrote them."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from services.cache.store import Store
from services.errors import InputError, PayloadError
from services.models.document import Document
from services.models.interview import Interview
from services.use_cases.payload_files import Found, PayloadFiles
from services.use_cases.progress import Failure, Listener, Progress, nobody
from services.vendors.vendor import Vendor

_BATCH = 250


@dataclass(frozen=True)
class ImportReport:
    """What came of an import; `failures` name each item that was left out, and why."""

    stored: Sequence[str]
    unchanged: Sequence[str]
    failures: Sequence[Failure]


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
        if vendor is not None and vendor not in self.vendors:
            msg = f"No vendor is called “{vendor}”. Known: {', '.join(self.vendors)}."
            raise InputError(msg)
        intake = _Intake(self.vendors, vendor, self.clock)
        stored: list[str] = []
        unchanged: list[str] = []
        for batch in _batches(intake.documents(found)):
            report = self.store.write(batch)
            stored += report.stored
            unchanged += report.unchanged
            listener(Progress(len(stored) + len(unchanged), None, "stored"))
        return ImportReport(stored, unchanged, intake.failures)


@dataclass
class _Intake:
    """Turns found bytes into documents; remembers what failed and which vendor wrote the last."""

    vendors: Mapping[str, Vendor]
    named: str | None
    clock: Callable[[], datetime]
    failures: list[Failure] = field(default_factory=list)
    _last: Vendor | None = None

    def documents(self, found: Iterable[Found]) -> Iterator[Document]:
        for item in found:
            if item.problem:
                self.failures.append(Failure(item.where, item.problem))
                continue
            try:
                interview = self._interview(item.payload)
            except PayloadError as error:
                self.failures.append(Failure(item.where, str(error)))
                continue
            yield Document(item.payload, interview, self.clock())

    def _interview(self, payload: bytes) -> Interview:
        if self.named:
            return self.vendors[self.named].parse(payload)
        if self._last is not None:
            try:
                return self._last.parse(payload)
            except PayloadError:
                # Perhaps another vendor's: look again, and tell what the right one says.
                self._last = None
        self._last = self._recognised(payload)
        return self._last.parse(payload)

    def _recognised(self, payload: bytes) -> Vendor:
        try:
            document = json.loads(payload)
        except (ValueError, RecursionError) as error:
            msg = "This is not JSON, or it breaks off; fetch or export it once more."
            raise PayloadError(msg) from error
        if isinstance(document, dict):
            for vendor in self.vendors.values():
                if vendor.recognises(document):
                    return vendor
        known = ", ".join(self.vendors)
        msg = f"No vendor's shape was recognised; name it with --vendor (known: {known})."
        raise PayloadError(msg)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
