"""How fast interviews come in from a vendor over HTTP, beside fetching them and no more."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pydantic import HttpUrl, SecretStr

from benchmarks.errors import SyncError
from benchmarks.figure import Chapter, Figure, Floor, Spread, at_least
from benchmarks.kept_database import settings_for
from benchmarks.plan import Plan
from benchmarks.server import sandbox
from benchmarks.stopwatch import seconds
from benchmarks.synthetic import compact_options
from services.bootstrap import build_services
from services.config import Settings, VendorSettings
from services.models.browse import InterviewFilter
from services.sandbox.qode.library import describe
from services.vendors.registry import VENDORS
from services.vendors.wiring import Wiring

_CONNECTIONS = 8
_UNHURRIED = 6_000_000


def measure(plan: Plan, folder: Path) -> Chapter:
    """Sync into a new database each time; the vendor takes 20 ms over every answer."""
    ids = [one.interview_id for one in describe(compact_options(plan.synced))]
    fetched, synced = [], []
    with sandbox(interviews=plan.synced, faults="latency=20ms") as server:
        for number in range(plan.repeats):
            settings = settings_for(folder / f"sync-{number}.db")
            qode = _qode(f"{server.url}/qode/api/v1")
            if not number:
                _fetch(qode, ids)  # makes the sandbox's bodies
            fetched.append(len(ids) / _fetch(qode, ids))
            synced.append(len(ids) / _sync(settings, qode, ids))
    figure = Figure(
        "fetched, checked, read, stored, made searchable",
        "interviews/s",
        Spread.of(synced),
        at_least(250),
        Floor("fetch alone", Spread.of(fetched)),
    )
    title = f"Sync of {len(ids):,} interviews, 20 ms vendor latency, {_CONNECTIONS} connections"
    return Chapter(title, (figure,))


def _qode(url: str) -> VendorSettings:
    return VENDORS["qode"].settings(
        url=HttpUrl(url),
        api_key=SecretStr(compact_options(1).api_key),
        requests_per_minute=_UNHURRIED,
    )


def _fetch(qode: VendorSettings, ids: Sequence[str]) -> float:
    """Return how long it takes to get every answer and drop it."""
    client = VENDORS["qode"].connect(qode, Wiring())
    try:
        with ThreadPoolExecutor(_CONNECTIONS) as threads:
            return seconds(lambda: [None for _ in threads.map(client.fetch, ids)])
    finally:
        client.close()


def _sync(settings: Settings, qode: VendorSettings, ids: Sequence[str]) -> float:
    """Return how long a whole sync takes."""
    services = build_services(settings, vendor_settings={"qode": qode})
    try:
        services.sync.track("qode", ids)
        took = seconds(lambda: services.sync.run("qode"))
        if services.store.count(InterviewFilter()) != len(ids):
            msg = "Not every interview was stored: run the sync by hand to see why."
            raise SyncError(msg)
        return took
    finally:
        services.close()
