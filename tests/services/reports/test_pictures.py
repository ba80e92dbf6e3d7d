"""Figures as pictures of their own: with title and source, on solid white, twice their size."""

import dataclasses
import io
import zipfile

import pytest
from lxml import etree
from PIL import Image

from services.errors import InputError
from services.models.content import Content, Depth, Section
from services.models.export import Format
from services.reports.browser import WarmBrowser
from services.reports.pictures import WIDTH, drawn_for_slides, pictures_document
from tests.services.reports.sample import hostile_content, sample_content
from tests.services.reports.sample_charts import forest_chart
from tests.services.reports.slides.opened import document
from tests.services.reports.standin import StandInRenderer

_WHITE = (255, 255, 255)


def drawn_alone(title: str = "Scores") -> Content:
    """Return a document with one figure that formats cannot draw themselves."""
    return document(dataclasses.replace(forest_chart(0), title=title, native=None))


def test_several_figures_are_one_zip_in_the_order_of_reading():
    """Each file is called by its number and the figure's key."""
    made = pictures_document(sample_content(charts=3), kind=Format.PNG, renderer=StandInRenderer())

    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        names = archive.namelist()
    assert made.suffix == ".zip"
    assert [name[:3] for name in names] == ["01-", "02-", "03-"]
    assert all(name.endswith(".png") for name in names)


def test_one_figure_is_one_file():
    """Nobody unpacks an archive for a single picture."""
    made = pictures_document(drawn_alone(), kind=Format.SVG, renderer=StandInRenderer())

    assert made.suffix == ".svg"
    assert etree.fromstring(made.data).tag == "{http://www.w3.org/2000/svg}svg"


def test_a_document_without_figures_says_so():
    """An empty archive would look like a fault."""
    content = sample_content(charts=0)

    with pytest.raises(InputError, match="Choose another format"):
        pictures_document(content, kind=Format.PNG, renderer=StandInRenderer())


def test_a_picture_says_its_title_and_its_source():
    """Time with zone, n, filters and instruments are in the picture itself, and make it higher."""
    renderer = StandInRenderer()
    content = drawn_alone()

    pictures_document(content, kind=Format.PNG, renderer=renderer)

    layout = renderer.figures[0]["layout"]
    source = layout["annotations"][-1]["text"].replace("<br>", " ")
    assert layout["title"]["text"] == "<b>Scores</b>"
    assert "Synthetic data · 23 Nov 2026, 15:04 CET (UTC+1) · n = 120 interviews" in source
    assert "Role: Nurse, Driver" in source
    assert source.startswith(f"{content.title} · ")
    assert layout["height"] > forest_chart(0).figure["layout"]["height"]


def test_an_endless_hostile_title_is_two_lines_of_text():
    """Markup of a foreign text is shown, not read; what is too long ends with an ellipsis."""
    renderer = StandInRenderer()
    content = drawn_alone(title="<b>Bold</b> & =1+1 " * 300)

    pictures_document(content, kind=Format.PNG, renderer=renderer)

    title = renderer.figures[0]["layout"]["title"]["text"]
    assert title.startswith("<b>&lt;b&gt;Bold&lt;/b&gt; &amp; =1+1")
    assert title.count("<br>") == 1
    assert title.endswith("…</b>")


def test_an_endless_name_of_the_document_leaves_room_for_its_time_and_count():
    """The name comes first, and what dates and counts the picture is still to be seen."""
    renderer = StandInRenderer()
    content = dataclasses.replace(drawn_alone(), title="Interview" + "x" * 900)

    pictures_document(content, kind=Format.PNG, renderer=renderer)

    source = renderer.figures[0]["layout"]["annotations"][-1]["text"].replace("<br>", " ")
    assert source.startswith("Interviewxxx")
    assert "xxx… · Synthetic data · 23 Nov 2026, 15:04 CET (UTC+1) · n = 120 interviews" in source


def test_a_figure_without_margins_or_height_is_signed_too():
    """Whatever a figure leaves to the drawing library stays left to it."""
    renderer = StandInRenderer()
    chart = dataclasses.replace(forest_chart(0), figure={"data": [], "layout": {}})

    pictures_document(document(chart), kind=Format.PNG, renderer=renderer)

    layout = renderer.figures[0]["layout"]
    assert "height" not in layout
    assert layout["margin"]["t"] > 0


def test_slides_get_narrow_pictures_where_words_stand_beside_them():
    """Letters of a figure that shares its slide are as large as those of one that does not."""
    renderer = StandInRenderer()
    first, second = (dataclasses.replace(forest_chart(n), native=None) for n in (0, 1))
    content = dataclasses.replace(
        sample_content(charts=0),
        sections=(Section("All", (first,)), Section("One", (second,), Depth.BRIEF)),
    )

    drawn = drawn_for_slides(content, renderer)

    assert set(drawn) == {first.key, second.key}
    assert renderer.widths[0] == WIDTH > renderer.widths[1]


def test_slides_need_no_browser_for_figures_that_they_draw_themselves():
    """Nothing is asked of the renderer for native charts."""
    renderer = StandInRenderer()

    drawn = drawn_for_slides(sample_content(charts=2), renderer)

    assert not drawn
    assert not renderer.figures


@pytest.mark.browser
@pytest.mark.parametrize("content", [sample_content(charts=1), hostile_content()])
def test_a_png_is_drawn_on_solid_white_at_twice_its_size(warm: WarmBrowser, content: Content):
    """Slides and letters have other grounds: nothing of it shines through, nothing is blank."""
    made = pictures_document(content, kind=Format.PNG, renderer=warm)

    with Image.open(io.BytesIO(made.data)) as picture:
        colors = picture.convert("RGB").getcolors(maxcolors=1_000_000) or []
        edges = [picture.convert("RGB").getpixel(at) for at in ((0, 0), (2 * WIDTH - 1, 0))]
        size, mode = picture.size, picture.mode
    assert size[0] == 2 * WIDTH
    assert mode in {"RGB", "P"} or picture.getextrema()[3] == (255, 255)
    assert edges == [_WHITE, _WHITE]
    assert len(colors) > 20


@pytest.mark.browser
def test_an_svg_reads_with_fonts_that_every_reader_has(warm: WarmBrowser):
    """The program's own font is not on a reader's machine: each text names a common one after."""
    made = pictures_document(sample_content(charts=1), kind=Format.SVG, renderer=warm)

    root = etree.fromstring(made.data)
    said = [each for each in root.iter("{http://www.w3.org/2000/svg}text") if each.get("style")]
    assert said
    assert all("sans-serif" in each.get("style", "") for each in said)
    assert "23 Nov 2026, 15:04 CET" in "".join(root.itertext())
