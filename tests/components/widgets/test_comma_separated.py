"""Comma-separated text: RFC 4180, and nothing that a spreadsheet would run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.widgets.comma_separated import csv_text, neutralised
from services.models.table import Table


def test_rows_are_written_as_rfc_4180_says():
    """Quotes are doubled, line breaks are kept inside quotes, lines end with CRLF."""
    table = Table(columns=("Name", "Said"), rows=(("Ольга", 'She said "no",\nthen left'),))

    text = csv_text(table)

    assert text == 'Name,Said\r\nОльга,"She said ""no"",\nthen left"\r\n'


def test_numbers_stay_numbers():
    """A negative number is a number and gets no apostrophe; None and NaN are empty cells."""
    table = Table(columns=("A", "B", "C", "D"), rows=((-4, -0.1, None, float("nan")),))

    text = csv_text(table)

    assert text.splitlines()[1] == "-4,-0.1,,"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@x", "\t=1", "\rx", " =1", "＝1", "\u200b=1", "\ufeff@x", "　＋1"],
)
def test_a_text_that_could_be_a_formula_gets_an_apostrophe(text):
    """Also behind white space, invisible signs and full-width forms."""
    harmful = text

    safe = neutralised(harmful)

    assert safe == f"'{harmful}"


@pytest.mark.parametrize("text", ["a=1", "C++", "3-4", "", " plain", "'=quoted", "李小梅"])
def test_a_plain_text_is_left_alone(text):
    """Signs inside of a text are no formula."""
    harmless = text

    safe = neutralised(harmless)

    assert safe == harmless


def test_a_column_name_is_neutralised_too():
    """A vendor's skill name may become a column."""
    table = Table(columns=("=HYPERLINK(1)",), rows=())

    text = csv_text(table)

    assert text.startswith("'=HYPERLINK")


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",))), min_size=1))
def test_any_text_comes_back_as_it_was_but_for_the_apostrophe(cells):
    """Nothing is lost on the way through a CSV reader."""
    table = Table(columns=tuple("x" for _ in cells), rows=(tuple(cells),))

    rows = list(csv.reader(io.StringIO(csv_text(table), newline="")))

    assert [cell.removeprefix("'") for cell in rows[1]] == [
        cell.removeprefix("'") for cell in cells
    ]
