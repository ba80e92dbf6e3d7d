"""Fixtures for tests in a real browser: one Chromium, a fresh profile a test, a running demo."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from services.bootstrap import Services, build_services
from services.config import Settings
from services.models.browse import InterviewFilter, InterviewRow, PageRequest, Sort
from services.models.document import StoredInterview
from services.models.interview import AssetKind, Status
from tests.browser.complaints import listen
from tests.chromium import ARGUMENTS, path_or_skip

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
USUAL_READER = {
    "locale": "en-GB",
    "timezone_id": "UTC",
    "viewport": {"width": 1280, "height": 900},
}
STARTS_WITHIN_S = 300
WAIT_MS = 60_000
"""The longest wait for a state of a page: a slow machine is not a failing test."""
expect.set_options(timeout=WAIT_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m "not browser"` leaves them out."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def chromium_path() -> str:
    """Return where a Chromium lies; skip without one, or fail where one is required."""
    return path_or_skip()


# Per package, not per session: while Playwright runs, no other test could start an event loop.
@pytest.fixture(scope="package")
def browser(chromium_path: str) -> Iterator[Browser]:
    """Return the one browser of this run."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """Collect console errors and failed requests of all pages; a test must end with none.

    A test that provokes them on purpose looks at them and then clears the list.
    """
    heard: list[str] = []
    yield heard
    assert heard == []


@pytest.fixture
def open_page(browser: Browser, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a URL in a browser profile of its own.

    What it takes by keyword goes to Playwright's `new_context` (`color_scheme`, `viewport`, ...).
    """
    contexts = []

    def opened(url: str, **options: object) -> Page:
        context = browser.new_context(**(USUAL_READER | options))
        context.set_default_timeout(WAIT_MS)
        contexts.append(context)
        page = context.new_page()
        listen(page, complaints)
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()


@dataclass(frozen=True)
class Demo:
    """A running demo: where a browser finds it, and the database that it shows."""

    url: str
    database_url: str


@pytest.fixture(scope="package")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Return a demo that runs as its own process; a few of its interviews are hostile."""
    folder = tmp_path_factory.mktemp("demo")
    port, database_url = _free_port(), f"sqlite:///{folder / 'scoreband.db'}"
    command = [str(Path(sys.executable).with_name("scoreband")), "demo", "--no-open"]
    command += ["--port", str(port), "--interviews", "40", "--faults", "hostile=0.1"]
    command += ["--database", database_url]
    environment = {name: v for name, v in os.environ.items() if not name.startswith("SCOREBAND_")}
    log = folder / "demo.log"
    with log.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603  (our own command)
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out
        )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_until_healthy(url, process, log)
            yield Demo(url, database_url)
        finally:
            _end(process)


@pytest.fixture
def demo_url(demo: Demo) -> str:
    """Return the address of the demo."""
    return demo.url


@pytest.fixture(scope="package")
def stored(demo: Demo) -> Iterator[Services]:
    """Return the services on the demo's database: what the screen must show."""
    services = build_services(Settings(database_url=demo.database_url))
    yield services
    services.close()


@pytest.fixture(scope="package")
def complete(stored: Services) -> StoredInterview:
    """Return an interview that has data for each of the four figures, and a recording."""
    for row in stored.browse.page(
        InterviewFilter(), sort=Sort(), request=PageRequest(limit=100)
    ).rows:
        found = stored.interviews.read(row.id)
        one = found.interview
        has_video = any(asset.kind is AssetKind.VIDEO for asset in one.assets)
        if one.language and one.panels and len(one.signals) > 2 and has_video and not one.notices:
            return found
    pytest.fail("The demo has no interview with everything in it.")


@pytest.fixture(scope="package")
def of_vendor(stored: Services) -> Callable[[str], InterviewRow]:
    """Return a function that finds a vendor's newest reported interview."""

    def newest(vendor: str) -> InterviewRow:
        chosen = InterviewFilter(vendors=(vendor,), statuses=(Status.REPORTED, Status.COMPLETED))
        found = stored.browse.page(chosen, sort=Sort(), request=PageRequest(limit=1)).rows
        return found[0] if found else pytest.fail(f"The demo has no interview of {vendor}.")

    return newest


@pytest.fixture(scope="package")
def pair(stored: Services) -> tuple[InterviewRow, InterviewRow]:
    """Return two interviews with bands that were made with one instrument for one role."""
    chosen = InterviewFilter(vendors=("qode",), statuses=(Status.REPORTED,))
    rows = stored.browse.page(chosen, sort=Sort(), request=PageRequest(limit=100)).rows
    alike: dict[tuple[str | None, str | None], InterviewRow] = {}
    for row in rows:
        instrument = (row.role, row.assessment_version)
        if row.overall.has_band and row.role and row.role.isascii() and instrument in alike:
            return alike[instrument], row
        if row.overall.has_band:
            alike[instrument] = row
    pytest.fail("The demo has no two interviews of one instrument.")


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """Return the folder for pictures to look at; git ignores it."""
    folder = ROOT / "screenshots"
    folder.mkdir(exist_ok=True)
    return folder


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    with httpx.Client(trust_env=False) as client:
        while process.poll() is None and time.monotonic() < until:
            try:
                if client.get(f"{url}/healthz").is_success:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.1)
    pytest.fail(f"The demo did not start:\n{log.read_text(errors='replace')[-4000:]}")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
