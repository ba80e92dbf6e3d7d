"""Wiring: the only place that knows which vendor meets which cache."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx

from services.cache.freshness import Freshness
from services.cache.store import Store, open_store
from services.config import Settings, VendorSettings
from services.models.interview import Interview
from services.use_cases.browse import Browse
from services.use_cases.importing import Imports
from services.use_cases.interviews import Interviews
from services.use_cases.payload_files import MEGABYTE, PayloadFiles
from services.use_cases.sources import Sources
from services.use_cases.sync import Sync
from services.vendors.registry import VENDORS
from services.vendors.vendor import Vendor, VendorClient
from services.vendors.wiring import Wiring


@dataclass(frozen=True)
class Services:
    """All use cases, ready to be asked."""

    settings: Settings
    store: Store
    browse: Browse
    interviews: Interviews
    imports: Imports
    sync: Sync
    sources: Sources

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def build_services(
    settings: Settings,
    *,
    vendor_settings: Mapping[str, VendorSettings] | None = None,
    transport: httpx.BaseTransport | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> Services:
    """Build the use cases from `settings`; tests pass a fake `transport` or `clock`.

    A vendor without settings in `vendor_settings` reads its own, as any program does.

    Raises:
        DatabaseError: the database cannot be opened or migrated.
    """
    freshness = Freshness(
        fresh_for=timedelta(minutes=settings.fresh_for_minutes),
        stale_after=timedelta(hours=settings.stale_after_hours),
    )
    store = open_store(settings.database_url, clock=clock, freshness=freshness)
    if not store.is_read_only:
        _catch_up(store)

    own = {name: vendor.settings() for name, vendor in VENDORS.items()} | dict(
        vendor_settings or {}
    )
    limit_bytes = int(settings.answer_limit_megabytes * MEGABYTE)
    wiring = Wiring(settings.timeout_seconds, limit_bytes, transport)

    def connect(vendor: Vendor) -> VendorClient:
        return vendor.connect(own[vendor.name], wiring)

    def has_key(vendor: Vendor) -> bool:
        return own[vendor.name].has_key

    files = PayloadFiles(limit_bytes=limit_bytes)
    return Services(
        settings=settings,
        store=store,
        browse=Browse(store, VENDORS),
        interviews=Interviews(store, VENDORS, clock),
        imports=Imports(store, VENDORS, files, clock),
        sync=Sync(store, VENDORS, connect, has_key, clock),
        sources=Sources(store, VENDORS, connect, has_key),
    )


def _catch_up(store: Store) -> None:
    """Do what a crash or an update of the program left to do; nothing on most days."""

    def parse(vendor: str, payload: bytes) -> Interview:
        return VENDORS[vendor].parse(payload)

    store.rebuild(parse)
    store.index_pending(parse)
