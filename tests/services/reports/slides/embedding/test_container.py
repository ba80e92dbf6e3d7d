"""The wrapping of an embedded font, read as its specification says."""

from services.reports.slides.embedding.programs import program
from tests.services.reports.slides.embedding.opened import unwrapped
from tests.services.reports.slides.embedding.typefaces import EDITABLE, typeface


def test_the_wrapping_says_what_the_font_says(tmp_path):
    """Names, weight, permissions and checksum are the font's; it is neither packed nor hidden."""
    face = typeface(tmp_path, "山野", is_bold=True, may=EDITABLE)

    found = unwrapped(program(face, "山野", is_shaped=False))

    assert found.names == ("Invented", "Bold", "Version 1.0", "Invented Bold", "")
    assert (found.weight, found.permissions, found.flags) == (700, EDITABLE, 0)
    assert found.checksum == found.font["head"].checkSumAdjustment
    assert found.font["name"].getDebugName(1) == "Invented"


def test_cubic_outlines_become_truetypes(tmp_path):
    """PowerPoint takes no others: the letters' shapes and widths stay."""
    face = typeface(tmp_path, "山野木", is_cubic=True)

    found = unwrapped(program(face, "山木", is_shaped=True)).font

    assert {"glyf", "loca"} <= set(found.keys())
    assert "CFF " not in found
    names = found.getBestCmap()
    assert {chr(code) for code in names} >= {"山", "木"}
    assert ord("野") not in names
    drawn = found["glyf"][names[ord("木")]]
    assert (drawn.numberOfContours, drawn.xMin, drawn.xMax) == (2, 50, 650)
    assert found["hmtx"][names[ord("木")]][0] == 700
