"""Every page at every width, light and dark: it fits, is not blank, and can be looked at."""

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


PAGES = (
    *("overview", "candidates", "interview", "answers", "speech", "compare", "vendors", "person"),
    *("search", "language", "funnel", "sources", "cohorts", "skills", "agents", "questions"),
    "integrity",
)


@pytest.fixture
def addresses(complete, pair, of_vendor) -> dict[str, str]:
    """Return where each page is looked at."""
    round0, zenhire, instaview = (of_vendor(name).id for name in ("round0", "zenhire", "instaview"))
    return {
        "overview": "/overview",
        "candidates": "/",
        "interview": f"/interview?interview={complete.id}",
        "answers": f"/interview?interview={round0}",
        "speech": f"/interview?interview={zenhire}",
        "compare": f"/compare?ids={','.join(one.id for one in pair)}",
        "vendors": f"/compare?ids={complete.id},{round0},{zenhire},{instaview}",
        "person": f"/person?of={complete.id}",
        "search": "/search?words=because",
        "language": "/language?skill=Fluency&table=ef-set&level=B2",
        "funnel": "/funnel?by=month",
        "sources": "/sources",
        "cohorts": "/cohorts?pool=versions&bands=yes",
        "skills": "/cohorts?kind=skill&pool=vendors&period=week",
        "agents": "/agents?pool=versions",
        "questions": "/questions?pool=versions",
        "integrity": "/integrity?by=role&per=hour",
    }


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_every_width(open_page, demo, addresses, screenshots, name):
    """No horizontal scrolling, nothing blank, light and dark; the pictures are kept to look at."""
    page = open_page(demo.url + addresses[name], color_scheme="dark", reduced_motion="reduce")

    beyond, pictures = {}, []
    for width in WIDTHS:
        beyond[width] = _beyond_the_edge(page, width)
        for theme in _themes_from_the_present_one(page):
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            file = screenshots / f"{name}-{width}-{theme}.png"
            pictures.append((theme, _picture(page, file, width)))

    assert beyond == dict.fromkeys(WIDTHS, 0)
    assert [theme for theme, _ in pictures].count("light") == len(WIDTHS)
    for theme, picture in pictures:
        assert len(picture.getcolors(256)) > 30
        assert (picture.resize((1, 1)).getpixel((0, 0)) > 128) is (theme == "light")


def _themes_from_the_present_one(page: Page) -> tuple[str, str]:
    """Return both themes so that a page is recoloured once, not twice, at each width."""
    is_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    return ("dark", "light") if is_dark else ("light", "dark")


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
