"""The last visit: the browser's time counts, once a session, and never one that cannot be."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from datetime import UTC, datetime, timedelta

import pytest

from tests.components.widgets.events import app_of, data_of, tell

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
FIRST = NOW - timedelta(days=7)


def _page(now):
    import streamlit as st

    from components.widgets import last_visit

    st.session_state["told"] = last_visit.since(st.session_state.get("now", now))


def test_a_first_visit_counts_from_a_week_ago():
    """Nothing is known of an earlier one, and nobody wants all interviews there ever were."""
    app = app_of(_page, NOW)

    app.run()

    assert app.session_state["told"] == FIRST
    assert data_of(app, "last-visit") == {"now": "2026-11-23T09:30:00+00:00", "known": False}


def test_the_browsers_time_counts():
    """What was looked at before in this browser is not new again."""
    app = app_of(_page, NOW).run()

    tell(app, "last-visit", {"since": "2026-11-20T09:30:00+00:00"}).run()

    assert app.session_state["told"] == datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    assert data_of(app, "last-visit")["known"]


@pytest.mark.parametrize("told", ["", "yesterday", "2031-01-01T00:00:00+00:00"])
def test_a_time_that_cannot_be_counts_as_a_first_visit(told):
    """None, words, a time ahead: what lies in a browser may be anything."""
    app = app_of(_page, NOW).run()

    tell(app, "last-visit", {"since": told})

    assert not app.exception
    assert app.session_state["told"] == FIRST


def test_the_time_stays_the_same_for_the_session():
    """Numbers do not change under the reader's eyes because an hour has passed."""
    app = app_of(_page, NOW).run()
    tell(app, "last-visit", {"since": "2026-11-20T09:30:00+00:00"})

    app.session_state["now"] = NOW + timedelta(hours=1)
    tell(app, "last-visit", {"since": "2026-11-23T09:45:00+00:00"})

    assert app.session_state["told"] == datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    assert data_of(app, "last-visit")["now"] == "2026-11-23T09:30:00+00:00"
