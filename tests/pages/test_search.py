"""The search page: from words to the second at which they were said."""

import pytest

from tests.components.widgets.events import send
from tests.pages import answers

PAGE = "pages/review/search.py"


def test_no_words_ask_for_some(open_page, store, payload):
    """Nothing is searched for before something is written."""
    store(payload("complete"))

    app = open_page(PAGE)

    assert not app.exception
    assert "passages" not in answers.components(app)


def test_words_are_found_with_their_moment(open_page, store, payload):
    """Speaker, time and the places of the words in the line."""
    one = store(payload("complete"), payload("no_ci"))
    app = open_page(PAGE)

    app.text_input(key="words").set_value("queue too early").run()

    [hit] = answers.data(app, "passages")["hits"]
    [spoken] = [one for one in hit["passages"] if one["at"] == 430]
    assert hit["id"] == one
    assert spoken["clock"] == "7:10"
    assert [spoken["text"][slice(*mark)] for mark in spoken["marks"]] == ["queue", "too", "early"]


def test_a_passage_opens_the_interview_at_its_second(open_page, store, payload):
    """One click from a word to the recording."""
    one = store(payload("complete"))
    app = open_page(PAGE)
    app.text_input(key="words").set_value("queue").run()

    send(app, "passages", event="opened", value={"id": one, "at": 430})

    assert [title.value for title in app.title] == ["Оюунаа Бат"]
    assert answers.data(app, "transcript")["current"] == 430


def test_words_that_nobody_said_are_no_error(open_page, store, payload):
    """A sentence that says what to try."""
    store(payload("complete"))
    app = open_page(PAGE)

    app.text_input(key="words").set_value("xylophone").run()

    assert not app.exception
    assert "Try fewer" in app.info[0].value


@pytest.mark.parametrize("words", ['"', "*", "NEAR(a b", "a:b", "<b>salt</b>", "'; DROP TABLE x"])
def test_no_words_break_the_page(open_page, store, payload, words):
    """Signs of the search's own language are words like others."""
    store(payload("hostile"))
    app = open_page(PAGE)

    app.text_input(key="words").set_value(words).run()

    assert not app.exception
