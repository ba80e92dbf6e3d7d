"""The overview in a browser: what it remembers of the last visit, and where its numbers lead."""

import json
import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from services.models.browse import InterviewFilter, PageRequest, Sort
from tests.browser import screen

_KEY = "scoreband-last-visit"
_LONG_AGO = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)


def _kept(page: Page) -> dict[str, str | None]:
    """Return what the browser remembers, once it does."""
    page.wait_for_function("key => localStorage.getItem(key)", arg=_KEY)
    found: dict[str, str | None] = json.loads(page.evaluate("key => localStorage[key]", _KEY))
    return found


def _since(page: Page) -> str:
    screen.settle(page)
    said = page.get_by_text(re.compile(r"new results? since")).text_content() or ""
    return said.partition("since ")[2]


def _look_again(page: Page, *, seen: datetime) -> None:
    """Let the last visit have been at `seen`, and open the page anew."""
    visit = json.dumps({"since": None, "seen": seen.isoformat()})
    page.evaluate("([key, visit]) => localStorage.setItem(key, visit)", [_KEY, visit])
    page.reload()


def test_the_next_visit_counts_from_this_one(open_page, demo):
    """The browser keeps the time and nothing else."""
    page = open_page(f"{demo.url}/overview")
    first = _kept(page)

    _look_again(page, seen=_LONG_AGO)

    expect(page.get_by_text("since Monday, 5 Jan 2026, 09:30 UTC")).to_be_visible()
    assert first["since"] is None
    assert _kept(page)["since"] == _LONG_AGO.isoformat()
    assert page.evaluate(
        "Object.keys(localStorage).filter(key => key.startsWith('scoreband'))"
    ) == [_KEY]


def test_a_page_that_is_loaded_anew_is_the_same_visit(open_page, demo):
    """What was new a minute ago is still new after a reload."""
    page = open_page(f"{demo.url}/overview")
    _kept(page)
    _look_again(page, seen=_LONG_AGO)
    expect(page.get_by_text("since Monday, 5 Jan 2026")).to_be_visible()
    before = _since(page)

    page.reload()

    expect(page.get_by_text("since Monday, 5 Jan 2026")).to_be_visible()
    assert _since(page) == before


def test_what_is_not_ours_in_the_browsers_memory_is_a_first_visit(open_page, demo):
    """Another's value under our name is no error."""
    page = open_page(f"{demo.url}/overview")
    _kept(page)

    page.evaluate("key => localStorage.setItem(key, 'yesterday')", _KEY)
    page.reload()

    week_ago = datetime.now(UTC) - timedelta(days=7)
    expect(
        page.get_by_text(f"since {week_ago:%A}, {week_ago.day} {week_ago:%b %Y}")
    ).to_be_visible()


def test_a_number_opens_its_list(open_page, demo, stored):
    """A plain click stays in the session; the link is a real one."""
    noticed = InterviewFilter(has_notices=True)
    total = stored.browse.page(noticed, sort=Sort(), request=PageRequest()).total
    page = open_page(f"{demo.url}/overview")
    link = page.get_by_role("link", name=re.compile("With notices"))
    expect(link).to_have_attribute("href", "./?notices=with")

    link.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Candidates")
    expect(page).to_have_url(re.compile(r"notices=with"))
    expect(page.get_by_text(re.compile(rf" of {total:,} interviews?\b"))).to_be_visible()


def test_what_a_number_is_can_be_read_beside_it(open_page, demo):
    """The keyboard opens the explanation, with its formula and its limits."""
    page = open_page(f"{demo.url}/overview")
    screen.figure(page, "overview-pass_rate")

    page.locator(".st-key-explain-overview-pass_rate button").press("Enter")

    popover = page.get_by_test_id("stPopoverBody")
    expect(popover.get_by_role("heading", name="Pass rate")).to_be_visible()
    expect(popover.get_by_text("passed / (passed + failed)")).to_be_visible()
