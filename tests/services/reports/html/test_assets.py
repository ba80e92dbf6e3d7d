"""What every page carries: the files that were vendored, and the house's colours."""

import hashlib
import re
from importlib.resources import files

import pytest

from services.reports import palette
from services.reports.html import assets

STATIC = files("services.reports") / "static"


@pytest.mark.parametrize("name", ["source-sans-regular.woff2", "source-sans-semibold.woff2"])
def test_a_font_is_the_one_that_was_vendored(name):
    """Its checksum is written down beside it."""
    sums = (STATIC / "source-sans-static.sha256").read_text().splitlines()

    found = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()

    assert f"{found}  {name}" in sums


def test_colours_are_those_of_all_documents():
    """The sheet writes down the palette's colours as its own names."""
    sheet = assets.own("report.css")

    colours = dict(re.findall(r"--(\w+): (#\w+);", sheet))

    assert colours == {
        "ink": palette.TEXT,
        "quiet": palette.MUTED,
        "rule": palette.GRID,
        "ground": palette.GROUND,
        "faint": palette.FAINT,
        "tone": palette.SCORE,
        "doubt": palette.DOUBT,
    }


def test_our_script_ends_no_element():
    """What is inlined cannot close the element that it stands in."""
    inlined = [
        assets.own("paper.js"),
        assets.own("draw.js"),
        assets.own("report.css"),
        assets.drawing_library(),
    ]

    ends = [text for text in inlined if re.search(r"</(script|style)|<!--", text, re.IGNORECASE)]

    assert ends == []


def test_the_licence_lies_beside_the_fonts():
    """It allows them to be carried along, and every font that lies there is named in it."""
    licence = (STATIC / "source-sans.LICENSE.txt").read_text()

    fonts = [file.name for file in STATIC.iterdir() if file.name.endswith(".woff2")]

    assert "SIL OPEN FONT LICENSE" in licence
    assert fonts
    assert all(name in licence for name in fonts)
