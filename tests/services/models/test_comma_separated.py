"""Comma-separated text: RFC 4180, and nothing that a spreadsheet would run."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from services.models.comma_separated import csv_text
from services.models.table import Table

TEXTS = st.text(st.sampled_from(list("=+-@%;\t\r\n \"'ab1,＝")), max_size=12)


def read(text: str, separator: str = ",") -> list[list[str]]:
    """Return the rows that a reader with this separator finds."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def test_rows_are_written_as_rfc_4180_says():
    """Texts are quoted, quotes are doubled, line breaks are kept, lines end with CRLF."""
    table = Table(columns=("Name", "Said"), rows=(("Ольга", 'She said "no",\nthen left'),))

    text = csv_text(table)

    assert text == '"Name","Said"\r\n"Ольга","She said ""no"",\nthen left"\r\n'


def test_numbers_stay_numbers():
    """A negative number is a number and gets no apostrophe; None and NaN are empty cells."""
    table = Table(columns=("A", "B", "C", "D"), rows=((-4, -0.1, None, float("nan")),))

    text = csv_text(table)

    assert text.splitlines()[1] == "-4,-0.1,,"


def test_a_column_name_is_neutralised_too():
    """A vendor's skill name may become a column."""
    table = Table(columns=("=HYPERLINK(1)",), rows=())

    text = csv_text(table)

    assert text.startswith("\"'=HYPERLINK")


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",))), min_size=1))
def test_any_text_comes_back_as_it_was_but_for_apostrophes(cells):
    """Nothing is lost on the way through a CSV reader."""
    table = Table(columns=tuple("x" for _ in cells), rows=(tuple(cells),))

    rows = read(csv_text(table))

    assert [cell.replace("'", "") for cell in rows[1]] == [cell.replace("'", "") for cell in cells]


@given(st.lists(st.tuples(TEXTS, TEXTS, st.floats(-9, 9)), min_size=1, max_size=4))
def test_no_cell_begins_with_a_sign_whatever_the_separator(rows):
    """In a country whose spreadsheets expect semicolons, other cells come out: none is run."""
    table = Table(columns=("a", "b", "c"), rows=tuple(rows))

    by_comma = [row[:2] for row in read(csv_text(table))]
    by_semicolon = read(csv_text(table), ";")

    cells = [cell.lstrip(" \t\r\n") for row in (*by_comma, *by_semicolon) for cell in row]
    assert not any(cell[:1] in set("=+-@%＝") for cell in cells if cell)
