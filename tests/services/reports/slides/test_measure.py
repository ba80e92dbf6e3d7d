"""Measuring: what is said to fit does fit, and nothing is lost on the way."""

import pytest
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


@pytest.mark.parametrize(
    ("said", "rest", "left"),
    [
        ("Ines Fairweather 58 (5", "3–63); Ana", "Ines Fairweather"),
        ("Ana +10 (+4.6 to", " +15.8)", "Ana"),
        ("Ana 5", "8, no band given", "Ana"),
        ("Ana 4.3", " of 5, no band given", "Ana"),
        ("Ana 58 (53–63)", "; Ben 40", "Ana 58 (53–63)"),
        ("Room 7", "; upstairs", "Room 7"),
        ("Measured by pf_domain_v3", ", all", "Measured by pf_domain_v3"),
    ],
)
def test_no_cut_leaves_half_a_number_or_a_score_without_its_band(said, rest, left):
    """Half a number is another number."""
    kept = measure.unbroken(said, rest)

    assert kept == left


@given(st.text(min_size=1).filter(lambda text: "\n" not in text), st.floats(20, 400))
def test_a_name_without_its_middle_fits(text, room):
    """It is whole where it fits."""
    shown = measure.shortened(text, 10, room)

    assert measure.width(shown, 10) <= room + 1e-6


def test_names_that_begin_alike_can_be_told_apart():
    """The end says whose score a row is."""
    names = [f"{'A very long skill ' * 5}· {name}" for name in ("Ana", "Ben")]

    shown = [measure.shortened(name, 10, 200) for name in names]

    assert [each[-3:] for each in shown] == ["Ana", "Ben"]


def test_a_sentence_that_is_one_letter_has_its_room():
    """Its letter is many times as wide as others."""
    wide = measure.width("\ufdfd", 10)

    assert wide > 5 * measure.width("W", 10)
