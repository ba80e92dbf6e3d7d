"""Decks and workbooks as LibreOffice shows them: opened by it, printed by it, and read again."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import openpyxl
import pytest
from pptx import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from tests.office import convert, path_or_skip
from tests.services.reports.hard_files import FORMULAS, write_interviews, write_samples
from tests.services.reports.printed import PrintedPage, letters, printed
from tests.services.reports.sample_texts import NASTY

pytestmark = pytest.mark.office

FAULTS = ("Err:", "#NAME?", "#REF!", "#VALUE!", "###")
"""What a spreadsheet shows for a formula that it cannot count, and for a number without room."""
DECKS = ("endless", "hostile", "comparison", "agents")
BOOKS = ("people", "formulas", "comparison-cells", "list")
SLACK = 4
"""In points: how far beside its box a letter may begin."""


@dataclass(frozen=True)
class Opened:
    """A document and what LibreOffice made of it."""

    source: Path
    pdf: Path

    @cached_property
    def pages(self) -> list[PrintedPage]:
        return printed(self.pdf)

    @cached_property
    def text(self) -> str:
        return "\n".join(page.text for page in self.pages)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Opened]:
    """Return all documents, each opened and printed by the one LibreOffice of this module."""
    path_or_skip()
    sources, pdfs, kept = map(tmp_path_factory.mktemp, ("documents", "printed", "kept"))
    write_samples(sources)
    write_interviews(sources, kept / "hostile.db")
    paths = sorted(sources.iterdir())
    said = convert(paths, pdfs)
    made = {path.stem: Opened(path, pdfs / f"{path.stem}.pdf") for path in paths}
    assert not [name for name, each in made.items() if not each.pdf.exists()], said
    return made


def slides_and_pages(deck: Opened) -> Iterator[tuple[Slide, PrintedPage]]:
    """Return each slide with the page that it became."""
    return zip(Presentation(str(deck.source)).slides, deck.pages, strict=True)


def shown(shape: BaseShape) -> str:
    """Return what a shape of a slide shows as text."""
    said = [shape.text_frame.text] if shape.has_text_frame else []
    if shape.has_table:
        said += [cell.text for row in shape.table.rows for cell in row.cells]
    if shape.has_chart:
        said += map(str, shape.chart.plots[0].categories)
    return "\n".join(said)


def inside(page: PrintedPage, shape: BaseShape) -> Counter[str]:
    """Return the letters that stand on a page between the upper and the lower end of a shape."""
    top, left = page.height - shape.top.pt, shape.left.pt
    bottom, right = top - shape.height.pt, left + shape.width.pt
    return letters(
        "".join(
            each.text
            for each in page.pieces
            if bottom - SLACK <= each.y <= top + SLACK and left - SLACK <= each.x <= right + SLACK
        )
    )


def unspaced(text: str) -> str:
    """Return a text without the blanks and lines that a page may set anywhere."""
    return "".join(text.split())


def plain_words(text: str) -> list[str]:
    """Return the words that every font has: others may stand elsewhere in a PDF."""
    return [word for word in text.split() if word.isascii()]


@pytest.mark.parametrize("name", DECKS)
def test_every_slide_is_a_page_with_its_title_and_its_source(opened, name):
    """LibreOffice leaves no slide out, and none of them is blank; the sheet keeps its shape."""
    deck = opened[name]

    pairs = list(slides_and_pages(deck))

    made = Presentation(str(deck.source))
    for slide, page in pairs:
        source = next(shape for shape in slide.shapes if shape.name == "Source")
        words = plain_words(f"{slide.shapes.title.text_frame.text} {source.text_frame.text}")
        assert words
        assert [word for word in words if word not in unspaced(page.text)] == []
        assert (page.width, page.height) == pytest.approx(
            (made.slide_width.pt, made.slide_height.pt), abs=1
        )


@pytest.mark.parametrize("name", DECKS)
def test_nothing_that_a_slide_says_is_left_out(opened, name):
    """In whatever script: each letter of texts, tables and native charts is on the page."""
    pairs = list(slides_and_pages(opened[name]))

    wanted = [sum((letters(shown(each)) for each in slide.shapes), Counter()) for slide, _ in pairs]

    lost = [each - letters(page.text) for each, (_, page) in zip(wanted, pairs, strict=True)]
    assert sum(wanted, Counter()).total() > 1000
    assert lost == [Counter()] * len(pairs)


@pytest.mark.parametrize("name", DECKS)
def test_nothing_runs_out_of_its_place_on_a_slide(opened, name):
    """Lines and rows grow with their texts when a program sets them: our measure left the room."""
    places = [
        (slide, page, shape)
        for slide, page in slides_and_pages(opened[name])
        for shape in slide.shapes
        if shape.has_text_frame or shape.has_table
    ]

    left = [(letters(shown(shape)) - inside(page, shape), shape) for _, page, shape in places]

    assert [(shape.name, shown(shape)[:80], lost) for lost, shape in left if lost] == []


@pytest.mark.parametrize("name", BOOKS)
def test_every_sheet_is_printed_and_nothing_on_it_is_a_fault(opened, name):
    """Each page names its sheet and its place; no cell shows an error or a row of hashes."""
    book = opened[name]

    sheets = openpyxl.load_workbook(book.source).sheetnames

    count = len(book.pages)
    for number, page in enumerate(book.pages, start=1):
        assert f"Page {number} of {count}" in page.text
    named = [sheet for sheet in sheets if len(sheet) < 30]
    assert len(named) > 1
    assert [name for name in named if unspaced(name) not in unspaced(book.text)] == []
    assert [fault for fault in FAULTS if fault in book.text] == []


@pytest.mark.parametrize("name", ["people", "formulas", "comparison-cells"])
def test_every_text_of_a_workbook_is_printed_whole(opened, name):
    """In whatever script, and also what looks like a formula: as the text that it is."""
    book = opened[name]
    sheets = openpyxl.load_workbook(book.source)

    cells = [cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row]

    wanted = sum((letters(cell) for cell in cells if isinstance(cell, str)), Counter())
    assert wanted - letters(book.text) == Counter()


def test_a_formula_is_shown_and_not_counted(opened):
    """Each stands on its line beside its number, as it was written, and so do people's names."""
    lines = opened["formulas"].text.splitlines()
    sheet = openpyxl.load_workbook(opened["list"].source)["Interviews"]

    wanted = [f"{number} {text}" for number, text in enumerate(FORMULAS, start=len(NASTY))]
    # A list gives each row one line: of a long name one sees how it begins.
    cells = (cell.value for row in sheet.iter_rows() for cell in row)
    named = {cell.split()[0][:12] for cell in cells if isinstance(cell, str)}
    called = [name for name in named if name[0] in "=+-@"]

    assert [line for line in wanted if line not in lines] == []
    assert len(called) > 2
    assert [name for name in called if name not in opened["list"].text] == []


def test_numbers_keep_their_format_and_nothing_is_not_zero(opened):
    """Decimals and thousands as the workbook has them; a missing score leaves its cell empty."""
    lines = opened["people"].text.splitlines()

    rows = [line.partition("@example.com ")[2] for line in lines if "@example.com " in line]

    assert rows[0] == "Driver 71.5 68–75 0.625 1,200"
    assert rows[2] == "Driver 69.5 66–73 0.500 1,202"
    assert rows[5] == "Nurse 0.313 1,205"
