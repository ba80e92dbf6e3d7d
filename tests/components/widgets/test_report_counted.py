"""What the parts of a report said a moment ago, and for how long that holds."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

import pytest

from tests.components.widgets.events import app_of


def _page():
    import streamlit as st

    from components.widgets import report_counted
    from services.models.ask import OperationsAsk
    from services.models.export import ExportOptions, Format

    options = ExportOptions(
        format=st.session_state.get("format", Format.PDF),
        masked=st.session_state.get("masked", False),
    )
    kept = report_counted.counted(st.session_state.get("generation", 1), options)
    st.session_state["known"] = len(kept)
    kept[OperationsAsk()] = "counted"
    if not st.session_state.get("elsewhere"):
        st.tabs(["Parts", "Preview"], key=report_counted.TABS, on_change="rerun")


@pytest.mark.parametrize(
    ("name", "value", "known"),
    [("format", "pptx", 1), ("masked", True, 0), ("generation", 2, 0)],
)
def test_what_was_counted_holds_while_nothing_was_written(name, value, known):
    """Another format or title counts nothing anew; masked or with new interviews all is."""
    app = app_of(_page).run()
    first = app.session_state["known"]
    again = app.run().session_state["known"]

    app.session_state[name] = value
    app.run()

    assert (first, again, app.session_state["known"]) == (0, 1, known)


def test_another_visit_counts_anew():
    """A reader who reviewed a flag meanwhile finds it in the report."""
    app = app_of(_page).run()
    app.session_state["elsewhere"] = True
    app.run()

    app.run()

    assert app.session_state["known"] == 0
