"""Language in a browser: levels as issued, derived ones marked, and a way to each interview."""

import re

from playwright.sync_api import expect

from services.models.browse import InterviewFilter
from services.models.cefr import LevelSource
from tests.browser import screen


def _levels(stored, **more):
    return stored.language.levels(InterviewFilter(), limit=25, **more)


def _is_placed(row) -> bool:
    reading = row.readings.get("Overall")
    return bool(reading and reading.lowest)


def test_the_ladder_has_a_mark_for_each_level_and_none_for_who_has_none(open_page, demo, stored):
    """Nobody without a level stands on the lowest rung."""
    rows = _levels(stored).rows
    page = open_page(f"{demo.url}/language")

    drawn = screen.marks(page, "ladder")

    placed = [row for row in rows if _is_placed(row)]
    assert drawn["levels"] == len(placed)
    assert 0 < len(placed) < len(rows)


def test_a_table_that_is_chosen_marks_what_it_derives(open_page, demo, stored):
    """Its name and its source stand there, and the choice is in the URL."""
    table = stored.language.tables()[0]
    derived = [
        row
        for row in _levels(stored, dimension="Fluency", table_id=table.id).rows
        if "Fluency" in row.readings and row.readings["Fluency"].source is LevelSource.DERIVED
    ]
    page = open_page(f"{demo.url}/language?skill=Fluency")
    screen.figure(page, "ladder")

    page.get_by_role("combobox", name=re.compile("Derive levels")).click()
    page.get_by_role("option", name=table.title).click()

    expect(page).to_have_url(re.compile(f"table={table.id}"))
    expect(page.get_by_role("link", name="Source", exact=True)).to_have_attribute(
        "href", table.source
    )
    screen.settle(page)
    tools = page.locator(".st-key-ladder-tools")
    tools.get_by_role("button", name="Data table").click()
    expect(tools.get_by_role("cell", name=re.compile("^derived"))).to_have_count(len(derived))


def test_accent_is_on_no_part_of_the_page(open_page, demo):
    """Nobody can be shown by it; the page only says so."""
    page = open_page(f"{demo.url}/language")
    screen.figure(page, "ladder")

    skills = page.locator(".st-key-skill")

    expect(skills).to_contain_text("Fluency")
    expect(skills).not_to_contain_text(re.compile("accent", re.IGNORECASE))


def test_a_click_on_a_row_opens_the_interview(open_page, demo, stored):
    """From a level to what was said; also for who has no level."""
    rows = _levels(stored).rows
    page = open_page(f"{demo.url}/language")

    page.mouse.click(*screen.area(page, "ladder", trace="rows", number=2))

    expect(page).to_have_url(re.compile(f"interview={rows[2].entry.id}"))
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Language")
