"""Programs that tests need and a machine may lack: without one they skip, or fail if required."""

import os

import pytest

BROWSER = "SCOREBAND_REQUIRE_BROWSER"
OFFICE = "SCOREBAND_REQUIRE_OFFICE"
EVERY = frozenset({BROWSER, OFFICE})
REQUIRED = frozenset(name for name in EVERY if os.environ.get(name))
"""Read before the first test begins: tests run without any of the developer's settings."""


def required_or_skip(found: str | None, *, missing: str, variable: str) -> str:
    """Return where a program lies; without one skip, or fail where `variable` requires it."""
    if found is None and variable in REQUIRED:
        pytest.fail(missing)
    return found or pytest.skip(missing)
