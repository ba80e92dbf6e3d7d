"""Compare in a browser: from two ticks to two columns, by mouse and by keyboard."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import screen


def _tick(page: Page, interview_id: str) -> Locator:
    return page.locator(f"tr[data-id={interview_id}]").get_by_role("checkbox")


def _compare(page: Page) -> Locator:
    return page.get_by_role("button", name="Compare", exact=True)


def _columns(page: Page) -> Locator:
    return page.locator("[class*='st-key-compared-']")


def _tab_to(page: Page, wanted: Locator, *, key: str = "Tab") -> None:
    for _ in range(120):
        if wanted.evaluate("(element) => element.matches(':focus')"):
            break
        page.keyboard.press(key)
    expect(wanted).to_be_focused()


@pytest.fixture
def everybody(open_page, demo, pair):
    """Return the first page of the reported interviews of the pair's role and vendor."""
    one = pair[0]
    query = f"role={one.role}&vendor={one.vendor}&status=Reported&version={one.assessment_version}"
    page = open_page(f"{demo.url}/?{query}")
    expect(_tick(page, one.id)).to_be_visible()
    return page


def test_two_ticks_lead_to_two_columns_and_a_verdict(everybody, pair):
    """The ids are in the URL; each pair of scores has a word on what the bands allow."""
    for one in pair:
        _tick(everybody, one.id).check()
    expect(everybody.get_by_text("To compare (2)")).to_be_visible()

    _compare(everybody).click()

    expect(_columns(everybody)).to_have_count(2)
    expect(everybody).to_have_url(re.compile(rf"ids={pair[0].id}.*{pair[1].id}"))
    verdict = everybody.locator(".st-key-pair-by-pair tbody tr").first
    expect(verdict).to_contain_text(re.compile("clear|leaning|cannot separate"))
    screen.figure(everybody, "comparison")


def test_a_link_shows_the_same_comparison_in_a_fresh_browser(open_page, demo, pair):
    """No shortlist of that browser is needed, and nothing of it is changed."""
    page = open_page(f"{demo.url}/compare?ids={pair[0].id},{pair[1].id}")

    names = _columns(page).locator("strong")

    expect(_columns(page)).to_have_count(2)
    expect(names.first).to_have_text(pair[0].candidate_name)
    drawn = screen.marks(page, "comparison")
    assert drawn["bands"] <= drawn["scores"]
    assert drawn["scores"] > 2


def test_the_keyboard_ticks_and_compares(everybody, pair):
    """Tab reaches a box, a space ticks it and stays on it; the button takes an Enter."""
    first, second = (_tick(everybody, one.id) for one in pair)
    everybody.get_by_label("Search").focus()

    _tab_to(everybody, first)
    everybody.keyboard.press("Space")
    expect(everybody.get_by_text("To compare (1)")).to_be_visible()
    expect(first).to_be_focused()
    above = first.bounding_box()["y"] > second.bounding_box()["y"]
    _tab_to(everybody, second, key="Shift+Tab" if above else "Tab")
    everybody.keyboard.press("Space")
    expect(everybody.get_by_text("To compare (2)")).to_be_visible()
    _tab_to(everybody, _compare(everybody), key="Shift+Tab")
    everybody.keyboard.press("Enter")

    expect(_columns(everybody)).to_have_count(2)


def test_a_tick_is_no_click_on_the_row(everybody, pair):
    """Whoever chooses stays in the list."""
    _tick(everybody, pair[0].id).check()
    screen.settle(everybody)

    expect(everybody.get_by_role("heading", level=1)).to_have_text("Candidates")
    expect(_tick(everybody, pair[0].id)).to_be_checked()


def test_two_vendors_are_shown_with_a_warning(open_page, demo, pair, of_vendor):
    """Side by side, and no verdict on any score."""
    other = of_vendor("instaview")
    page = open_page(f"{demo.url}/compare?ids={pair[0].id},{other.id}")

    expect(page.get_by_text("different vendors")).to_be_visible()

    verdicts = page.locator(".st-key-pair-by-pair tbody tr")
    expect(verdicts.first).to_contain_text("not comparable")
    expect(page.locator(".st-key-pair-by-pair")).not_to_contain_text("cannot separate")
