"""Tables as HTML: honest cells, aligned numbers, columns as wide as they need."""

import pytest

from services.models.table import Table
from services.reports.html.tables import table_element, written


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (None, "—"),
        (0, "0"),
        (-3.1, "−3.1"),
        (-0.0, "0"),
        (72.0, "72"),
        (0.62500001, "0.625"),
        (0.00002, "2e−05"),
        (2026, "2026"),
        (123456, "123,456"),
        (12345.678, "12,345.678"),
        (2**70, "1,180,591,620,717,411,303,424"),
        (True, "yes"),
        (float("nan"), "not a number"),
        ("−3 to 4", "−3 to 4"),
    ],
)
def test_cells_say_what_they_hold(cell, told):
    """Nothing is a dash and never a zero; numbers keep their decimals, up to four."""
    held = cell

    said = written(held)

    assert said == told


def test_numbers_stand_under_each_other():
    """A column of numbers, with gaps or without, is aligned to the right; texts are not."""
    table = Table(columns=("Name", "Score"), rows=(("Ada", 72.5), ("Ben", None)))

    page = table_element(table)

    assert '<th scope="col" class="n k" dir="auto">Score</th>' in page
    assert '<td class="n k">72.5</td>' in page
    assert '<td class="n k"><span class="q">—</span></td>' in page
    assert '<td class="k" dir="auto">Ada</td>' in page


def test_an_empty_table_says_so():
    """Its columns stand there, and a sentence in place of rows."""
    table = Table(columns=("Interview", "Said"))

    page = table_element(table)

    assert "Interview</th>" in page
    assert "No rows." in page


def test_a_table_without_columns_is_no_accident():
    """It says that it has no rows."""
    table = Table(columns=())

    page = table_element(table)

    assert "No rows." in page


def test_a_cut_table_says_how_many_rows_it_has():
    """Nobody takes the first rows for all of them."""
    table = Table(columns=("n",), rows=tuple((number,) for number in range(12_000)))

    page = table_element(table, most=1_000)

    assert page.count("<tr>") == 1_001
    assert "The first 1,000 of 12,000 rows" in page


def test_long_texts_leave_room_for_short_ones():
    """A transcript's words get most of the page, its times as much as they need."""
    rows = (("0:17", "Candidate", "word " * 200),)
    table = Table(columns=("Time", "Speaker", "Text"), rows=rows)

    page = table_element(table)

    shares = [float(part.split("%")[0]) for part in page.split('<col width="')[1:]]
    assert sum(shares) == pytest.approx(100, abs=0.2)
    assert shares[2] > 75
    assert shares[0] > 4


def test_many_columns_are_set_smaller():
    """Twenty columns fit on a page in small letters."""
    names = tuple(f"Criterion {number}" for number in range(20))
    table = Table(columns=names, rows=(tuple(range(20)),))

    page = table_element(table)

    assert '<table class="tiny">' in page
