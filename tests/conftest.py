"""Fixtures for all tests: cold caches, nobody's own settings, and tests that chance cannot fail."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
import stamina
from hypothesis import HealthCheck, settings

from services import config
from services.sandbox.options import SandboxOptions
from services.sandbox.server import RunningSandbox, running

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
    """Return the vendor's API with a few interviews."""
    with running(SandboxOptions(interviews=8, api_key=KEY, compact=True)) as sandbox:
        yield sandbox


@pytest.fixture
def vendor(api: RunningSandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Point the settings at the vendor; return a function that makes it misbehave.

    The pauses between two tries are left out: nobody waits for a fault that lasts.
    """
    monkeypatch.setenv("SCOREBAND_QODE_URL", api.qode_url)
    monkeypatch.setenv("SCOREBAND_QODE_API_KEY", KEY)
    monkeypatch.setenv("SCOREBAND_QODE_REQUESTS_PER_MINUTE", "60000")
    with (
        httpx.Client(base_url=api.url, trust_env=False) as control,
        stamina.set_testing(True, attempts=2),
    ):
        yield lambda faults: control.post(
            "/_sandbox/faults", json={"faults": faults}
        ).raise_for_status()
        control.delete("/_sandbox/faults").raise_for_status()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Refuse a run with skipped tests where a browser is required: nothing else is ever skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("SCOREBAND_REQUIRE_BROWSER") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
