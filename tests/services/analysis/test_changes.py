"""What changed between two printings."""

from datetime import UTC, datetime

from services.analysis.changes import MOST_CELLS, changes
from services.models.plan import Printed, PrintedTable
from services.models.table import Cell, Table

THEN = datetime(2026, 3, 4, 12, tzinfo=UTC)
COLUMNS = ("Cohort", "Metric", "Mean", "n")


def printed(*rows: tuple[Cell, ...], key: str = "means", columns: tuple[str, ...] = COLUMNS):
    return PrintedTable(key=key, title=f"Table {key}", table=Table(columns=columns, rows=rows))


def before(*tables: PrintedTable) -> Printed:
    return Printed(made_at=THEN, tables=tables)


def test_a_cell_is_found_by_the_names_of_its_row_and_column():
    """The row's name is made of as many first cells as tell the rows apart."""
    then = printed(("Nurse", "Kafka", 71.0, 30), ("Nurse", "SQL", 65.0, 30))
    now = printed(("Nurse", "SQL", 65.0, 31), ("Nurse", "Kafka", 72.5, 30))

    found = changes(before(then), [now])

    assert [(one.row, one.column, one.before, one.now) for one in found.cells] == [
        ("Nurse, SQL", "n", 30, 31),
        ("Nurse, Kafka", "Mean", 71.0, 72.5),
    ]
    assert (found.total, found.since) == (2, THEN)


def test_rows_that_come_and_go_are_named():
    """A new cohort and one that is gone are changes, not a shift of all rows."""
    then = printed(("Baker", "SQL", 60.0, 9), ("Nurse", "SQL", 65.0, 30))
    now = printed(("Nurse", "SQL", 65.0, 30), ("Pilot", "SQL", 70.0, 5))

    found = changes(before(then), [now])

    assert [(one.row, one.now) for one in found.cells] == [("Pilot", "new row"), ("Baker", "gone")]


def test_a_score_that_went_missing_is_a_change_to_nothing_and_not_to_zero():
    """None stays None: it is what the table held."""
    then, now = printed(("Nurse", "SQL", 65.0, 30)), printed(("Nurse", "SQL", None, 0))

    found = changes(before(then), [now])

    assert [(one.column, one.before, one.now) for one in found.cells] == [
        ("Mean", 65.0, None),
        ("n", 30, 0),
    ]


def test_rows_without_names_of_their_own_are_compared_by_their_places():
    """Equal rows cannot be told apart by what they say."""
    then = printed(("a",), ("a",), columns=("Words",))
    now = printed(("a",), ("b",), columns=("Words",))

    found = changes(before(then), [now, printed(("x",), key="other", columns=("Words",))])

    assert [(one.row, one.before, one.now) for one in found.cells] == [("row 2", "a", "b")]
    assert found.added == ("Table other",)


def test_a_table_that_is_gone_is_named():
    """Its cells are not counted one by one."""
    found = changes(before(printed(("Nurse", "SQL", 65.0, 30))), [])

    assert found.missing == ("Table means",)
    assert found.total == 0


def test_of_many_changes_the_first_are_named_and_all_are_counted():
    """Nobody reads a thousand of them."""
    then = printed(*((str(row), "SQL", 1.0, 1) for row in range(MOST_CELLS + 7)))
    now = printed(*((str(row), "SQL", 2.0, 1) for row in range(MOST_CELLS + 7)))

    found = changes(before(then), [now])

    assert len(found.cells) == MOST_CELLS
    assert found.total == MOST_CELLS + 7
