"""Wiring: the only place that knows which vendor meets which cache."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from services.cache.archive import Archive
from services.cache.freshness import Freshness
from services.cache.store import Store, open_store
from services.config import Settings, VendorSettings
from services.models.interview import Interview
from services.use_cases.browse import Browse
from services.use_cases.compare import Compare
from services.use_cases.discovery import Discovery
from services.use_cases.importing import Imports
from services.use_cases.interviews import Interviews
from services.use_cases.language import Language
from services.use_cases.made_once import MadeOnce
from services.use_cases.operations import Operations
from services.use_cases.pace import SharedTurns
from services.use_cases.payload_files import MEGABYTE, PayloadFiles
from services.use_cases.people import People
from services.use_cases.recordings import Recordings
from services.use_cases.reviews import Reviews
from services.use_cases.scheduling import Schedules
from services.use_cases.sources import Sources
from services.use_cases.speech import Speech
from services.use_cases.sync import Sync
from services.use_cases.webhooks import Webhooks
from services.vendors._asked import Asked
from services.vendors.registry import VENDORS, read_as
from services.vendors.vendor import Recorder, Vendor, VendorClient
from services.vendors.wiring import Turns, Wiring

if TYPE_CHECKING:
    from services.use_cases.analyses import Analyses
    from services.use_cases.deliveries import Deliveries


@dataclass(frozen=True)
class Services:
    """All use cases, ready to be asked."""

    settings: Settings
    store: Store
    browse: Browse
    interviews: Interviews
    compare: Compare
    language: Language
    operations: Operations
    people: People
    imports: Imports
    recordings: Recordings
    reviews: Reviews
    sync: Sync
    discovery: Discovery
    schedules: Schedules
    speech: Speech
    webhooks: Webhooks
    sources: Sources
    clock: Callable[[], datetime]

    @MadeOnce
    def analyses(self) -> "Analyses":
        """What computes statistics."""
        # The libraries take seconds to import, and most commands compute nothing.
        from services.use_cases.analyses import analyses  # noqa: PLC0415  (see above)

        return analyses(
            self.store,
            operations=self.operations,
            sources=self.sources,
            vendors=self.sources.vendors,
            level=self.settings.interval_level,
            clock=self.clock,
        )

    @MadeOnce
    def deliveries(self) -> "Deliveries":
        """What makes files."""
        # Slides and workbooks take half a second to import, and most commands make none.
        from services.use_cases.answers import Answers  # noqa: PLC0415  (see above)
        from services.use_cases.deliveries import deliveries  # noqa: PLC0415  (see above)

        answers = Answers(
            store=self.store,
            browse=self.browse,
            interviews=self.interviews,
            reviews=self.reviews,
            compare=self.compare,
            language=self.language,
            operations=self.operations,
            analyses=lambda: self.analyses,
            clock=self.clock,
            cut=self.settings.cut_score,
            level=self.settings.interval_level,
        )
        return deliveries(answers, self.settings)

    def close(self) -> None:
        """Let go of the database and of connections."""
        # What was never asked for is not made to be closed.
        if "deliveries" in vars(self):
            self.deliveries.close()
        self.recordings.close()
        self.store.close()


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def build_services(
    settings: Settings,
    *,
    vendors: Mapping[str, Vendor] = VENDORS,
    vendor_settings: Mapping[str, VendorSettings] | None = None,
    transport: httpx.BaseTransport | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> Services:
    """Build the use cases from `settings`; tests pass a fake `transport` or `clock`.

    A vendor without settings in `vendor_settings` reads its own, as any program does.

    Raises:
        ConfigurationError: a vendor's setting is wrong.
        DatabaseError: the database cannot be opened or migrated.
    """
    own = {name: vendor.settings() for name, vendor in vendors.items()} | dict(
        vendor_settings or {}
    )
    store = _open(settings, vendors, clock)
    lines = _Lines(settings, vendors, own, _turns(store, own), transport)
    recordings = Recordings(Archive(_recordings_folder(settings)), lines.recorders())

    def after(_vendor: Vendor, interview: Interview) -> None:
        recordings.archive_or_fail(interview)

    files = PayloadFiles(limit_bytes=lines.limit_bytes)
    interviews = Interviews(store, vendors, clock)
    sync = Sync(store, vendors, lines.connect, lines.has_key, clock, after)
    return Services(
        settings=settings,
        store=store,
        browse=Browse(store, vendors),
        interviews=interviews,
        compare=Compare(store, interviews, settings.interval_level),
        language=Language(store),
        operations=Operations(store, {name: each.title for name, each in vendors.items()}),
        people=People(store, clock),
        imports=Imports(store, vendors, files, clock),
        recordings=recordings,
        reviews=Reviews(store, interviews, clock),
        sync=sync,
        discovery=Discovery(store, vendors, lines.connect, lines.has_key),
        schedules=Schedules(store, vendors, lines.connect, clock),
        speech=Speech(store, vendors, lines.connect),
        webhooks=Webhooks(store, vendors, lines.settings_of, sync, clock),
        sources=Sources(store, vendors, lines.connect, lines.has_key),
        clock=clock,
    )


@dataclass(frozen=True)
class _Lines:
    """The lines to the vendors."""

    settings: Settings
    vendors: Mapping[str, Vendor]
    own: Mapping[str, VendorSettings]
    turns: Mapping[str, Turns]
    transport: httpx.BaseTransport | None
    asked: Asked = field(default_factory=Asked)

    @property
    def limit_bytes(self) -> int:
        return int(self.settings.answer_limit_megabytes * MEGABYTE)

    def connect(self, vendor: Vendor) -> VendorClient:
        return vendor.connect(self.own[vendor.name], self._wiring(vendor))

    def has_key(self, vendor: Vendor) -> bool:
        return self.own[vendor.name].has_key

    def settings_of(self, vendor: Vendor) -> VendorSettings:
        return self.own[vendor.name]

    def recorders(self) -> Mapping[str, Recorder]:
        """Return what keeps recordings, for the vendors that have archiving switched on."""
        made = {
            name: vendor.recorder(self.own[name], self._wiring(vendor))
            for name, vendor in self.vendors.items()
            if vendor.recorder
        }
        return {name: recorder for name, recorder in made.items() if recorder}

    def _wiring(self, vendor: Vendor) -> Wiring:
        return Wiring(
            timeout_s=self.settings.timeout_seconds,
            answer_limit=self.limit_bytes,
            transport=self.transport,
            turns=self.turns.get(vendor.name),
            asked=self.asked,
        )


def _turns(store: Store, own: Mapping[str, VendorSettings]) -> Mapping[str, Turns]:
    """Return the turns that all workers on one database share; a copy to read asks nobody."""
    if store.is_read_only:
        return {}
    return {name: SharedTurns(store, name, each.requests_per_minute) for name, each in own.items()}


def _recordings_folder(settings: Settings) -> Path:
    """Return the folder beside the database file."""
    path = Path(settings.database_url.removeprefix("sqlite:///"))
    return path.with_name(f"{path.stem}-recordings")


def _open(
    settings: Settings, vendors: Mapping[str, Vendor], clock: Callable[[], datetime]
) -> Store:
    freshness = Freshness(
        fresh_for=timedelta(minutes=settings.fresh_for_minutes),
        stale_after=timedelta(hours=settings.stale_after_hours),
    )
    store = open_store(settings.database_url, clock=clock, freshness=freshness)
    if not store.is_read_only:
        _catch_up(store, vendors)
    return store


def _catch_up(store: Store, vendors: Mapping[str, Vendor]) -> None:
    """Do what a crash or an update of the program left to do; nothing on most days."""

    def parse(vendor: str, payload: bytes) -> Interview:
        return read_as(vendor, payload, vendors)

    store.rebuild(parse)
    store.index_pending(parse)
