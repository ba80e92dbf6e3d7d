"""Every page at every width, light and dark: it fits, it is not blank, and it can be looked at."""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser import screen

WIDTHS = (360, 1280, 1920)
LONGEST = 12_000
_TALL = """() => document.querySelector('[data-testid=stMain]').scrollHeight"""
_OVERFLOW = """() => {
  const main = document.querySelector('[data-testid=stMain]');
  return Math.max(main.scrollWidth - main.clientWidth,
    document.documentElement.scrollWidth - document.documentElement.clientWidth);
}"""
# Twenty frames without a change of size: whatever redraws after a change of width has done so.
_AT_REST = """() => {
  const plots = [...document.querySelectorAll('.js-plotly-plot')];
  const places = [document.querySelector('[data-testid=stMain]'), ...plots];
  const now = JSON.stringify(places.map((place) => place.getBoundingClientRect()))
    + plots.length + document.querySelectorAll('[data-testid=stSkeleton]').length
    + document.querySelector('[data-testid=stMain]').scrollHeight;
  const calm = window.scoreband_seen === now ? (window.scoreband_calm ?? 0) + 1 : 0;
  Object.assign(window, { scoreband_seen: now, scoreband_calm: calm });
  return calm > 20;
}"""


def _addresses(interview_id: str) -> dict[str, str]:
    return {
        "candidates": "/",
        "interview": f"/interview?interview={interview_id}",
        "search": "/search?words=because",
        "sources": "/sources",
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["candidates", "interview", "search", "sources"])
def test_a_page_fits_every_width(open_page, demo, complete, screenshots, name, theme):
    """No horizontal scrolling at 360 pixels, nothing blank; the pictures are kept to look at."""
    address = demo.url + _addresses(complete.id)[name]
    page = open_page(address, color_scheme=theme, reduced_motion="reduce")

    beyond, pictures = {}, []
    for width in WIDTHS:
        beyond[width] = _beyond_the_edge(page, width)
        pictures.append(_picture(page, screenshots / f"{name}-{width}-{theme}.png", width))

    assert beyond == dict.fromkeys(WIDTHS, 0)
    for picture in pictures:
        assert len(picture.getcolors(256)) > 30
        assert (picture.resize((1, 1)).getpixel((0, 0)) > 128) is (theme == "light")


def _beyond_the_edge(page: Page, width: int) -> int:
    """Return by how many pixels the page could be scrolled sideways at this width."""
    page.set_viewport_size({"width": width, "height": 900})
    _come_to_rest(page)
    return max(0, page.evaluate(_OVERFLOW))


def _picture(page: Page, file: Path, width: int) -> Image.Image:
    """Save the whole page as a picture, from its head to its foot."""
    page.set_viewport_size({"width": width, "height": min(page.evaluate(_TALL), LONGEST)})
    _come_to_rest(page)
    return Image.open(io.BytesIO(page.screenshot(path=file))).convert("L")


def _come_to_rest(page: Page) -> None:
    screen.settle(page)
    page.wait_for_function(_AT_REST, polling="raf")
