"""Rows of a workbook written as XML: what stands in a cell comes back as it was."""

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.models.extract import ColumnKind, Extract, ExtractColumn
from services.reports.extract_batches import Heading
from services.reports.extract_workbook import write_xlsx
from services.reports.sheet_rows import letters, row_lines
from services.reports.sheet_text import cell_text
from tests.services.reports.sample import about
from tests.services.reports.sample_texts import NASTY

LOOKS = {kind: number for number, kind in enumerate((*ColumnKind, "quoted"))}


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_named_as_spreadsheets_do(column, name):
    """A to Z, then AA."""
    number = column

    found = letters(number)

    assert found == name


def test_a_cell_without_anything_is_left_out():
    """Neither a zero nor an empty text; also what is not a number has no number."""
    rows = [(None, 1.5), ("a", None), (None, float("nan"))]

    lines = list(row_lines(rows, (ColumnKind.TEXT, ColumnKind.NUMBER), LOOKS))

    assert lines == [
        '<row r="2"><c r="B2" s="2"><v>1.5</v></c></row>',
        '<row r="3"><c r="A3" s="0" t="inlineStr"><is><t xml:space="preserve">a</t></is></c></row>',
        '<row r="4"><c r="B4" s="2"></c></row>',
    ]


@given(st.lists(st.text() | st.sampled_from([*NASTY, "_x0041_", "<r></r>", " a "]), max_size=5))
def test_any_text_comes_back_as_another_program_reads_it(texts):
    """Markup, controls, sequences that readers decode, white space: all of it is only text."""
    column = ExtractColumn(name="Text", kind=ColumnKind.TEXT)
    file = io.BytesIO()
    extract = Extract((column,), len(texts), (), iter([[texts]]))

    write_xlsx(extract, file, heading=Heading("T", about()))

    sheet = openpyxl.load_workbook(file)["T"]
    cells = [cell.value or "" for (cell,) in sheet.iter_rows(min_row=2, max_row=1 + len(texts))]
    # Excel reads "_x005F_" as "_", as the standard says (22.9.2.19); this reader leaves it.
    found = [cell.replace("_x005F_", "_") for cell in cells]
    assert found == [cell_text(text) for text in texts]
