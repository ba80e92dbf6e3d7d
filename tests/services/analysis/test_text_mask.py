"""Texts that say nothing of who they are about: names, addresses, links, vendors' ids."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.analysis.name_finder import SOMEBODY
from services.analysis.text_mask import ADDRESS, ID, LINK, TextMask

X = "Candidate 7KQH-4MXP"
Y = "Candidate B2CD-9ZWV"


@pytest.fixture
def mask():
    """Return a mask that knows one person and two ids of vendors."""
    return TextMask(
        [("Imani Rookwood", X)],
        [("i.rookwood42@example.com", X)],
        ids=["int_9f31c0", "a b/77"],
    )


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Write to I.ROOKWOOD42@example.com.", f"Write to {X}."),
        ("Write to ruth@example.org, please", f"Write to {ADDRESS}, please"),
        ("github i.rookwood42", f"github {X}"),
        ("See https://example.com/imani?x=1 now", f"See {LINK} now"),
        ("www.example.com/cv", LINK),
        ("mailto:imani@example.com", LINK),
        ("GET /interviews/int_9f31c0/report", f"GET /interviews/{ID}/report"),
        ("id a b/77!", f"id {ID}!"),
        ("Imani", X),
        ("5 @ 20 a day, and/or node.js", "5 @ 20 a day, and/or node.js"),
        ("i.rookwood42 (at) example.com!", f"{X}!"),
        ("it is i dot rookwood42 at example dot com, yes", f"it is {X}, yes"),
        ("I.Rookwood42＠example.com", X),
        ("i.rookwood42 @exa\u200bmple [dot] com", X),
        ("ruth arroba example punto org", ADDRESS),
        ("ruth.k at gmail.com", ADDRESS),
        ("我的邮箱是i.rookwood42@example.com吗", f"我的邮箱是{X}吗"),
        ("see //cdn.example.com/cv.pdf, or //host/cv", f"see {LINK}, or {LINK}"),
        ("(http:/example.com/a)", f"({LINK})"),
        ("https\u200b://example.com/a", LINK),
        ("My CV: github.com/irook.", f"My CV: {LINK}."),
    ],
)
def test_what_points_at_somebody_is_replaced(mask, text, masked):
    """A known address is its person, an unknown one is hidden, a link is never kept."""
    found = mask.masked(text)

    assert found == masked


@pytest.mark.parametrize(
    "text",
    [
        "Look at the dot, then meet at example.com at noon",
        "accurate at zero dot five, at 3 (at) most",
        "x = 5 // 2  // halved, and //no link",
        "Node.js/Express, ASP.NET/C#, TCP/IP, 24/7, src/app.py",
        "@Override; me @ work; C:\\temp",
    ],
)
def test_ordinary_words_are_no_address_and_no_link(mask, text):
    """What is merely said at a place, commented, or divided."""
    found = mask.masked(text)

    assert found == text


def test_a_mailbox_that_is_a_word_stays_a_word():
    """The address belongs to somebody, the word before its @ does not."""
    mask = TextMask([], [("info@example.com", X)])

    found = mask.masked("For info: info@example.com")

    assert found == f"For info: {X}"


def test_a_name_is_found_as_the_address_spells_it():
    """Who writes their name in Cyrillic is called by it in Latin letters, too."""
    mask = TextMask([("Оюунаа Бат", X)], [("oyunaa.bat7@example.com", X)])

    found = mask.masked("Thank you, Oyunaa. Оюунаа Бат, oyunaa bat")

    assert found == f"Thank you, {X}"


def test_an_address_says_nothing_more_of_who_writes_their_name_in_latin():
    """The words of an address are no name where the name is known in these letters."""
    mask = TextMask([("Imani Rookwood", X)], [("night.nurse@example.com", X)])

    found = mask.masked("The nurse, Imani")

    assert found == f"The nurse, {X}"


def test_an_address_that_two_people_share_names_neither():
    """A family's address is hidden, and no pseudonym is given for it."""
    mask = TextMask([], [("home@example.com", X), ("home@example.com", Y)])

    found = mask.masked("home@example.com")

    assert found == SOMEBODY


def test_a_text_without_anything_is_the_same_object(mask):
    """Nothing is written anew where nothing changes."""
    text = "Nothing of interest, école 中文 \u202e"

    assert mask.masked(text) is text


def test_a_long_text_without_spaces_is_walked_once(mask):
    """A hostile text of a million signs is read in a moment."""
    text = "a" * 1_000_000

    found = mask.masked(text)

    assert found == text


@given(st.text())
def test_nothing_breaks_it(text):
    """Any text comes out as a text."""
    mask = TextMask([("Imani Rookwood", X)], [("i@example.com", X)], ids=["int_9f31c0"])

    found = mask.masked(f"{text} Imani {text}")

    assert "Imani" not in found.split()
