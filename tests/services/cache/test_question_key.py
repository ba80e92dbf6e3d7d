"""The number that stands for a question's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from services.cache.question_key import question_key


@pytest.mark.parametrize(
    "same", ["how do you test a dam?", "How  do\nyou test a dam? ", "HOW DO YOU TEST A DAM?"]
)
def test_case_and_blanks_make_no_difference(same):
    """A question that is printed otherwise in another interview is the same question."""
    key = question_key("How do you test a dam?")

    assert question_key(same) == key


def test_other_words_are_another_question():
    """One word more is enough."""
    keys = {question_key(text) for text in ("Why a dam?", "Why a dam here?", "为什么是大坝？")}

    assert len(keys) == 3


@pytest.mark.parametrize("text", ["", "  \n", "\x00"])
def test_without_words_there_is_no_key(text):
    """Two questions that say nothing are not the same question."""
    key = question_key(text)

    assert key is None


def test_the_key_is_the_same_on_every_machine():
    """Links hold it: it must not change with the process or the version of Python."""
    key = question_key("Why a dam?")

    assert key == -1757137778526890126


@given(text=some.text())
def test_every_key_fits_into_a_column(text):
    """A signed number of 64 bits, even of characters that cannot be encoded."""
    key = question_key(text + "\ud800 why")

    assert key is not None
    assert -(2**63) <= key < 2**63
