"""What a person sends: once, and what came of it is told even where a second click came after."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

import pytest

from services.errors import VendorDownError
from tests.components.widgets.events import app_of


def _page(send):
    import streamlit as st

    from components.widgets import sending

    if st.button("Prepare", key="prepare"):
        st.session_state["ready"] = True
    if st.session_state.get("ready") and st.button("Send", key="send"):
        sending.send_once(send, confirmed="ready", told="told")
    sending.outcome(str, st.success, told="told")


class _Post:
    """Takes letters; another click may come while it does."""

    def __init__(self, *, error=None):
        self.sent = 0
        self.error = error

    def __call__(self):
        self.sent += 1
        if self.error:
            raise self.error
        return f"Letter {self.sent} is on its way."


@pytest.fixture
def post():
    return _Post()


@pytest.fixture
def app(post):
    return app_of(_page, post).run().button(key="prepare").click().run()


def test_what_came_of_it_is_shown_once(app, post):
    """The next run has nothing of it, neither on the page nor in the session."""
    app.button(key="send").click().run()
    told = [one.value for one in app.success]

    app.run()

    assert told == ["Letter 1 is on its way."]
    assert not app.success
    assert "told" not in app.session_state
    assert post.sent == 1


def test_a_second_click_sends_nothing(app, post):
    """A double click is one wish: the confirmation is gone with the first click."""
    app.button(key="send").click()
    states = app._tree.get_widget_states()

    app._run(states)
    app._run(states)

    assert not app.exception
    assert post.sent == 1


def test_what_came_of_it_waits_for_a_page_that_is_drawn_to_its_end(app):
    """A click that ends the run in the middle loses no answer: the next run tells it."""
    app.session_state["told"] = ["Letter 1 is on its way."]

    app.run()

    assert [one.value for one in app.success] == ["Letter 1 is on its way."]
    assert "told" not in app.session_state


def test_a_failure_is_a_sentence_and_nothing_is_sent_again(app, post):
    """Whether it may have arrived all the same is for the sentence to say."""
    post.error = VendorDownError("Toy", "No answer came. Look there first.")
    app.button(key="send").click().run()

    app.run()

    assert not app.exception
    assert post.sent == 1
    assert "ready" not in app.session_state


def test_a_failure_is_told_once(app, post):
    """In the run of the click, and not for ever after."""
    post.error = VendorDownError("Toy", "No answer came.")

    app.button(key="send").click().run()
    told = [one.value for one in app.error]
    app.run()

    assert told == [r"Toy\: No answer came\."]
    assert not app.error
