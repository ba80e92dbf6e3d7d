"""Headings of columns: whole where there is room, and different where names are."""

from components.charts._headings import heading_lines, is_cut, turned_heading, upright_heading


def test_few_columns_have_room_for_long_words():
    """What six columns must turn stands whole above three."""
    heading = "Communication"

    few, many = is_cut(heading, columns=3), is_cut(heading, columns=6)

    assert (few, many) == (False, True)
    assert heading_lines(heading, columns=3) == (heading,)
    assert upright_heading(heading, x=0, columns=3)["text"] == heading


def test_turned_names_differ_where_their_numbers_do():
    """Two agents of one role are two columns."""
    names = [f"subject_matter_expert_{number}" for number in (1, 2)]

    found = [turned_heading(name, x=0, room=110, compact=False)["text"] for name in names]

    assert found[0] != found[1]
