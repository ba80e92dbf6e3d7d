"""Texts from outside stand in a figure as they are written, and nothing more happens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts import label


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>Kafka</b>", "&lt;b&gt;Kafka&lt;/b&gt;"),
        ("R&D", "R&amp;D"),
        ("costs $5 or $6", "costs &#36;5 or &#36;6"),
        ("%{x}", "&#37;{x}"),
        ("two\n lines", "two lines"),
    ],
)
def test_markup_is_shown_not_obeyed(text, shown):
    """What Plotly would read as markup, formula or placeholder is escaped."""
    written = text

    found = label.escaped(written)

    assert found == shown


def test_control_characters_leave_a_visible_trace():
    """A NUL or a direction override becomes the replacement sign."""
    written = "report\u202egpj.exe\x00"

    found = label.clean(written)

    assert found == "report\ufffdgpj.exe\ufffd"


def test_right_to_left_names_are_isolated():
    """A name in Arabic does not turn around the number that follows it."""
    written = "سلمى"

    found = label.plain(written)

    assert found == "\u2068سلمى\u2069"


def test_a_cut_text_fits_its_room():
    """A text too wide is cut with an ellipsis; one that fits is left alone."""
    written = "Ability to explain distributed transactions"

    cut, whole = label.shortened(written, room=90), label.shortened("Kafka", room=90)

    assert cut.endswith("…")
    assert label.width(cut) <= 90
    assert whole == "Kafka"


def test_a_letter_is_never_cut_in_two():
    """The cut falls between letters, not between a letter and its accent."""
    written = "e\u0301" * 40

    found = label.shortened(written, room=100)

    assert found.removesuffix("…").endswith("e\u0301")


def test_numbered_names_keep_what_tells_them_apart():
    """They are cut in the middle, between letters; one that fits is left alone."""
    numbered = [f"subject_matter_expert_{number}" for number in (1, 2)]
    accented = "e\u0301" * 40

    found = [label.narrowed(each, room=110, size=11) for each in numbered]
    middle = label.narrowed(accented, room=100)

    assert found[0] != found[1]
    assert [each[-1] for each in found] == ["1", "2"]
    assert max(label.width(each, size=11) for each in found) <= 110
    assert middle.partition("…")[2].startswith("e\u0301")
    assert label.narrowed("Kafka", room=90) == "Kafka"


def test_the_last_line_is_cut():
    """A text wraps at words; what does not fit the last line ends in an ellipsis."""
    written = "one two three four five six seven"

    found = label.wrapped(written, room=60, lines=2)

    assert len(found) == 2
    assert found[0] == "one two"
    assert found[1].endswith("…")


@given(st.text(max_size=60))
def test_no_text_keeps_a_meaning_to_plotly(text):
    """Whatever is written, no tag, formula or placeholder is left."""
    written = text

    found = label.block(written, room=80, lines=3)

    assert not set("$%") & set(found.replace("&#36;", "").replace("&#37;", ""))
    assert "<" not in found.replace("<br>", "")
