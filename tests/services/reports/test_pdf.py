"""A document as PDF, opened with a reader of its own."""

import dataclasses
import io
import unicodedata
from collections.abc import Callable, Iterator

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from services.models.content import Content, Section
from services.models.export import Paper
from services.reports.browser import WarmBrowser
from services.reports.pdf import pdf_document
from tests.chromium import path_or_skip
from tests.services.reports.sample import about, hostile_content, sample_content, transcript

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def printed() -> Iterator[Callable[..., PdfReader]]:
    """Return a function that prints a document and opens it."""
    browser = WarmBrowser(path_or_skip())

    def printing(content: Content, *, paper: Paper = Paper.A4) -> PdfReader:
        return PdfReader(io.BytesIO(pdf_document(content, paper=paper, renderer=browser)))

    yield printing
    browser.close()


@pytest.fixture(scope="module")
def sample(printed: Callable[..., PdfReader]) -> PdfReader:
    """Return a document with every kind of block, printed once for all that only read it."""
    return printed(sample_content())


def texts(reader: PdfReader) -> list[str]:
    """Return the text of each page, with single spaces; a sign drawn alike is the same sign."""
    drawn = (unicodedata.normalize("NFKC", page.extract_text()) for page in reader.pages)
    return [" ".join(text.split()) for text in drawn]


def titles(outline) -> list[str]:
    """Return all bookmarks, whatever their depth."""
    return [
        title
        for each in outline
        for title in (titles(each) if isinstance(each, list) else [str(each.title)])
    ]


def fonts(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Walk all fonts of all pages, those of figures included."""
    for page in reader.pages:
        yield from _fonts(page.get("/Resources"))


def _fonts(resources) -> Iterator[DictionaryObject]:
    held = resources.get_object()
    yield from (font.get_object() for font in held.get("/Font", {}).values())
    for part in held.get("/XObject", {}).values():
        if inner := part.get_object().get("/Resources"):
            yield from _fonts(inner)


def _is_embedded(font: DictionaryObject) -> bool:
    # A font of type 3 is its own drawings: pictures of emoji come so.
    if font["/Subtype"] == "/Type3":
        return True
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    return any(name.startswith("/FontFile") for name in inner["/FontDescriptor"].get_object())


def test_every_page_says_what_it_belongs_to(sample):
    """Title, filters, time with zone, n, instruments and its number stand on each page."""
    reader = sample

    pages = texts(reader)

    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        for told in (
            "Cohorts: nurses and drivers",
            "Role: Nurse, Driver · since 2026-01-01",
            "23 Nov 2026, 15:04 CET (UTC+1) · n = 120 interviews · Qode, pf_domain_3p_v4",
            "Synthetic data",
        ):
            assert told in page


def test_words_can_be_selected(sample):
    """Words, cells and the words of figures are text, in any script."""
    reader = sample

    words = " ".join(texts(reader))

    for told in ("could be chance", "Nguyễn Thị Ánh Dương", "王小明", "Олена Ковальчук"):
        assert told in words
    assert "Score, 0 to 100" in words


def test_the_numbers_behind_the_figures_are_printed(sample):
    """Nobody can open them on paper: they stand at the end."""
    reader = sample

    words = " ".join(texts(reader))

    assert "Numbers behind the figures" in words
    assert "no band given" in words.partition("Numbers behind the figures")[2]


def test_all_fonts_are_embedded(sample):
    """The document looks the same on a machine without them."""
    reader = sample

    missing = [font["/BaseFont"] for font in fonts(reader) if not _is_embedded(font)]

    assert any("Source" in str(font.get("/BaseFont")) for font in fonts(reader))
    assert missing == []


def test_figures_are_vectors(printed):
    """No figure is a picture; the small ones there are belong to emoji."""
    content = dataclasses.replace(sample_content(charts=2), meanings=())

    reader = printed(dataclasses.replace(content, sections=content.sections[1:2]))

    assert all(max(image.image.size) < 256 for page in reader.pages for image in page.images)


def test_sections_and_figures_are_bookmarks(sample):
    """A reader jumps to a section, a figure or a table."""
    reader = sample

    bookmarks = titles(reader.outline)

    for title in ("Summary", "Figures", "Scores with their bands", "Shortlist", "Transcript"):
        assert title in bookmarks


def test_a_table_over_several_pages_repeats_its_head(printed):
    """Each page of a long transcript says what its columns are."""
    content = dataclasses.replace(
        sample_content(), meanings=(), sections=(Section("Said", (transcript(rows=200),)),)
    )

    pages = texts(printed(content))

    assert len(pages) > 3
    assert all("Time Speaker Text" in page for page in pages)


def test_the_property_names_the_title(printed):
    """Viewers show it in their window; nothing else is said about who made it."""
    reader = printed(dataclasses.replace(sample_content(), about=about(is_masked=True)))

    told = reader.metadata

    assert told is not None
    assert told.title == "Cohorts: nurses and drivers"
    assert told.author is None
    assert "Masked" in texts(reader)[0]


def test_hostile_texts_are_printed_as_texts(printed):
    """A document holds no scripts and leads nowhere."""
    reader = printed(hostile_content())

    actions = [
        annotation.get_object().get("/A", {}).get("/S")
        for page in reader.pages
        for annotation in page.get("/Annots") or ()
    ]

    assert "<script>document.title" in texts(reader)[0]
    assert set(actions) <= {"/GoTo", None}
    assert "/JavaScript" not in str(reader.trailer["/Root"].get("/Names", {}))
    assert "/OpenAction" not in reader.trailer["/Root"]


@pytest.mark.parametrize(
    ("paper", "size"),
    [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792)), (Paper.WIDE, (960, 540))],
)
def test_pages_are_cut_to_the_paper(printed, paper, size):
    """In points, as printers count."""
    content = sample_content(charts=1)

    box = printed(content, paper=paper).pages[0].mediabox

    assert (float(box.width), float(box.height)) == pytest.approx(size, abs=1)


def test_a_title_of_five_thousand_letters_leaves_room_for_the_rest(printed):
    """It is told once in full; the head of each page cuts it."""
    content = dataclasses.replace(sample_content(charts=0), title="Nurses " * 714)

    pages = texts(printed(content))

    assert "".join(pages).count("Nurses Nurses") > 300
    assert all("Role: Nurse, Driver" in page for page in pages)


def test_a_document_without_anything_is_a_page(printed):
    """What was looked for is told even where nothing was found."""
    content = dataclasses.replace(sample_content(), sections=(), meanings=())

    pages = texts(printed(content))

    assert len(pages) == 1
    assert "Page 1 of 1" in pages[0]
