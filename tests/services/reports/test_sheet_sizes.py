"""Sizes of columns and rows: what is in them can be read."""

from services.reports.sheet_sizes import WIDEST, column_width, row_height, text_width


def test_a_column_is_as_wide_as_its_cells_within_limits():
    """Not narrower than a heading with its filter, not wider than can be read."""
    narrow, fitting, wide = "1", "person.7@example.com", "x" * 500

    widths = [column_width("Name", [each]) for each in (narrow, fitting, wide)]

    assert widths == [9, len(fitting) + 2, WIDEST]


def test_some_scripts_take_twice_the_room():
    """And only the widest line counts."""
    text = "ab\n王小明"

    width = text_width(text)

    assert width == 6


def test_a_row_is_as_high_as_its_longest_text():
    """One line needs no height of its own; no row is higher than a spreadsheet allows."""
    one, two, many = ("short", 30.0), ("first\nsecond", 30.0), ("word " * 9_000, 30.0)

    heights = [row_height(one), row_height(one, two), row_height(many), row_height()]

    assert heights == [None, 30, 409, None]
