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
from services.config import Settings
from services.models.browse import InterviewFilter
from services.sandbox.library import describe
from services.vendors.registry import VENDORS

_CONNECTIONS = 8
_UNHURRIED = 6_000_000


def measure(plan: Plan, folder: Path) -> Chapter:
    """Sync into a new database each time; the vendor takes 20 ms over every answer."""
    ids = [one.interview_id for one in describe(compact_options(plan.synced))]
    fetched, synced = [], []
    with sandbox(interviews=plan.synced, faults="latency=20ms") as server:
        for number in range(plan.repeats):
            settings = _settings(folder / f"sync-{number}.db", f"{server.url}/api/v1")
            if not number:
                _fetch(settings, ids)  # makes the sandbox's bodies
            fetched.append(len(ids) / _fetch(settings, ids))
            synced.append(len(ids) / _sync(settings, ids))
    figure = Figure(
        "fetched, checked, read, stored, made searchable",
        "interviews/s",
        Spread.of(synced),
        at_least(250),
        Floor("fetch alone", Spread.of(fetched)),
    )
    title = f"Sync of {len(ids):,} interviews, 20 ms vendor latency, {_CONNECTIONS} connections"
    return Chapter(title, (figure,))


def _settings(database: Path, url: str) -> Settings:
    return settings_for(
        database,
        qode_url=HttpUrl(url),
        qode_api_key=SecretStr(compact_options(1).api_key),
        qode_requests_per_minute=_UNHURRIED,
    )


def _fetch(settings: Settings, ids: Sequence[str]) -> float:
    """Return how long it takes to get every answer and drop it."""
    client = VENDORS["qode"].connect(settings, None)
    try:
        with ThreadPoolExecutor(_CONNECTIONS) as threads:
            return seconds(lambda: [None for _ in threads.map(client.fetch, ids)])
    finally:
        client.close()


def _sync(settings: Settings, ids: Sequence[str]) -> float:
    """Return how long a whole sync takes."""
    services = build_services(settings)
    try:
        services.sync.track("qode", ids)
        took = seconds(lambda: services.sync.run("qode"))
        if services.store.count(InterviewFilter()) != len(ids):
            msg = "Not every interview was stored: run the sync by hand to see why."
            raise SyncError(msg)
        return took
    finally:
        services.close()
