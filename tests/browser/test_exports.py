"""Exports in a browser: two clicks to a file that comes by itself, once; pins by keyboard."""

import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser import screen

MENU = {"name": "Export", "exact": True}


def _choose(page: Page, name: str) -> None:
    page.get_by_role("button", **MENU).click()
    page.get_by_text(name, exact=True).click()


def _go_to(page: Page, name: str) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    screen.settle(page)


def _tray(page: Page):
    return page.locator(".st-key-export-tray")


def test_two_clicks_bring_a_pdf_that_comes_by_itself(open_page, demo_url):
    """Without a third one; it can be read, and has the page's title."""
    page = open_page(f"{demo_url}/funnel")
    screen.settle(page)

    with page.expect_download(timeout=60_000) as started:
        _choose(page, "PDF document")

    document = PdfReader(io.BytesIO(Path(started.value.path()).read_bytes()))
    assert re.fullmatch(r"operations-[\d-]+\.pdf", started.value.suggested_filename)
    assert "Funnel" in document.pages[0].extract_text()


def test_a_file_comes_once_and_again_when_it_is_asked_for(open_page, demo_url):
    """The next page shows it still, and does not press its button a second time."""
    page = open_page(f"{demo_url}/funnel")
    screen.settle(page)
    with page.expect_download() as started:
        _choose(page, "Excel workbook")
    came = [started.value.suggested_filename]
    page.on("download", lambda download: came.append(download.suggested_filename))

    _go_to(page, "Agents")
    button = _tray(page).get_by_role("button", name="Download")
    expect(button).to_be_enabled()
    page.wait_for_timeout(1_500)
    once = list(came)
    with page.expect_download():
        button.click()

    assert len(once) == 1
    assert len(came) == 2


def test_what_is_dismissed_leaves_no_empty_band(open_page, demo_url):
    """The foot of the page belongs to the page again."""
    page = open_page(f"{demo_url}/funnel")
    screen.settle(page)
    with page.expect_download():
        _choose(page, "JSON")
    expect(_tray(page)).to_be_visible()

    _tray(page).get_by_role("button", name="Dismiss").click()

    expect(page.get_by_test_id("stBottom")).to_have_count(0)


def test_another_reader_sees_none_of_it(open_page, demo_url):
    """Each browser has exports and a report of its own."""
    mine = open_page(f"{demo_url}/funnel")
    screen.settle(mine)
    with mine.expect_download():
        _choose(mine, "JSON")
    mine.locator(".st-key-funnel-tools").get_by_role("button", name="Add to report").click()
    screen.settle(mine)

    theirs = open_page(f"{demo_url}/funnel")
    screen.settle(theirs)

    expect(_tray(mine)).to_be_visible()
    expect(_tray(theirs)).to_have_count(0)
    _go_to(theirs, "Reports")
    expect(theirs.get_by_text("Nothing is pinned yet")).to_be_visible()


def test_the_keyboard_pins_orders_and_exports(open_page, demo_url):
    """No step needs a mouse; every button says what it does."""
    page = open_page(f"{demo_url}/funnel")
    screen.settle(page)
    for key in ("funnel", "funnel-groups"):
        pin = page.locator(f".st-key-{key}-tools").get_by_role("button", name="Add to report")
        pin.focus()
        page.keyboard.press("Enter")
        screen.settle(page)
        expect(page.locator(f".st-key-{key}-tools")).to_contain_text("In the report")
    _go_to(page, "Reports")

    page.get_by_role("button", name="Move part 1 down").focus()
    page.keyboard.press("Enter")

    expect(page.locator(".st-key-part-0")).to_contain_text("1. By role")
    expect(page.locator(".st-key-part-1")).to_contain_text("2. From invited to reported")
    screen.settle(page)
    with page.expect_download(timeout=60_000) as started:
        page.get_by_role("button", **MENU).focus()
        page.keyboard.press("Enter")
    assert started.value.suggested_filename.startswith("report-")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_preview_is_dark_on_white_in_every_theme(open_page, demo_url, scheme):
    """As the document will be: words, tables and figures."""
    page = open_page(f"{demo_url}/funnel", color_scheme=scheme)
    screen.settle(page)
    page.get_by_role("button", name="Add to report").first.click()
    screen.settle(page)
    _go_to(page, "Reports")

    page.get_by_role("tab", name="Preview").click()

    sheet = page.locator(".st-key-preview")
    expect(sheet).to_have_css("background-color", "rgb(255, 255, 255)")
    for words in sheet.locator("[data-testid=stText], h2, h3, td, th").all():
        assert words.evaluate(_DARKNESS) < 0.5, words.inner_text()


_DARKNESS = """(element) => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  canvas.fillStyle = 'white';
  canvas.fillRect(0, 0, 1, 1);
  canvas.fillStyle = getComputedStyle(element.firstElementChild ?? element).color;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return (red + green + blue) / 765;
}"""


@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "dark"), (360, "light"), (1280, "dark"), (1920, "light")]
)
def test_menu_tray_and_report_fit_every_width(open_page, demo_url, screenshots, width, scheme):
    """Nothing is wider than the page; the pictures are for looking at."""
    viewport = {"width": width, "height": 800}
    page = open_page(f"{demo_url}/funnel", color_scheme=scheme, viewport=viewport)
    screen.settle(page)
    with page.expect_download():
        _choose(page, "Excel workbook")
    page.get_by_role("button", name="Add to report").first.click()
    screen.settle(page)
    page.get_by_role("button", name="Options").click()
    expect(page.get_by_text("Mask people")).to_be_visible()

    page.screenshot(path=screenshots / f"export-{width}-{scheme}.png")

    main = page.get_by_test_id("stMain")
    assert main.evaluate("(element) => element.scrollWidth <= element.clientWidth")
    tray = _tray(page).bounding_box()
    assert tray is not None
    assert tray["x"] >= 0
    assert tray["x"] + tray["width"] <= width
