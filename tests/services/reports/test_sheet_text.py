"""Texts as a spreadsheet's file can hold them."""

from services.reports.sheet_text import page_text, sheet_name


def test_long_titles_keep_their_last_words():
    """They tell one question's sheet from another's."""
    taken: set[str] = set()
    titles = ("Agents and criteria in question 1", "Agents and criteria in question 2")

    names = [sheet_name(title, taken=taken) for title in titles]

    assert names == ["Agents and criteria…question 1", "Agents and criteria…question 2"]


def test_a_header_is_never_longer_than_sheets_allow():
    """An ampersand counts twice there, and some signs do: a page would lose its whole header."""
    texts = ("&" * 300, "🎻" * 300, "a short one")

    shown = [page_text(text, longest=60) for text in texts]

    assert [len(text.encode("utf-16-le")) // 2 <= 60 for text in shown] == [True] * 3
    assert shown[0].startswith("&" * 20)
    assert shown[2] == texts[2]
