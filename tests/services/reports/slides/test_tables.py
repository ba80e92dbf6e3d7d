"""Tables: split with their headings repeated, numbers to the right, nothing where nothing is."""

import pytest

from services.models.content import Listing, Remark, Tone
from services.models.table import Table
from services.reports.slides import cells
from tests.services.reports.sample import people_listing
from tests.services.reports.slides.opened import deck, document, texts, titles


def listing(rows: int, *, remarks: tuple[str, ...] = ()) -> Listing:
    held = tuple((f"Candidate {n}", n, None) for n in range(rows))
    return Listing(
        "list", "Shortlist", Table(columns=("Name", "Score", "Band"), rows=held), remarks=remarks
    )


def tables(made):
    return [shape.table for slide in made.slides for shape in slide.shapes if shape.has_table]


def test_a_long_table_is_split_with_its_headings():
    """Thirty rows are three slides, each with the headings marked as such."""
    made = deck(document(listing(30)))

    found = tables(made)[1:]

    assert [row for table in found for row in rows_of(table)] == [
        f"Candidate {n}" for n in range(30)
    ]
    assert all(table.first_row for table in found)
    assert {table.cell(0, 0).text for table in found} == {"Name"}
    assert "Shortlist (1 of 3)" in titles(made)


def rows_of(table):
    return [table.cell(number, 0).text for number in range(1, len(table.rows))]


def test_what_does_not_fit_is_counted():
    """After four slides the rest is a sentence that names where it is whole."""
    made = deck(document(listing(1_000)))

    shown = sum(len(rows_of(table)) for table in tables(made)[1:])

    assert len(tables(made)) == 1 + 4
    assert f"… and {1_000 - shown} more rows: see the workbook." in texts(made.slides[4])


def test_empty_cells_are_empty():
    """What is missing is never a zero."""
    made = deck(document(people_listing()))

    table = tables(made)[1]

    assert [cell.text for cell in table.rows[6].cells][3:5] == ["", ""]


def test_numbers_stand_at_the_right():
    """Columns of numbers are read digit below digit, those of words from the left."""
    made = deck(document(people_listing()))

    table = tables(made)[1]

    sides = [cell._tc.xpath(".//a:pPr/@algn")[0] for cell in table.rows[1].cells]
    assert sides == ["l", "l", "l", "r", "l", "r", "r"]


def test_a_name_from_the_right_is_set_from_the_right():
    """Arabic and Hebrew paragraphs carry their direction, on the side of their column."""
    made = deck(document(people_listing()))

    cell = tables(made)[1].cell(3, 0)

    assert cell._tc.xpath(".//a:pPr/@rtl") == ["1"]


def test_a_caution_beside_a_table_stands_below_it():
    """A remark right after a table is no slide of its own, and is still a caution."""
    made = deck(document(listing(2), Remark(("Two vendors.",), Tone.WARNING)))

    assert "▲ Caution: Two vendors." in texts(made.slides[1])


def test_remarks_that_do_not_fit_get_their_own_slide():
    """No limit of the screen is lost for want of room."""
    remarks = tuple(f"Limit {n} of this table." for n in range(9))

    made = deck(document(listing(2, remarks=remarks)))

    said = "".join(texts(slide) for slide in made.slides)
    assert all(each in said for each in remarks)
    assert "About: Shortlist" in titles(made)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (None, ""),
        (0, "0"),
        (-3, "−3"),
        (2026, "2026"),
        (71.333333, "71.33"),
        (1911.123, "1911.1"),
        (0.0004216, "0.000422"),
        (-0.5, "−0.5"),
        (0.0, "0"),
        (float("nan"), "not a number"),
        (1e-12, "1.00e−12"),
        (" two\x00 ", "two�"),
    ],
)
def test_cells_are_written_as_short_as_they_can_be_told_apart(cell, written):
    """Three digits that count, a true minus, nothing for nothing."""
    assert cells.words(cell) == written


def test_one_remark_too_many_gets_no_slide_of_its_own():
    """A slide of one line says less than a line more."""
    remarks = tuple(f"Limit {n} of this table." for n in range(8))

    made = deck(document(listing(2, remarks=remarks)))

    assert "Limit 7 of this table." in texts(made.slides[1])
    assert "About: Shortlist" not in titles(made)
