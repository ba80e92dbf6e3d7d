"""A headless Chromium that clicks and takes the time; not every machine has one."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.errors import ClickError

NO_BROWSER = (
    "No Chromium on this machine: install Debian's chromium-headless-shell, or put the path of "
    "another Chromium into CHROMIUM_PATH."
)
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-proxy-server"]
_STOPWATCH = Path(__file__).with_name("stopwatch.js").read_text(encoding="utf-8")
_QUIET_MS = 400
_PATIENCE_MS = 15_000
_CHARTS_DRAWN = """
(count) => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning"
  && document.querySelectorAll(".js-plotly-plot .main-svg").length >= count
  && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
    .every((chart) => chart.querySelector(".js-plotly-plot .main-svg"))
"""


@dataclass(frozen=True, slots=True)
class Click:
    """What a click did, in milliseconds: the text was there, and the last chart was drawn."""

    text_ms: float
    charts_ms: float | None


def chromium_path() -> str | None:
    """Return where a Chromium lies, or None."""
    names = (os.environ.get("CHROMIUM_PATH"), "chromium-headless-shell", "chromium")
    return next((path for name in names if name and (path := shutil.which(name))), None)


@contextmanager
def chromium(path: str) -> Iterator[Browser]:
    """Start a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, url: str) -> Iterator[Page]:
    """Open a page in a fresh profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(_PATIENCE_MS * 2)
    page.goto(url)
    yield page
    context.close()


def first_load_ms(browser: Browser, url: str, *, shows: str, charts: int = 0) -> float:
    """Return how long a fresh profile waits until `shows` is on screen and the charts are drawn."""
    started = perf_counter()
    with opened(browser, url) as page:
        page.wait_for_selector(shows)
        if charts:
            wait_for_charts(page, charts)
        return (perf_counter() - started) * 1000


def wait_for_charts(page: Page, count: int) -> None:
    """Wait until so many charts, and all there are, are drawn."""
    page.wait_for_function(_CHARTS_DRAWN, arg=count)


def click(page: Page, button: str, *, watched: str, charts: bool) -> Click:
    """Click a button and wait until everything is quiet; `charts` says whether any are drawn anew.

    Raises:
        ClickError: nothing changed.
    """
    told = page.evaluate(
        _STOPWATCH,
        {
            "button": button,
            "watched": watched,
            "charts": charts,
            "quietMs": _QUIET_MS,
            "patienceMs": _PATIENCE_MS,
        },
    )
    if told["textMs"] is None or (charts and told["chartsMs"] is None):
        msg = f"Nothing changed in {watched} after a click on {button}."
        raise ClickError(msg)
    return Click(told["textMs"], told["chartsMs"])
