"""Texts that no spreadsheet runs: every sign, wherever a cell may begin."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.models.neutral import is_formula, neutralised

SIGNS = "=+-@|%"
TEXTS = st.text(st.sampled_from(list("=+-@|%;\t\r\n \u200b\"'ab1,＝－\ufeff")), max_size=20)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "\t=1",
        "\rx",
        " =1",
        "＝1",
        "\u200b=1",
        "\ufeff@x",
        "　＋1",
        "=\u0338",
    ],
)
def test_a_text_that_could_be_a_formula_gets_an_apostrophe(text):
    """Also behind white space, invisible signs and full-width forms."""
    harmful = text

    safe = neutralised(harmful)

    assert is_formula(harmful)
    assert not is_formula(safe)
    assert safe.replace("'", "") == harmful


@pytest.mark.parametrize("text", ["a=1", "C++", "3-4", "", " plain", "'=quoted", "李小梅", "a; b"])
def test_a_plain_text_is_left_alone(text):
    """Signs inside of a text are no formula."""
    harmless = text

    safe = neutralised(harmless)

    assert safe == harmless


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("x;=1+1", "x;'=1+1"),
        ("x; =1;y", "x; '=1;y"),
        ('x;"=1', "x;\"'=1"),
        ("x\t@SUM(A1)", "x\t'@SUM(A1)"),
        ("Good:\n- fast", "Good:\n'- fast"),
        ("a|-1", "a|'-1"),
        ("a\u2028=1", "a\u2028'=1"),
    ],
)
def test_a_sign_behind_a_separator_is_held_apart(text, safe):
    """Who opens the file with another separator has a cell begin there."""
    harmful = text

    found = neutralised(harmful)

    assert found == safe


def test_every_sign_that_unicode_folds_into_a_formulas_is_known():
    """Full-width, small and raised forms, and whatever else there is."""
    every = map(chr, range(sys.maxunicode + 1))

    folded = [sign for sign in every if unicodedata.normalize("NFKC", sign)[:1] in set(SIGNS)]

    assert [sign for sign in folded if not is_formula(sign)] == []


def test_every_sign_that_spreadsheets_may_look_past_is_known():
    """White space, controls and format signs before a formula hide it from no one."""
    every = (chr(number) for number in range(sys.maxunicode + 1) if not 0xD800 <= number < 0xE000)

    skipped = [
        sign for sign in every if sign.isspace() or unicodedata.category(sign) in ("Cf", "Cc", "Zs")
    ]

    assert [sign for sign in skipped if not is_formula(f"{sign}=1")] == []


@given(TEXTS)
def test_no_cell_of_any_separator_begins_with_a_sign(text):
    """However the text is taken apart, and whatever is looked past."""
    harmful = text

    cells = re.split(r"[;\t\r\n|]", neutralised(harmful))

    # A reader takes quotes off a cell that a separator made, and not off the text's own beginning.
    shown = [re.sub(r"^[\s\u200b\ufeff]+", "", cells[0])]
    shown += [re.sub(r'^[\s"\u200b\ufeff]+', "", cell) for cell in cells[1:]]
    assert not any(cell[:1] in set("=+-@%＝－") for cell in shown if cell)


@given(TEXTS)
def test_nothing_but_apostrophes_is_added(text):
    """The text can be read as it was."""
    harmful = text

    safe = neutralised(harmful)

    assert safe.replace("'", "") == harmful.replace("'", "")
