"""Interviews of every vendor: fetched once from the sandbox over HTTP, and read as a sync does."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from pydantic import HttpUrl, SecretStr

from services.errors import PayloadError
from services.models.document import Document
from services.sandbox.options import SandboxOptions
from services.sandbox.server import running
from services.use_cases.documents import document_of
from services.vendors.registry import VENDORS
from services.vendors.vendor import Vendor
from services.vendors.wiring import Wiring

_THREADS = 8
_UNHURRIED = 6_000_000
Fetch = Callable[[str], bytes]


def documents_of_all(options: SandboxOptions) -> dict[str, tuple[Document, ...]]:
    """Return what each vendor's sandbox begins with, without the answers that nobody can read."""
    with running(options) as sandbox:
        return {
            name: tuple(_documents(vendor, sandbox.root(name), sandbox.ids[name], options))
            for name, vendor in VENDORS.items()
        }


def _documents(
    vendor: Vendor, url: str, ids: Sequence[str], options: SandboxOptions
) -> Iterator[Document]:
    own = vendor.settings
    paces = (name for name in own.model_fields if name.startswith("requests_per_"))
    settings = own(
        url=HttpUrl(url),
        api_key=SecretStr(options.api_key),
        **dict.fromkeys(paces, _UNHURRIED),
    )
    client = vendor.connect(settings, Wiring())
    try:
        with ThreadPoolExecutor(_THREADS) as threads:
            for payload in threads.map(client.fetch, ids):
                yield from _read(vendor, payload, options.today)
    finally:
        client.close()


def _read(vendor: Vendor, payload: bytes, at: datetime) -> Iterator[Document]:
    try:
        yield document_of(vendor, payload, at=at)
    except PayloadError:
        return
