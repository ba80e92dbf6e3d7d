"""Every format of one document, opened with the reader that people use for it."""

import csv
import dataclasses
import io
import zipfile

import openpyxl
import orjson
import pptx
import pyarrow.parquet
import pytest
from lxml import etree
from PIL import Image
from pypdf import PdfReader

from services.errors import BrowserMissingError, ExportCancelledError
from services.models.export import ExportOptions, Format, Paper, Written
from services.reports.browser import WarmBrowser
from services.reports.renderer import Renderer
from services.reports.writing import MIMES, written
from tests.services.reports.sample import sample_content
from tests.services.reports.sample_charts import forest_chart
from tests.services.reports.slides.opened import document
from tests.services.reports.standin import StandInRenderer

CONTENT = sample_content(charts=3)
TABLES = [(key, table) for key, _, table in CONTENT.tables()]


class NoBrowser(StandInRenderer):
    """What a server without a browser has."""

    def pictures(self, *_args: object, **_named: object):
        """Refuse."""
        msg = "No browser."
        raise BrowserMissingError(msg)


def made(kind: Format, renderer: Renderer | None = None) -> Written:
    """Return the sample in a format."""
    options = ExportOptions(format=kind, zone="Europe/Berlin")
    return written(CONTENT, options, renderer=renderer or StandInRenderer())


def unpacked(archive: Written) -> dict[str, bytes]:
    """Return the files of a zip in their order."""
    assert archive.suffix == ".zip"
    with zipfile.ZipFile(io.BytesIO(archive.data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.mark.parametrize("kind", list(Format))
def test_every_format_has_a_type_that_browsers_know(kind: Format):
    """Whatever is written can be sent with its name and kind."""
    found = made(kind)

    assert found.suffix in MIMES
    assert found.data


def test_a_deck_opens_with_a_slide_for_each_figure():
    """The findings of all figures are titles; two of one finding are numbered."""
    deck = pptx.Presentation(io.BytesIO(made(Format.PPTX).data))

    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    for chart in CONTENT.charts():
        assert any(title.startswith(chart.finding) for title in titles)
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("chosen", "pages", "slides"),
    [
        (None, Paper.A4, (13.333, 7.5)),
        (Paper.A4, Paper.A4, (11.693, 8.268)),
        (Paper.LETTER, Paper.LETTER, (11, 8.5)),
        (Paper.WIDE, Paper.WIDE, (13.333, 7.5)),
    ],
)
def test_a_chosen_paper_is_that_of_pages_and_slides(chosen, pages, slides):
    """Who chooses none has A4 pages, and slides as wide as a screen."""
    made_on = [
        written(CONTENT, ExportOptions(format=kind, paper=chosen), renderer=StandInRenderer()).data
        for kind in (Format.PDF, Format.PPTX)
    ]

    deck = pptx.Presentation(io.BytesIO(made_on[1]))

    assert made_on[0].startswith(f"{pages}\n".encode())
    size = (deck.slide_width.inches, deck.slide_height.inches)
    assert size == pytest.approx(slides, abs=0.001)


def test_a_deck_needs_no_browser():
    """Figures that slides cannot draw are tables then; nothing fails."""
    found = made(Format.PPTX, NoBrowser())

    assert pptx.Presentation(io.BytesIO(found.data)).slides


@pytest.mark.parametrize("kind", [Format.PDF, Format.PPTX, Format.PNG, Format.SVG])
def test_what_the_browser_makes_is_called_off_while_it_is_made(kind: Format):
    """The browser asks again what was asked when its part began."""
    drawn = document(dataclasses.replace(forest_chart(0), native=None))
    said: list[str] = []

    def told(words: str, _share: float | None) -> None:
        if words in said:
            msg = "The export was called off."
            raise ExportCancelledError(msg)
        said.append(words)

    with pytest.raises(ExportCancelledError):
        written(drawn, ExportOptions(format=kind), renderer=StandInRenderer(), told=told)

    assert said in (["Printing the pages"], ["Drawing the figures"])


def test_a_workbook_opens_with_its_sheets():
    """What it is comes first, then what it says, then a sheet for each table with its rows."""
    book = openpyxl.load_workbook(io.BytesIO(made(Format.XLSX).data))

    sheets = book.worksheets
    assert [sheet.title for sheet in sheets[:2]] == ["About", "Summary"]
    shown = sheets[2 : 2 + len(TABLES)]
    for sheet, (_, table) in zip(shown, TABLES, strict=True):
        heads = [cell.value for cell in sheet[1]]
        assert heads == list(table.columns)
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref


def test_csv_files_say_what_they_are_of():
    """The archive has a table for each file, and beside them one that names filters and time."""
    files = unpacked(made(Format.CSV))

    rows = {
        name: list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
        for name, data in files.items()
    }
    about, meanings = rows.pop("about.csv"), rows.pop("meanings.csv")
    assert any("Role: Nurse, Driver · since 2026-01-01" in row for row in about)
    assert len(meanings) > len(CONTENT.meanings)
    assert [found[0] for found in rows.values()] == [list(table.columns) for _, table in TABLES]
    assert [len(found) - 1 for found in rows.values()] == [len(table.rows) for _, table in TABLES]


def test_parquet_files_keep_columns_and_rows():
    """Each table is a file of typed columns."""
    files = unpacked(made(Format.PARQUET))

    found = {
        name: pyarrow.parquet.read_table(io.BytesIO(data))
        for name, data in files.items()
        if name.endswith(".parquet")
    }
    assert [len(each.column_names) for each in found.values()] == [
        len(table.columns) for _, table in TABLES
    ]
    assert [each.num_rows for each in found.values()] == [len(table.rows) for _, table in TABLES]


def test_json_holds_everything_that_is_said():
    """All blocks in the order of reading, and what every page prints."""
    found = orjson.loads(made(Format.JSON).data)

    assert found["title"] == CONTENT.title
    assert found["about"]["counted"] == "n = 120 interviews"
    assert [len(section["blocks"]) for section in found["sections"]] == [
        len(section.blocks) for section in CONTENT.sections
    ]
    assert len(found["meanings"]) == len(CONTENT.meanings)


def test_a_page_opens_without_anything_from_elsewhere():
    """One file, with all figures in it."""
    page = made(Format.HTML).data.decode()

    assert page.startswith("<!doctype html>")
    assert "Content-Security-Policy" in page
    assert all(chart.title in page for chart in CONTENT.charts())


@pytest.mark.browser
def test_a_pdf_opens_with_its_fonts_inside(warm: WarmBrowser):
    """Whoever opens it sees the same letters, on numbered pages."""
    reader = PdfReader(io.BytesIO(made(Format.PDF, warm).data))

    count = len(reader.pages)
    fonts = [
        font.get_object()
        for page in reader.pages
        for font in (page["/Resources"].get("/Font") or {}).values()
    ]
    assert count > 1
    assert f"Page {count} of {count}" in " ".join(reader.pages[-1].extract_text().split())
    assert fonts
    assert all(_is_embedded(font) for font in fonts)


@pytest.mark.browser
@pytest.mark.parametrize("kind", [Format.PNG, Format.SVG])
def test_pictures_open(warm: WarmBrowser, kind: Format):
    """Each figure is a file that picture programs read."""
    files = unpacked(made(kind, warm))

    assert len(files) == len(list(CONTENT.charts()))
    for data in files.values():
        if kind is Format.SVG:
            assert etree.fromstring(data).tag.endswith("svg")
        else:
            Image.open(io.BytesIO(data)).verify()


def _is_embedded(font) -> bool:
    if font["/Subtype"] == "/Type3":
        return True
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    return any(f"/FontFile{kind}" in inner["/FontDescriptor"] for kind in ("", "2", "3"))
