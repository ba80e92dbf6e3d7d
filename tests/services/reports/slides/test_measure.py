"""Measuring: what is said to fit does fit, and nothing is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from services.reports.slides import measure

ROOM = 120.0


@given(st.text(st.characters(exclude_characters="\n"), max_size=300))
def test_lines_joined_are_the_paragraph(text):
    """Breaking a paragraph loses and adds nothing."""
    lines = measure.wrapped(text, 12, ROOM)

    assert "".join(lines) == text


@given(st.text(st.characters(exclude_characters="\n"), max_size=300))
def test_no_line_is_wider_than_its_room(text):
    """Even a word without a blank is broken; blanks at an end do not count."""
    lines = measure.wrapped(text, 12, ROOM)

    assert all(measure.width(line.strip(" "), 12) <= ROOM for line in lines)


@given(st.text(max_size=600), st.integers(1, 4))
def test_a_cut_text_fits(text, lines):
    """A cut text has no more lines than asked for, and ends with an ellipsis if anything went."""
    kept = measure.cut(text, 12, ROOM, lines=lines)

    assert measure.height(kept.rstrip(), 12, ROOM) <= lines * 12 * measure.LEADING + 0.01
    assert kept == text or kept.endswith(measure.ELLIPSIS)


def test_wide_signs_take_a_whole_em_and_break_anywhere():
    """Chinese has no blanks: a line may end after every sign."""
    text = "王" * 30

    lines = measure.wrapped(text, 10, 105)

    assert measure.width("王", 10) == 10 * 1.04
    assert [len(line) for line in lines] == [10, 10, 10]


def test_combining_signs_take_no_room():
    """An accent written as a sign of its own stands above the letter."""
    plain, accented = "e", "e\u0301"

    wide = measure.width(accented, 12)

    assert wide == measure.width(plain, 12)


def test_a_megabyte_is_cut_without_reading_it_all():
    """Only the beginning of an endless text is measured."""
    text = "word " * 200_000

    kept = measure.cut(text, 12, ROOM, lines=2)

    assert len(kept) < 100
