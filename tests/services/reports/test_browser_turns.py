"""The warm browser's jobs: called off in the middle, and beside one that hangs."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from services.errors import ExportCancelledError
from services.models.export import Paper
from tests.services.reports.processes import browsers, gone

pytestmark = pytest.mark.browser

FIGURE = {"data": [{"x": [1, 2], "y": [1, 2]}], "layout": {"height": 120}}
READY = "<!doctype html><p>fine<script>document.body.dataset.ready = 'yes'</script>"
NEVER = "<!doctype html><p>never ready"
WANTED_FOR_S = 0.7
"""Long enough for a page to be written into a warm browser."""


def unless(unwanted, asked):
    """Return what a browser asks while it works; `asked` is set when it did so first."""

    def still_wanted():
        asked.set()
        if unwanted.is_set():
            msg = "The export was called off."
            raise ExportCancelledError(msg)

    return still_wanted


@pytest.mark.parametrize("page", [NEVER, "<!doctype html><body><script>while (true) {}</script>"])
def test_a_job_that_is_called_off_ends_at_once(own, profiles, page):
    """However busy its page is, nothing of it is left, and the next job works."""
    browser, unwanted = own(), threading.Event()
    browser.version()
    threading.Timer(WANTED_FOR_S, unwanted.set).start()

    with pytest.raises(ExportCancelledError):
        browser.pdf(page, paper=Paper.A4, still_wanted=unless(unwanted, threading.Event()))

    assert gone(profiles)
    assert list(profiles.iterdir()) == []
    assert browser.pdf(READY, paper=Paper.A4).startswith(b"%PDF")


def test_a_job_that_hangs_holds_nobody_up(own, profiles):
    """Another has a Chromium of its own; a third can be called off while it waits for its turn."""
    browser, unwanted = own(), threading.Event()

    with ThreadPoolExecutor(2) as readers:
        hanging = []
        for _ in range(2):
            pdf = browser.pdf(READY, paper=Paper.A4)
            is_asked = threading.Event()
            wanted = unless(unwanted, is_asked)
            hanging.append(readers.submit(browser.pdf, NEVER, paper=Paper.A4, still_wanted=wanted))
            assert is_asked.wait(30)
        with pytest.raises(ExportCancelledError):
            browser.pictures([FIGURE], width=200, still_wanted=unless(is_asked, threading.Event()))
        running = [each.running() for each in hanging]
        unwanted.set()

    assert pdf.startswith(b"%PDF")
    assert running == [True, True]
    assert [type(each.exception()) for each in hanging] == [ExportCancelledError] * 2
    assert browsers(profiles) == set()
