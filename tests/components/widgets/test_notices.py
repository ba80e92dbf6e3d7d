"""How errors and doubts are told."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

import logging

import pytest
from streamlit.testing.v1 import AppTest

from components.widgets.notices import notice_title
from services.models.notice import NoticeCode
from tests.components.widgets.events import app_of, data_of


def _page(kind):
    import streamlit as st

    from components.widgets.notices import notice_list, told_to_the_reader
    from services import errors
    from services.models.notice import Notice, NoticeCode

    notice = Notice(code=NoticeCode.CLOCK_MISMATCH, text="<b>911 s</b>", where="/meeting_data")
    notice_list([notice], key="doubts")
    notice_list([], key="no-doubts")
    with told_to_the_reader():
        if kind == "nothing":
            msg = "No *such* interview."
            raise errors.NothingFoundError(msg)
        if kind == "down":
            raise errors.VendorDownError("Qode", "no answer from secret-host")
        if kind == "bug":
            st.text([][0])
    st.text("after")


def _app(kind: str) -> AppTest:
    return app_of(_page, kind).run()


def test_nothing_found_is_no_alarm():
    """A sound question without an answer is told in blue, as text, and the page goes on."""
    app = _app("nothing")

    info = app.info[0].value

    assert info == r"No \*such\* interview\."
    assert app.text[0].value == "after"


def test_an_error_is_a_sentence_and_the_log_has_its_kind_only(caplog):
    """The reader gets what to do; the log does not repeat what a vendor said."""
    with caplog.at_level(logging.WARNING):
        app = _app("down")

    assert "no answer from" in app.error[0].value
    assert "VendorDownError" in caplog.text
    assert "secret-host" not in caplog.text


def test_a_bug_is_let_through():
    """Only deliberate errors are told; anything else must be noticed."""
    app = _app("bug")

    exceptions = app.exception

    assert len(exceptions) == 1


def test_doubts_are_listed_with_code_and_place():
    """What to look up and where it stands in the vendor's answer; no doubts draw nothing."""
    app = _app("none")

    told = data_of(app, "doubts")["notices"]

    assert told == [
        {
            "title": "Two clocks disagree",
            "code": "clock_mismatch",
            "text": "<b>911 s</b>",
            "where": "/meeting_data",
        }
    ]
    assert len(app.get("bidi_component")) == 1


@pytest.mark.parametrize("code", NoticeCode)
def test_every_code_has_a_title(code):
    """A new code cannot reach the page without words."""
    doubt = code

    title = notice_title(doubt)

    assert title
