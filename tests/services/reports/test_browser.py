"""The warm browser: pictures and pages as they are promised, without network and files."""

import io
import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader

from services.errors import ExportError
from services.models.export import Paper

pytestmark = pytest.mark.browser

FONT = {"family": '"Source Sans", "Open Sans", sans-serif', "size": 13}
READY = "<script>document.body.dataset.ready = 'yes'</script>"


def figure(*labels, height=200, **layout):
    labels = labels or ("Nguyễn Thị Ánh", "王秀英", "مريم")
    dots = {"type": "scatter", "mode": "markers", "x": list(range(len(labels))), "y": labels}
    look = {"height": height, "font": FONT, "paper_bgcolor": "#FFFFFF"}
    return {"data": [dots], "layout": look | {"yaxis": {"automargin": True}} | layout}


def page(body, *, head=""):
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>'
        f"{head}</head><body>{body}</body></html>"
    )


def image(picture):
    return Image.open(io.BytesIO(picture.png))


def text_of(pdf):
    return "\n".join(part.extract_text() for part in PdfReader(io.BytesIO(pdf)).pages)


def test_a_picture_is_twice_its_size_on_solid_white(warm):
    """PNG has no transparency, white corners and something drawn in it."""
    (drawn,) = warm.pictures([figure(height=240)], width=500)

    png = image(drawn)

    assert (drawn.width, drawn.height) == (500, 240)
    assert png.size == (1000, 480)
    assert png.mode == "RGB"
    assert {png.getpixel(at) for at in ((0, 0), (999, 0), (0, 479), (999, 479))} == {(255,) * 3}
    assert len(png.getcolors(1 << 20)) > 10


def test_a_vector_picture_keeps_text_and_asks_for_no_font_of_ours(warm):
    """SVG is well-formed, its labels are text, and its reader's own fonts draw them."""
    (drawn,) = warm.pictures([figure("Nguyễn Thị Ánh", "مريم <b>&</b>")], width=500)

    root = ET.fromstring(drawn.svg)  # noqa: S314  (made by ourselves)

    texts = "".join(root.itertext())
    assert (root.get("width"), root.get("height")) == ("500", "200")
    assert "Nguyễn Thị Ánh" in texts
    assert "Source Sans" not in drawn.svg
    assert "Open Sans" in drawn.svg


def test_pictures_come_in_the_order_of_their_figures(warm):
    """One job draws them all, each at its own height."""
    heights = [150, 300, 1200, 220]

    drawn = warm.pictures([figure(height=height) for height in heights], width=400)

    assert [each.height for each in drawn] == heights
    assert [image(each).height for each in drawn] == [2 * height for height in heights]


def test_one_figure_leaves_no_trace_in_the_next(warm):
    """The page is the same, the picture depends on the figure alone."""
    first, _, again = warm.pictures(
        [figure("a"), figure(*"bcdefg", title={"text": "Other"}), figure("a")], width=400
    )

    same = np.array_equal(np.asarray(image(first)), np.asarray(image(again)))

    assert same
    assert first.svg.count("<text") == again.svg.count("<text")


@pytest.mark.parametrize(("one", "other"), [("王", "秀"), ("م", "ر"), ("ạ", "ộ")])
def test_letters_of_every_script_are_drawn(warm, one, other):
    """Two letters without a font would be the same box."""
    first, second = warm.pictures([figure(one), figure(other)], width=300)

    same = np.array_equal(np.asarray(image(first)), np.asarray(image(second)))

    assert not same


def test_pictures_are_drawn_in_the_font_of_the_house(warm):
    """The font comes with the program: it looks the same on a machine without it."""
    named = figure("Illinois 101", font={"family": '"Source Sans", monospace', "size": 20})
    plain = figure("Illinois 101", font={"family": "monospace", "size": 20})

    ours, theirs = warm.pictures([named, plain], width=400)

    assert not np.array_equal(np.asarray(image(ours)), np.asarray(image(theirs)))


def test_a_figure_too_tall_for_two_pixels_each_is_drawn_smaller(warm):
    """Chromium's largest picture is the limit, not the reader's patience."""
    (drawn,) = warm.pictures([figure(height=10_000)], width=400)

    size = image(drawn).size

    assert drawn.height == 10_000
    assert size == (640, 16_000)


@pytest.mark.parametrize(
    "bad",
    [
        figure(height=20_000),
        {"data": [{"type": "nonsense"}], "layout": {"height": "tall"}},
        {"data": [], "layout": {"title": {"text": "half a sign: \ud83d"}}},
        {"data": [{"x": object()}], "layout": {}},
    ],
    ids=["too tall", "nonsense", "half a sign", "not JSON"],
)
def test_a_figure_that_cannot_be_drawn_is_a_sentence(warm, bad):
    """The sentence says what to do, quotes nothing, and the next figure is drawn."""
    with pytest.raises(ExportError, match=r"choose fewer rows, or another format\.$"):
        warm.pictures([bad], width=400)

    (drawn,) = warm.pictures([figure()], width=400)

    assert drawn.png


def test_no_figures_need_no_browser(warm):
    """A document without charts is made where there is no Chromium."""
    figures = []

    drawn = warm.pictures(figures, width=400)

    assert list(drawn) == []


def test_a_page_becomes_a_pdf_with_text_and_bookmarks(warm):
    """Text can be selected, headings are bookmarks, readers for the blind find tags."""
    html = page(f"<h1>Nguyễn Thị Ánh</h1><p>王秀英</p><h2>مريم</h2>{READY}")

    pdf = PdfReader(io.BytesIO(warm.pdf(html, paper=Paper.A4)))

    # Letters of a second font stand apart for this reader.
    text = pdf.pages[0].extract_text().replace(" ", "")
    assert "NguyễnThịÁnh" in text
    assert "王秀英" in text
    assert pdf.outline[0].title == "Nguyễn Thị Ánh"
    assert pdf.metadata.title == "A page"
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]


@pytest.mark.parametrize(
    ("paper", "size"),
    [(Paper.A4, "210mm 297mm"), (Paper.LETTER, "8.5in 11in"), (Paper.WIDE, "13.333in 7.5in")],
)
def test_a_script_sees_the_width_of_the_paper(warm, paper, size):
    """What a page draws before it is printed fits between the margins."""
    head = f"<style>@page {{ size: {size}; margin: 10mm }}</style>"
    html = page(f"<p id=w></p><script>w.textContent = 'wide ' + innerWidth</script>{READY}")

    pdf = warm.pdf(html.replace("</head>", f"{head}</head>"), paper=paper)

    said = int(text_of(pdf).removeprefix("wide "))
    width = float(PdfReader(io.BytesIO(pdf)).pages[0].mediabox.width) / 72 * 96
    assert 0.8 * width < said < width


def test_a_page_is_printed_when_it_says_that_it_is_ready(warm):
    """What is drawn late is in the PDF."""
    late = "document.body.append('drawn late'); document.body.dataset.ready = 'yes'"

    pdf = warm.pdf(page(f"<script>setTimeout(() => {{ {late} }}, 200)</script>"), paper=Paper.A4)

    assert "drawn late" in text_of(pdf)


def test_a_long_page_is_printed_whole(warm):
    """Ten megabytes of text go in, hundreds of pages come out."""
    rows = "".join(f"<p>row {n}</p>" for n in range(3_000))
    ballast = f"<!--{'x' * 10_000_000}-->"

    pdf = warm.pdf(page(f"{ballast}{rows}{READY}"), paper=Paper.A4)

    assert "row 2999" in text_of(pdf)


def test_a_page_of_very_many_parts_is_printed_without_tags(warm):
    """Tags for so many would take minutes: a long list is better than none."""
    many = "<i></i>" * 40_001

    pdf = PdfReader(io.BytesIO(warm.pdf(page(f"all here{many}{READY}"), paper=Paper.A4)))

    assert pdf.pages[0].extract_text().strip() == "all here"
    assert "/StructTreeRoot" not in pdf.trailer["/Root"]


def test_a_page_reads_no_file_of_the_server(warm, tmp_path):
    """Neither in a frame, nor as a picture, nor by a script."""
    secret = tmp_path / "secret.txt"
    secret.write_text("the server's own secret")
    address = secret.as_uri()

    pdf = warm.pdf(
        page(
            f'<iframe src="{address}" width=600 height=200></iframe><object data="{address}">'
            f"</object><p id=o></p><script>fetch('{address}').then(a => a.text())"
            ".then(t => o.textContent = t, () => o.textContent = 'refused')"
            ".finally(() => setTimeout(() => document.body.dataset.ready = 'yes', 300))</script>"
        ),
        paper=Paper.A4,
    )

    assert text_of(pdf).strip() == "refused"


def test_a_page_reaches_nobody(warm):
    """Not even a server on this very machine hears of it."""
    asked = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)

    with HTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"

        warm.pdf(
            page(
                f'<img src="{url}/picture"><iframe src="{url}/frame"></iframe>'
                f"<script>fetch('{url}/script', {{mode: 'no-cors'}}).catch(() => 0)"
                ".finally(() => setTimeout(() => document.body.dataset.ready = 'yes', 300))"
                "</script>",
                head=f'<link rel="stylesheet" href="{url}/style">',
            ),
            paper=Paper.A4,
        )

        server.shutdown()
    assert asked == []


def test_several_people_at_once(warm):
    """Eight threads ask for three things each; everyone gets their own."""
    html = page(f"<p>one of many</p>{READY}")

    def work(number):
        (first,) = warm.pictures([figure(height=100 + number)], width=300)
        pdf = warm.pdf(html.replace("many", f"many, {number}"), paper=Paper.A4)
        (last,) = warm.pictures([figure(height=300 + number)], width=300)
        return first.height, text_of(pdf).strip(), last.height

    with ThreadPoolExecutor(8) as people:
        got = list(people.map(work, range(8)))

    assert got == [(100 + n, f"one of many, {n}", 300 + n) for n in range(8)]
