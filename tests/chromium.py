"""The Chromium that tests need: found, or told why they are skipped or fail."""

from services.reports import chromium
from tests.required import BROWSER, required_or_skip

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--font-render-hinting=none",
    "--no-proxy-server",
]
"""For a browser that a test starts itself."""
NONE = (
    "No Chromium on this machine: install Debian's chromium-headless-shell, or put the path of "
    "another Chromium into CHROMIUM_PATH."
)


def path_or_skip() -> str:
    """Return where a Chromium lies; skip without one, or fail where one is required."""
    return required_or_skip(chromium.find(), missing=NONE, variable=BROWSER)
