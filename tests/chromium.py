"""The Chromium that tests need: found, or told why they are skipped or fail."""

import os

import pytest

from services.reports import chromium

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--font-render-hinting=none",
    "--no-proxy-server",
]
"""For a browser that a test starts itself."""
REQUIRED = bool(os.environ.get("SCOREBAND_REQUIRE_BROWSER"))
NONE = (
    "No Chromium on this machine: install Debian's chromium-headless-shell, or put the path of "
    "another Chromium into CHROMIUM_PATH."
)


def path_or_skip() -> str:
    """Return where a Chromium lies; skip without one, or fail where one is required."""
    found = chromium.find()
    if found is None and REQUIRED:
        pytest.fail(NONE)
    return found or pytest.skip(NONE)
