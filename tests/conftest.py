"""Fixtures for all tests: cold caches, nobody's own settings, and tests that chance cannot fail."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
import stamina
from hypothesis import HealthCheck, settings

from scoreband import heap
from services import config
from services.sandbox.options import SandboxOptions
from services.sandbox.server import RunningSandbox, running
from tests.required import EVERY, REQUIRED

KEY = "tk_nobodys-key-5f2e91"
"""The key that the sandbox wants; no output may ever hold it."""

# No deadline and no look at the clock: a slow machine is not a failing test.
settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("machine", settings.get_profile("local"), derandomize=True, database=None)
settings.load_profile("machine" if os.environ.get("CI") else "local")


@pytest.fixture(autouse=True)
def _cold_caches():
    """Start every test with empty Streamlit caches; they outlive a test in one process."""
    if streamlit := sys.modules.get("streamlit"):
        streamlit.cache_data.clear()
        streamlit.cache_resource.clear()


@pytest.fixture(autouse=True)
def _nobodys_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Keep the tests away from the developer's keys and from the developer's database."""
    for name in [name for name in os.environ if name.startswith("SCOREBAND_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SCOREBAND_DATABASE_URL", f"sqlite:///{tmp_path / 'scoreband.db'}")
    monkeypatch.setitem(config.Settings.model_config, "env_file", None)
    monkeypatch.setattr(config, "SECRETS_FILE", tmp_path / "secrets.toml")


@pytest.fixture(scope="session")
def api() -> Iterator[RunningSandbox]:
    """Return the APIs of all vendors, each with a few interviews."""
    with running(SandboxOptions(interviews=8, api_key=KEY, compact=True)) as sandbox:
        yield sandbox


@pytest.fixture
def vendor(api: RunningSandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Point all vendors' settings at the sandbox; return a function that makes it misbehave.

    It takes the faults and, where only one vendor has them, that vendor's name. The pauses between
    two tries are left out: nobody waits for a fault that lasts.
    """
    for name in api.ids:
        monkeypatch.setenv(f"SCOREBAND_{name.upper()}_URL", api.root(name))
        monkeypatch.setenv(f"SCOREBAND_{name.upper()}_API_KEY", KEY)
        monkeypatch.setenv(f"SCOREBAND_{name.upper()}_REQUESTS_PER_MINUTE", "60000")
    monkeypatch.setenv("SCOREBAND_INSTAVIEW_REQUESTS_PER_HOUR", "60000")
    with (
        httpx.Client(base_url=api.url, trust_env=False) as control,
        stamina.set_testing(True, attempts=2),
    ):

        def misbehave(faults: str, *, name: str | None = None) -> None:
            told = {"faults": faults, "vendor": name}
            control.post("/_sandbox/faults", json=told).raise_for_status()

        yield misbehave
        control.delete("/_sandbox/faults").raise_for_status()


def pytest_xdist_auto_num_workers() -> int:
    """Run one more than there are processors: tests of pages often wait for their browser."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Take what tests imported out of the collector's sight, as the program does when it starts."""
    heap.settle()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Refuse a run with skipped tests where all programs are required: nothing else is skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if REQUIRED == EVERY and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
