"""The start page in a browser: the table, its search, its order, and the ways into an interview."""

import re

from playwright.sync_api import expect

from services.models.browse import InterviewFilter, PageRequest, Sort, SortColumn
from tests.browser import screen


def _listed(stored, *, sort: Sort | None = None, **chosen) -> list[str]:
    page = stored.browse.page(
        InterviewFilter(**chosen), sort=sort or Sort(), request=PageRequest(limit=25)
    )
    return [row.id for row in page.rows]


def test_the_demo_shows_its_interviews_and_says_that_they_are_synthetic(open_page, demo, stored):
    """The first page of the newest interviews, as they lie in the database."""
    page = open_page(demo.url)

    screen.expect_rows(page, _listed(stored))

    expect(page.get_by_text("Synthetic data.")).to_be_visible()
    total = stored.browse.page(InterviewFilter(), sort=Sort(), request=PageRequest()).total
    expect(page.get_by_text(f"1–25 of {total} interviews")).to_be_visible()


def test_typing_narrows_the_table_at_once(open_page, demo, stored):
    """No Enter is needed; the text lands in the URL."""
    page = open_page(demo.url)
    screen.expect_rows(page, _listed(stored))

    page.get_by_label("Search").press_sequentially("Analyst")

    screen.expect_rows(page, _listed(stored, text="Analyst"))
    expect(page).to_have_url(re.compile(r"q=Analyst"))


def test_a_header_sorts_and_what_has_no_score_stays_last(open_page, demo, stored):
    """A click sorts by score, falling; the second turns it round."""
    page = open_page(demo.url)
    header = page.get_by_role("button", name="Overall score")

    header.click()
    screen.expect_rows(page, _listed(stored, sort=Sort(column=SortColumn.SCORE)))
    header.click()

    rising = Sort(column=SortColumn.SCORE, descending=False)
    screen.expect_rows(page, _listed(stored, sort=rising))
    expect(page.locator("th.overall")).to_have_attribute("aria-sort", "ascending")


def test_the_pager_goes_on_where_the_page_ended(open_page, demo, stored):
    """The second page begins behind the first, and its link alone shows it again."""
    everything = [
        row.id
        for row in stored.browse.page(
            InterviewFilter(), sort=Sort(), request=PageRequest(limit=100)
        ).rows
    ]
    page = open_page(demo.url)
    screen.expect_rows(page, everything[:25])

    page.get_by_role("button", name="Next").click()

    screen.expect_rows(page, everything[25:50])
    screen.expect_rows(open_page(page.url), everything[25:50])


def test_a_link_shows_the_same_rows_in_a_fresh_browser(open_page, demo, stored):
    """Search, filter and order all lie in the URL."""
    page = open_page(f"{demo.url}/?q=engineer&outcome=Pass&sort=name")

    wanted = _listed(
        stored,
        text="engineer",
        outcomes=("pass",),
        sort=Sort(column=SortColumn.NAME, descending=False),
    )

    assert len(wanted) > 1
    screen.expect_rows(page, wanted)
    expect(page.get_by_label("Search")).to_have_value("engineer")
    expect(page.get_by_role("button", name="Filters (1)")).to_be_visible()


def test_a_click_on_a_row_opens_the_interview(open_page, demo, stored):
    """Anywhere in the row; the link holds opaque ids only."""
    first = stored.browse.page(
        InterviewFilter(), sort=Sort(column=SortColumn.SCORE), request=PageRequest(limit=1)
    ).rows[0]
    page = open_page(f"{demo.url}/?sort=-score")

    screen.table_rows(page).first.locator("td.date").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(first.candidate_name)
    assert f"interview={first.id}" in page.url
    assert first.candidate_email not in page.url


def test_the_keyboard_opens_a_row(open_page, demo, stored):
    """Tab reaches the rows' links, Enter opens the one that is focused."""
    page = open_page(f"{demo.url}/?sort=-score")
    screen.expect_rows(page, _listed(stored, sort=Sort(column=SortColumn.SCORE)))
    link = screen.table_rows(page).first.get_by_role("link")
    page.get_by_label("Search").focus()

    for _ in range(30):
        if link.evaluate("(link) => link.matches(':focus')"):
            break
        page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/interview[?]interview="))
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Candidates")
