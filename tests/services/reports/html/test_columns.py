"""How wide a table's columns are."""

import pytest

from services.reports.html.columns import Column, measured, pages, shares, size

SHORT = measured("Time", ["0:17"], after_numbers=False)
LONG = measured("Text", ["word " * 200], after_numbers=False)


def test_a_column_needs_its_longest_word():
    """A word of usual length is never broken."""
    column = measured("Who", ["Subject Matter Expert", "Chidi"], after_numbers=False)

    assert column.need >= len("Subject")
    assert column.like >= len("Subject Matter Expert")


def test_letters_of_east_asia_are_twice_as_wide():
    """A column of Chinese names gets the room that it is drawn in."""
    latin = measured("", ["wang"], after_numbers=False)

    chinese = measured("", ["王小明王"], after_numbers=False)

    assert chinese.need == latin.need + 4


def test_long_texts_take_what_is_left():
    """A transcript's words get most of the page, its times as much as they like."""
    columns = [SHORT, SHORT, LONG]

    found = shares(columns)

    assert sum(found) == pytest.approx(100)
    assert found[2] > 75
    assert found[0] > 5


@pytest.mark.parametrize(("count", "told"), [(3, "half"), (9, "many"), (14, "dense"), (19, "tiny")])
def test_more_columns_are_set_smaller(count, told):
    """So that all of them stand beside each other."""
    columns = [SHORT] * count

    found = size(columns)

    assert found == told


def test_columns_that_no_page_holds_stand_below_each_other():
    """Each part begins with the columns that say whose rows they are; none is lost."""
    columns = [Column(need=16, like=16, want=16)] * 12

    parts = pages(columns)

    assert len(parts) > 1
    assert all(part[:2] == [0, 1] for part in parts)
    assert sorted({place for part in parts for place in part}) == list(range(12))


def test_columns_that_fit_stay_together():
    """A table is not torn apart without need."""
    columns = [SHORT] * 8

    parts = pages(columns)

    assert parts == [list(range(8))]


def test_short_texts_are_never_broken():
    """A date keeps its room however many columns there are; a sentence does not."""
    date = measured("Begins", ["23 Nov 2026"], after_numbers=False)
    sentence = measured("Begins", ["It is not over yet, and nobody knows."], after_numbers=False)

    assert date.is_short
    assert date.need >= len("23 Nov 2026")
    assert not sentence.is_short


def test_a_rare_long_text_takes_no_room_from_other_columns():
    """A column likes what most of its texts take; the few others go on in a second line."""
    usual = ["Reported"] * 19

    column = measured("Status", [*usual, "Technical failure"], after_numbers=False)

    assert column.like < len("Technical failure")
    assert column.need >= len("Technical")
