"""Workbooks: typed cells, a sheet a table, everything the document says, and nothing that runs."""

import io
from dataclasses import replace
from zipfile import ZipFile

import openpyxl
import pytest

from services.models.content import Content, Listing, Section
from services.models.table import Table
from services.reports.workbook import workbook
from tests.services.reports.sample import hostile_content, sample_content
from tests.services.reports.sample_texts import NASTY


def opened(content: Content) -> openpyxl.Workbook:
    """Return the workbook as another program reads it."""
    return openpyxl.load_workbook(io.BytesIO(workbook(content)))


def with_tables(*listings: Listing) -> Content:
    """Return a document of these tables alone."""
    return replace(sample_content(), sections=(Section("Tables", listings),))


def of_column(*cells: str | int | float | None) -> Content:
    """Return a document of one table of one column."""
    table = Table(columns=("It",), rows=tuple((cell,) for cell in cells))
    return with_tables(Listing("one", "One", table))


def test_each_table_has_a_sheet_of_its_own():
    """After what the document is and what it says, before what the numbers mean."""
    content = sample_content()

    names = opened(content).sheetnames

    assert names == [
        *("About", "Summary", "Scores with their bands", "How far interviews get"),
        *("Shortlist", "Reviews", "What was said", "What the numbers mean"),
    ]


def test_about_says_what_every_page_says():
    """Title, filters, time with zone, n, instruments, limits, marks, program, sheets."""
    content = sample_content()

    rows = [
        tuple(cell.value for cell in row) for row in opened(content)["About"].iter_rows(max_col=2)
    ]

    about = content.about
    assert ("Title", content.title) in rows
    assert ("Filters", about.filters) in rows
    assert ("Made at", "23 Nov 2026, 15:04 CET (UTC+1)") in rows
    assert ("Counted", about.counted) in rows
    assert [text for label, text in rows if label == "Instrument"] == list(about.instruments)
    assert [text for label, text in rows if label == "Limit"] == list(about.limits)
    assert any(label == "Data" and "Synthetic" in str(text) for label, text in rows)
    assert ("Sheet “Shortlist”", "6 rows") in rows


def test_the_summary_is_read_in_the_documents_order():
    """Words, facts, remarks and findings, each under its section."""
    content = sample_content()

    rows = list(opened(content)["Summary"].iter_rows(min_row=2, values_only=True))

    assert rows[0][:2] == ("Summary", "Text")
    assert ("Summary", "Role", "Nurse, Driver") in rows
    assert ("Summary", "Warning", "Vendor intervals: the level is not stated.") in rows
    assert any(
        what == "Shortlist" and str(text).endswith("(sheet “Shortlist”)") for _, what, text in rows
    )


def test_cells_are_typed_and_nothing_is_empty():
    """Numbers are numbers with the decimals they have; a missing score is no zero."""
    content = sample_content()

    sheet = opened(content)["Shortlist"]

    assert (sheet["D2"].value, sheet["D2"].number_format) == (71.5, "#,##0.0")
    assert (sheet["F2"].value, sheet["F2"].number_format) == (0.625, "#,##0.000")
    assert (sheet["G2"].value, sheet["G2"].number_format) == (1200, "#,##0")
    assert sheet["D7"].value is None
    assert sheet["A3"].value == "王小明"


def test_a_table_can_be_filtered_scrolled_and_printed():
    """The heading stays, has filters and is on each page; a page says what it is a part of."""
    content = sample_content()

    sheet = opened(content)["Shortlist"]

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:G7"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["A1"].font.bold
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert content.title in sheet.oddHeader.left.text
    assert "Shortlist" in sheet.oddHeader.left.text
    assert content.about.filters in sheet.oddHeader.right.text
    assert "Page &P of &N" in sheet.oddFooter.right.text
    assert "n = 120 interviews" in sheet.oddFooter.left.text
    assert "23 Nov 2026" in sheet.oddFooter.center.text


def test_a_wide_table_is_printed_on_several_pages():
    """Each with the columns that name a row; limits stand behind those, so that none is cut."""
    names = ("Metric", "Cohort", *(f"Number {each}" for each in range(30)))
    table = Table(columns=names, rows=(("Overall", "Nurse", *range(30)),))

    sheet = opened(with_tables(Listing("a", "Wide", table, remarks=("Few.",))))["Wide"]

    assert int(sheet.page_setup.scale) == 64
    assert sheet.col_breaks.brk[0].id > 2
    assert sheet.print_title_cols == "$A:$B"
    assert [each.max_col < len(names) / 2 for each in sheet.merged_cells.ranges] == [True]
    assert [each.min_col for each in sheet.merged_cells.ranges] == [3]
    assert [cell.value for cell in sheet[4][:3]] == [None, None, "Few."]


def test_limits_stand_below_their_table():
    """A sheet that is sent alone still says them."""
    content = sample_content()

    cells = [row[0].value for row in opened(content)["Scores with their bands"].iter_rows()]

    assert cells[-2:] == ["Vendor interval, level not stated.", "n = 6, shown one by one."]


def test_no_text_becomes_a_formula_or_a_link():
    """What could be one is marked as text for ever, without a visible apostrophe."""
    content = hostile_content()
    data = workbook(content)

    book = openpyxl.load_workbook(io.BytesIO(data))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    texts = [cell for cell in cells if isinstance(cell.value, str)]
    assert {cell.data_type for cell in texts} == {"s"}
    assert all(cell.quotePrefix for cell in texts if cell.value[:1] in set("=+-@\t"))
    assert {'=HYPERLINK("http://example.com","open")', "+1+1"} <= {cell.value for cell in texts}
    assert not any(cell.hyperlink for cell in cells)
    with ZipFile(io.BytesIO(data)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name]
    assert not any(b"<f>" in sheet or b"<hyperlink" in sheet for sheet in sheets)


def test_signs_that_the_format_cannot_hold_are_shown_as_such():
    """Controls, and the sign that turns text around."""
    content = of_column(*NASTY)

    cells = [row[0] for row in opened(content)["One"].iter_rows(min_row=2, values_only=True)]

    assert "nul\ufffdbell\ufffdescape\ufffd[31m" in cells
    assert "photo\ufffdgnp.exe" in cells


def test_a_text_like_the_writers_own_markup_stays_a_text():
    """The library would take it for XML: a workbook that no program opens, or a forged cell."""
    forged = "<r><t>forged</t></r>"
    broken = "<r></c></row></sheetData></r>"

    cells = [
        row[0]
        for row in opened(of_column(forged, broken))["One"].iter_rows(min_row=2, values_only=True)
    ]

    assert [str(cell).strip() for cell in cells] == [forged, broken]


def test_a_text_too_long_for_a_cell_is_cut_with_a_word():
    """Also one of signs that count twice."""
    content = of_column("x" * 40_000, "🎻" * 20_000)

    cells = [str(row[0]) for row in opened(content)["One"].iter_rows(min_row=2, values_only=True)]

    assert all(len(cell.encode("utf-16-le")) // 2 <= 32_767 for cell in cells)
    assert all(
        cell.endswith("[cut here: a cell holds at most 32,767 characters]") for cell in cells
    )


def test_numbers_that_are_none_are_empty_and_huge_ones_are_texts():
    """A spreadsheet would turn the last digits of an id into zeros."""
    content = of_column(float("nan"), float("inf"), 2**60, 5)

    cells = [
        row[0] for row in opened(content)["One"].iter_rows(min_row=2, max_row=5, values_only=True)
    ]

    assert cells == [None, None, str(2**60), 5]


@pytest.mark.parametrize(
    "title", ["", "History", "About", "a" * 60, "[x]:*?/\\", "'quoted'", "🎻" * 30, "ABOUT"]
)
def test_any_title_makes_a_sheet(title):
    """Two tables of one title too."""
    table = Table(columns=("A",), rows=((1,),))
    content = with_tables(Listing("a", title, table), Listing("b", title.upper(), table))

    names = opened(content).sheetnames[2:4]

    assert len({name.casefold() for name in names} - {"about", "summary", "history"}) == 2
    assert all(0 < len(name.encode("utf-16-le")) <= 62 for name in names)
    assert not any(set(name) & set("[]:*?/\\") for name in names)


def test_a_document_without_tables_is_a_workbook():
    """It says what it is, and what was found."""
    content = replace(sample_content(charts=0), sections=())

    names = opened(content).sheetnames

    assert names == ["About", "Summary", "What the numbers mean"]


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ((71.5, 70.25), "#,##0.00"),
        ((72.0, 3), "#,##0"),
        ((200 / 3, 50.0), "#,##0.0"),
        ((1.23456,), "#,##0.00"),
        ((1 / 3, None), "#,##0.000"),
        ((62.5573, 0.0446), "#,##0.00"),
        ((0.7315, 0.0004), "#,##0.0000"),
    ],
)
def test_no_more_decimals_are_shown_than_mean_something(cells, shown):
    """Given numbers show theirs, computed ones a few, and none is shown as 0 that is not."""
    content = of_column(*cells)

    cell = opened(content)["One"]["A2"]

    assert (cell.value, cell.number_format) == (cells[0], shown)
