"""Figures that slides cannot draw themselves: vectors with pixels to fall back on, or a table."""

import dataclasses
import io

from PIL import Image

from services.models.content import Chart
from services.models.table import Table
from services.reports.renderer import Picture
from services.reports.slides.deck import slides
from tests.services.reports.sample_charts import forest_chart
from tests.services.reports.slides.opened import deck, document, parts, texts, titles


def drawn(*, width: int = 1_000, height: int = 400) -> Picture:
    """Return a white picture with a dark line every 40 pixels."""
    image = Image.new("RGB", (2 * width, 2 * height), "white")
    for top in range(0, 2 * height, 80):
        image.paste("black", (0, top + 30, 2 * width, top + 50))
    held = io.BytesIO()
    image.save(held, "PNG")
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"/>'
    return Picture(png=held.getvalue(), svg=svg, width=width, height=height)


def plain(**changes: object) -> Chart:
    return dataclasses.replace(forest_chart(0), native=None, **changes)


def test_a_picture_is_vectors_over_pixels():
    """PowerPoint draws the SVG, programs that know none draw the PNG; both are in the file."""
    chart = plain()
    data = slides(document(chart), pictures={chart.key: drawn()})

    held = parts(data)

    vectors = [name for name in held if name.endswith(".svg")]
    assert len(vectors) == 1
    assert b"svgBlip" in held["ppt/slides/slide2.xml"]
    assert vectors[0].rpartition("/")[2].encode() in held["ppt/slides/_rels/slide2.xml.rels"]
    assert b"image/svg+xml" in held["[Content_Types].xml"]


def test_a_picture_keeps_its_proportions_and_can_be_heard():
    """It is never stretched, and carries the sentence for who cannot see it."""
    chart = plain()

    slide = deck(document(chart), {chart.key: drawn(width=800, height=400)}).slides[1]

    (picture,) = [shape for shape in slide.shapes if shape.name == "Figure"]
    assert abs(picture.width / picture.height - 2) < 0.001
    assert picture.element.xpath(".//p:cNvPr")[0].get("descr") == chart.alt


def test_a_high_picture_goes_on_below_its_own_heading():
    """Rows of a long figure are read on the next slide, with the heading above them again."""
    chart = plain(figure={"layout": {"margin": {"t": 80}}}, remarks=())

    made = deck(document(chart), {chart.key: drawn(height=1_200)})

    slices = [slide for slide in made.slides if any(s.name == "Figure" for s in slide.shapes)]
    assert len(slices) > 1
    first = [shape for shape in slices[0].shapes if shape.name == "Figure"]
    heading, rows = [shape for shape in slices[1].shapes if shape.name == "Figure"]
    assert heading.crop_top == 0
    assert abs(1 - heading.crop_bottom - 80 / 1_200) < 0.001
    assert abs(rows.crop_top - (1 - first[0].crop_bottom)) < 0.001
    assert titles(made)[1].endswith(f"(1 of {len(slices)})")


def test_a_cut_falls_between_two_rows():
    """The emptiest line is looked for: no name is cut in two."""
    chart = plain(figure={"layout": {"margin": {"t": 80}}}, remarks=())

    made = deck(document(chart), {chart.key: drawn(height=1_200)})

    (first,) = [shape for shape in made.slides[1].shapes if shape.name == "Figure"]
    line = (1 - first.crop_bottom) * 1_200
    assert not 15 <= line % 40 < 25


def test_without_a_browser_the_numbers_stand_in_its_place():
    """A figure that nothing can draw is its table, with a sentence that says why."""
    chart = plain()

    slide = deck(document(chart)).slides[1]

    assert "needs a browser on the server" in texts(slide)
    assert any(shape.has_table for shape in slide.shapes)
    assert "Олена Ковальчук |  |  |  | not evaluated" in texts(slide)


def test_a_table_too_wide_for_a_slide_is_not_cut():
    """Some of its columns alone could be scores without their bands: words stand there instead."""
    wide = Table(columns=tuple(f"Column {n}" for n in range(20)), rows=(tuple(range(20)),))
    chart = plain(table=wide)

    slide = deck(document(chart)).slides[1]

    assert not any(shape.has_table for shape in slide.shapes)
    assert "20 columns are too many for a slide" in texts(slide)
    assert chart.alt in texts(slide)
