"""The funnel in a browser: every bar is a way to the people behind it."""

import re

from playwright.sync_api import Page, expect

from services.models.browse import InterviewFilter, PageRequest, Sort
from services.models.funnel import Split
from tests.browser import screen


def _expect_list(page: Page, count: int) -> None:
    """Wait until the list holds so many, and shows as many rows as one page has room for."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Candidates")
    expect(page.get_by_text(re.compile(rf" of {count:,} interviews?\b"))).to_be_visible()
    expect(screen.table_rows(page)).to_have_count(min(count, 25))


def test_a_click_on_a_bar_opens_the_list_of_as_many(open_page, demo, stored):
    """The no-shows, as the figure counts them."""
    whole = stored.operations.funnel(InterviewFilter()).whole
    drawn = [*whole.stages, *(bar for bar in whole.ends if bar.count)]
    number = next(at for at, bar in enumerate(drawn) if bar.key == "end_no_show")
    page = open_page(f"{demo.url}/funnel")

    page.mouse.click(*screen.area(page, "funnel", trace="rows", number=number))

    _expect_list(page, drawn[number].count)


def test_a_click_on_a_part_opens_its_list(open_page, demo, stored):
    """The bar of one vendor, from the funnel that is split up by vendor."""
    part = stored.operations.funnel(InterviewFilter(), by=Split.VENDOR).groups[0]
    page = open_page(f"{demo.url}/funnel?by=vendor")

    page.mouse.click(*screen.area(page, "funnel-groups", trace="Reported", number=0))

    _expect_list(page, part.stages[3].count)
    expect(page).to_have_url(re.compile("vendor="))


def test_the_keyboard_opens_a_bars_list(open_page, demo, stored):
    """The same ways as buttons, behind one fold."""
    bar = stored.operations.funnel(InterviewFilter()).whole.stages[1]
    page = open_page(f"{demo.url}/funnel")
    screen.figure(page, "funnel")

    fold = page.locator("summary", has_text="own words")
    fold.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name=f"{bar.label}: {bar.count:,}", exact=True).press("Enter")

    _expect_list(page, bar.count)


def test_another_split_is_in_the_url(open_page, demo, stored):
    """A link shows the same split in a fresh browser."""
    months = stored.operations.funnel(InterviewFilter(), by=Split.MONTH).groups
    page = open_page(f"{demo.url}/funnel")
    screen.figure(page, "funnel-groups")

    page.get_by_role("radio", name="Month").or_(page.get_by_role("button", name="Month")).click()

    expect(page).to_have_url(re.compile("by=month"))
    table = page.locator(".st-key-funnel-groups-tools")
    table.get_by_role("button", name="Data table").click()
    expect(table.get_by_role("table").locator("tbody tr")).to_have_count(len(months))


def test_nobody_is_lost_between_the_bars(open_page, demo, stored):
    """What the page counts is what the list holds."""
    total = stored.browse.page(InterviewFilter(), sort=Sort(), request=PageRequest()).total
    page = open_page(f"{demo.url}/funnel")

    words = page.get_by_text(f"All interviews · {total} interviews")

    expect(words).to_be_visible()
