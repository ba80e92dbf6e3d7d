"""A browser without network for the pages of documents."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from services.models.content import Content
from services.models.export import Paper
from services.reports.html.page import html_document
from tests.browser.complaints import listen
from tests.chromium import ARGUMENTS, path_or_skip

WAIT_MS = 20_000
_WITHOUT_MARGINS = 'Object.defineProperty(CSSPageRule.prototype, "cssRules", {get() {}});'


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Return the one browser of this folder."""
    path = path_or_skip()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """Collect console errors, refusals of the policy, and requests; a test must end with none."""
    heard: list[str] = []
    yield heard
    assert heard == []


@pytest.fixture
def open_document(
    browser: Browser, complaints: list[str], tmp_path: Path
) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a document, without network, and waits until it is drawn.

    Without `knows_margins` it is a browser that cannot read the rules for margins. What else it
    takes by keyword goes to Playwright's `new_context` (`viewport`, `color_scheme`, ...).
    """
    contexts = []

    def opened(content: Content, *, knows_margins: bool = True, **options: object) -> Page:
        file = tmp_path / "document.html"
        file.write_bytes(html_document(content, paper=Paper.A4).encode())
        context = browser.new_context(offline=True, **options)
        context.set_default_timeout(WAIT_MS)
        contexts.append(context)
        page = context.new_page()
        if not knows_margins:
            page.add_init_script(_WITHOUT_MARGINS)
        listen(page, complaints)
        page.goto(file.as_uri())
        page.wait_for_selector("body[data-ready=yes]")
        return page

    yield opened
    for context in contexts:
        context.close()
