"""Fixtures for all tests: cold caches, nobody's own settings, and tests that chance cannot fail."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from services import config

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


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Refuse a run with skipped tests where a browser is required: nothing else is ever skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("SCOREBAND_REQUIRE_BROWSER") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
