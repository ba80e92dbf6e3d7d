"""Paging: the place is a row and a number in the URL."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from streamlit.testing.v1 import AppTest

from services.models.browse import Cut, PageRequest
from tests.components.widgets.events import app_of


def _page():
    import streamlit as st

    from components.widgets.pager import page_request, pager
    from services.models.browse import InterviewPage
    from tests.components.widgets.rows import interview_row

    st.session_state["asked"] = page_request(limit=2)
    rows = (interview_row(id="first"), interview_row(id="last"))
    pager(InterviewPage(rows=rows, total=7, has_previous=True, has_next=True), limit=2)


def _app(**query: str) -> AppTest:
    app = app_of(_page)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def test_no_place_is_the_first_page():
    """A plain link opens at the beginning."""
    app = _app()

    asked = app.session_state["asked"]

    assert asked == PageRequest(limit=2)
    assert app.caption[0].value == "1–2 of 7 interviews · page 1 of 4"


def test_the_next_page_begins_after_the_last_row():
    """The place is the row, so that new interviews do not shift the page."""
    app = _app()

    app.button(key="pager-next").click().run()

    assert app.session_state["asked"] == PageRequest(limit=2, anchor="last", cut=Cut.AFTER)
    assert app.caption[0].value == "3–4 of 7 interviews · page 2 of 4"


def test_the_previous_page_ends_before_the_first_row():
    """Going back is going on from the other end."""
    app = _app(after="x", page="3")

    app.button(key="pager-previous").click().run()

    assert app.session_state["asked"] == PageRequest(limit=2, anchor="first", cut=Cut.BEFORE)
    assert "page 2 of 4" in app.caption[0].value


def test_the_first_page_has_no_place():
    """Page 2 goes back to a clean address, so that the first page is never a partial one."""
    app = _app(after="x", page="2")

    app.button(key="pager-previous").click().run()

    assert app.session_state["asked"] == PageRequest(limit=2)


def test_the_last_page_is_found_by_its_number():
    """There is no row to begin beside yet."""
    app = _app()

    app.button(key="pager-last").click().run()

    assert app.session_state["asked"] == PageRequest(limit=2, offset=6)


def test_a_page_number_that_is_none_is_the_first():
    """An address that somebody edited does not break the list."""
    app = _app(page="-3x")

    asked = app.session_state["asked"]

    assert asked == PageRequest(limit=2)
