"""Pieces of text in a row: each ends once, and foreign names stay in one line."""

import pytest

from components.documents.sentences import joined, short


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("Pass", "The vendor says: Pass"), "Pass. The vendor says: Pass."),
        (("Really?", None, "", "是的。"), "Really? 是的。"),
        ((" ",), ""),
    ],
)
def test_every_part_ends_once(parts, said):
    """Empty parts leave nothing behind."""
    pieces = parts

    text = joined(*pieces)

    assert text == said


def test_a_long_text_is_cut_with_a_sign():
    """One line, without what would turn letters around."""
    text = "‮Ana\n" + "b" * 900

    told = short(text)

    assert told.endswith("…")
    assert len(told) < 120
    assert not set("\n‮") & set(told)
