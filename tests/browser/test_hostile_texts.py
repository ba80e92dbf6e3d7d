"""Texts that are markup, scripts, formulas or direction marks are shown and do nothing."""

import pytest
from playwright.sync_api import expect

from services.models.browse import InterviewFilter, PageRequest, Sort
from tests.browser import screen

INJECTED = (
    "img[src='x']",
    "script:text('sandboxWasHere')",
    "a[href^='javascript']",
    "a[href*='leak']",
    "img[src*='example.com']",
    ".katex",
    "h1 b, h1 strong, tbody b, tbody strong",
)


@pytest.fixture
def hostile(stored):
    """Return an interview whose every text the sandbox has poisoned."""
    for row in stored.browse.page(
        InterviewFilter(), sort=Sort(), request=PageRequest(limit=100)
    ).rows:
        if b"window.sandboxWasHere" in stored.interviews.raw(row.id):
            found = stored.interviews.read(row.id)
            if found.interview.panels and found.interview.transcript:
                return found
    pytest.fail("The sandbox has poisoned no interview.")


@pytest.fixture
def watched(open_page):
    """Return a function that opens a page and writes down every dialog that it raises."""
    dialogs = []

    def opened(url):
        page = open_page(url)
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        return page

    yield opened
    assert dialogs == []


def _assert_inert(page) -> None:
    assert page.evaluate("window.sandboxWasHere") is None
    for selector in INJECTED:
        assert page.locator(selector).count() == 0, selector


def test_a_report_shows_hostile_texts_as_they_were_written(watched, demo, hostile):
    """Name, questions, agents, transcript and summary: words on the screen, nothing more."""
    page = watched(f"{demo.url}/interview?interview={hostile.id}")
    screen.figure(page, "score-forest")
    screen.settle(page)

    for fold in page.locator("details summary").all():
        fold.click()
    screen.settle(page)

    line = next(one for one in hostile.interview.transcript if "<script>" in one.text)
    words = screen.lines(page).nth(line.index).locator(".words")
    expect(words).to_contain_text("<script>window.sandboxWasHere = true</script>")
    _assert_inert(page)


def test_a_list_of_hostile_texts_is_inert(watched, demo, hostile):
    """The row is found and shown; its link still holds opaque ids only."""
    role = hostile.interview.role.replace("\0", "")[-12:]
    page = watched(f"{demo.url}/?q={role}")

    row = page.locator(f"tr[data-id={hostile.id}]")

    expect(row).to_be_visible()
    assert "javascript" not in row.get_by_role("link").get_attribute("href")
    _assert_inert(page)


def test_hits_of_a_search_for_markup_are_inert(watched, demo):
    """The words are marked by elements of ours; the text around them is text."""
    page = watched(f"{demo.url}/search?words=sandboxWasHere")

    hits = page.locator(".st-key-passages article")

    expect(hits.first).to_be_visible()
    expect(page.locator(".st-key-passages mark").first).to_have_text("sandboxWasHere")
    _assert_inert(page)
