"""Foreign texts in HTML: data, never markup."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.reports.html.text import attribute, breakable, escaped, one_line, shortened, width
from tests.services.reports.sample_texts import NASTY


@pytest.mark.parametrize("text", NASTY)
def test_no_markup_comes_out_of_a_text(text):
    """Whatever a text says, no element and no attribute begins in it."""
    content, value = breakable(text), attribute(text)

    assert not re.search(r"[<>\"]", content.replace("<wbr>", ""))
    assert not re.search(r"[<>\"\n\r]", value)


def test_line_breaks_of_all_kinds_are_one_kind():
    """What any system or script means by a new line is one."""
    text = "a\r\nb\rc\u2028d\u2029e\x85f"

    shown = escaped(text)

    assert shown == "a\nb\nc\nd\ne\nf"


def test_what_a_sentence_holds_apart_stays_apart():
    """Our own isolating marks become an element; stray ones are shown as something strange."""
    sentence = "Above \u2068ليلى <b>\u2069: 72. Stray \u2068 mark"

    shown = escaped(sentence)

    assert shown == "Above <bdi>ليلى &lt;b&gt;</bdi>: 72. Stray � mark"
    assert attribute("\u2068ليلى\u2069: 72") == "ليلى: 72"


def test_long_words_may_be_broken_at_their_joints():
    """An address breaks before it makes a column too wide; a short word never does."""
    text = "short ada.lovelace@example.com " + "x" * 40

    shown = breakable(text)

    assert shown.startswith("short ada.<wbr>lovelace@<wbr>example.<wbr>com ")
    assert "x" * 17 not in shown


@given(st.text())
def test_breaking_loses_nothing(text):
    """Without the marks, the text is the one that went in."""
    whole = escaped(text)

    broken = breakable(text)

    assert broken.replace("<wbr>", "") == whole


def test_a_long_line_ends_after_a_word():
    """What is cut says so, and fits."""
    text = "Role: Nurse · since 2026-01-01 · with notices"

    cut = shortened(text, room=30)

    assert cut == "Role: Nurse · since…"
    assert shortened(text, room=100) == text


@given(st.text(), st.integers(min_value=2, max_value=40))
def test_a_cut_line_fits(text, room):
    """However wide the letters are."""
    line = one_line(text)

    cut = shortened(text, room=room)

    assert width(cut) <= room
    assert cut == line or cut.endswith("…")


def test_escaping_is_read_back_as_the_same_text():
    """A reader sees the signs that were written."""
    text = "a & b < c > d \" e ' f"

    shown = escaped(text)

    assert html.unescape(shown) == text
