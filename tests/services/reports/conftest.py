"""Fixtures for documents: the warm browser that they are printed with."""

from collections.abc import Iterator

import pytest

from services.reports.browser import WarmBrowser
from tests.chromium import path_or_skip


@pytest.fixture(scope="session")
def warm() -> Iterator[WarmBrowser]:
    """Return a warm browser for tests that leave it as they found it."""
    browser = WarmBrowser(path_or_skip())
    yield browser
    browser.close()
