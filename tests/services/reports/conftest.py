"""Fixtures for documents: the warm browser that they are printed with, and ones to break."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from services.reports.browser import WarmBrowser
from tests.chromium import path_or_skip
from tests.services.reports.processes import gone


@pytest.fixture(scope="session")
def warm() -> Iterator[WarmBrowser]:
    """Return a warm browser for tests that leave it as they found it."""
    browser = WarmBrowser(path_or_skip())
    yield browser
    browser.close()


@pytest.fixture
def profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which browsers of this test keep their profiles."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def own(profiles: Path) -> Iterator[Callable[..., WarmBrowser]]:
    """Return a function that makes a browser of this test's own; all are closed in the end."""
    made: list[WarmBrowser] = []

    def browser(path: str | None = None, *, timeout_s: float = 60) -> WarmBrowser:
        made.append(WarmBrowser(path or path_or_skip(), timeout_s=timeout_s))
        return made[-1]

    yield browser
    for each in made:
        each.close()
    assert gone(profiles)
