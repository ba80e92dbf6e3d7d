"""The files below a figure: real pictures on a white ground, and numbers that a program reads."""

import csv
import io
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from playwright.sync_api import expect

from services.models.score import ScoreState
from tests.browser import screen

WHITE = (255, 255, 255)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def page_of(open_page, demo):
    """Return a function that opens one interview in a dark browser: files stay light."""

    def opened(stored_interview):
        page = open_page(
            f"{demo.url}/interview?interview={stored_interview.id}", color_scheme="dark"
        )
        screen.figure(page, "score-forest")
        return page

    return opened


def _saved(page, kind: str) -> tuple[str, bytes]:
    tools = page.locator(".st-key-score-forest-tools")
    with page.expect_download() as started:
        tools.get_by_role("button", name=f"Download {kind}").click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def test_pictures_are_drawn_on_white_paper(page_of, complete):
    """The PNG is opaque and sharp; the SVG has a ground of its own, and its words are words."""
    page = page_of(complete)

    png_name, png = _saved(page, "PNG")
    svg_name, svg = _saved(page, "SVG")

    assert (png_name, svg_name) == ("scores.png", "scores.svg")
    _assert_a_picture(Image.open(io.BytesIO(png)).convert("RGBA"))
    _assert_a_drawing(ET.fromstring(svg))  # noqa: S314  (our own file)


def _assert_a_picture(picture: Image.Image) -> None:
    *colours, alpha = picture.split()
    assert picture.width == 1920
    assert alpha.getextrema() == (255, 255)
    assert picture.getpixel((2, 2))[:3] == WHITE
    assert min(colour.getextrema()[0] for colour in colours) < 90
    assert len(picture.getcolors(1_000_000)) > 20


def _assert_a_drawing(drawing: ET.Element) -> None:
    ground = drawing.find(f"{SVG}rect")
    words = " ".join("".join(text.itertext()) for text in drawing.iter(f"{SVG}text"))
    assert ground is not None
    assert ground.attrib["width"] == drawing.attrib["width"]
    assert "rgb(255, 255, 255)" in ground.attrib["style"]
    assert "Scores" in words
    assert "Overall" in words


def test_numbers_come_as_a_file_and_as_a_table(page_of, complete):
    """A line for each score with its band and its state, the same in both."""
    page = page_of(complete)
    tools = page.locator(".st-key-score-forest-tools")

    name, content = _saved(page, "CSV")
    tools.get_by_role("button", name="Data table").click()

    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    scores = complete.interview.scores
    overall = next(line for line in lines if line["Group"] == "Overall")
    assert name == "scores.csv"
    assert len(lines) == len(scores)
    assert sum(line["Score"] != "" for line in lines) == sum(
        score.state is ScoreState.SCORED for score in scores
    )
    assert float(overall["Score"]) == complete.interview.overall.value
    assert float(overall["Lower"]) == complete.interview.overall.lower
    expect(tools.get_by_role("table").locator("tbody tr")).to_have_count(len(scores))
