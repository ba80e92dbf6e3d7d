"""Wide tables for paper."""

from services.models.table import Table
from services.reports.html.condensed import condensed

WIDE = tuple(f"Measure number {number}" for number in range(40))


def test_what_all_rows_share_is_said_once():
    """Columns of one value, and those of none, leave the table."""
    table = Table(
        columns=("Cohort", "Mean", "Level", "Remark"),
        rows=(("Nurse", 70.5, 95, None), ("Baker", 60, 95, "")),
    )

    found = condensed(table)

    assert found.table == Table(columns=("Cohort", "Mean"), rows=(("Nurse", 70.5), ("Baker", 60)))
    assert found.shared == (("Level", "95"),)
    assert found.empty == ("Remark",)


def test_few_rows_of_many_columns_stand_beside_each_other():
    """Each row is a column under the name that it begins with."""
    rows = tuple(
        (name, *(start + step for step in range(40))) for name, start in (("A", 1), ("B", 9))
    )

    found = condensed(Table(columns=("Who", *WIDE), rows=rows))

    assert found.table is not None
    assert found.table.columns == ("Who", "A", "B")
    assert found.table.rows[0] == ("Measure number 0", 1, 9)
    assert len(found.table.rows) == 40


def test_what_no_page_holds_is_left_out():
    """Nobody reads forty columns of many rows in pieces."""
    rows = tuple((f"Row {row}", *range(row, row + 40)) for row in range(20))

    found = condensed(Table(columns=("Who", *WIDE), rows=rows))

    assert found.table is None


def test_long_texts_in_narrow_columns_are_no_table():
    """Twelve columns with a paragraph in one of them would be a page for each row."""
    names = tuple(f"Some measure {number}" for number in range(11))
    rows = tuple((f"Row {row}", *range(row, row + 10), f"{row} " * 200) for row in range(20))

    found = condensed(Table(columns=("Who", *names), rows=rows))

    assert found.table is None


def test_an_empty_table_stays_as_it_is():
    """Its columns are all that it has."""
    table = Table(columns=("Who", "What"))

    assert condensed(table).table == table
