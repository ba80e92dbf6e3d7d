"""The review of a flag in a browser: the form follows the timeline, and stays on its flag."""

import re

from playwright.sync_api import expect

from services.models import notation
from services.models.integrity import Disposition, signal_keys
from tests.browser import screen


def test_a_flag_is_chosen_on_the_timeline_and_dismissed(open_page, demo, complete, stored):
    """The form still holds this flag afterwards, with the new word and an empty note."""
    page = open_page(f"{demo.url}/interview?interview={complete.id}")
    place = screen.area(page, "timeline", trace="events", number=1)
    page.mouse.click(*place)
    expect(page).to_have_url(re.compile(r"[?&]at=\d"))
    second = float(re.search(r"[?&]at=([\d.]+)", page.url)[1])
    chosen = page.get_by_role("combobox", name="Flag")
    # Another flag may stand there until the form has followed the click.
    expect(chosen).to_have_value(re.compile(f" {notation.clock(second)} .*not reviewed"))
    said = chosen.input_value()

    page.get_by_label("Note").fill("Die Aufgabe hatte einen Link.")
    page.get_by_role("button", name="Dismiss").click()

    expect(chosen).to_have_value(said.replace("not reviewed", "dismissed"))
    expect(page.get_by_label("Note")).to_have_value("")
    expect(page.locator(".st-key-flag-reviews")).to_contain_text("Die Aufgabe hatte einen Link.")
    expect(page.locator(".st-key-timeline").get_by_text("×", exact=True).first).to_be_attached()
    (review,) = stored.reviews.of(complete.id)
    assert review.disposition is Disposition.DISMISS
    assert review.signal in signal_keys(complete.interview.signals)
