"""The report that a reader puts together, page by page."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from tests.components.widgets.events import app_of, data_of, send


def _page(ask=None, pins=()):
    import streamlit as st

    from components.widgets import pinning
    from components.widgets.plain_table import plain_table
    from services.models.plan import ReportPlan
    from services.models.table import Table

    if pins and "begun" not in st.session_state:
        st.session_state["begun"] = True
        pinning.put(ReportPlan(pins=pins))
    pinning.show(ask)
    table = Table(columns=("Stage",), rows=(("Invited",),))
    plain_table(table, title="Stages", key="stages", pinned_as="funnel")
    plain_table(table, title="Others", key="others")


def _asked():
    from services.models.ask import OperationsAsk

    return OperationsAsk()


def test_a_table_of_the_pages_document_can_be_pinned_once():
    """Then it says that it is there."""
    app = app_of(_page, _asked()).run()
    assert data_of(app, "stages")["pin"] == "add"

    send(app, "stages", event="pinned", value=1)

    (pin,) = app.session_state["report-plan"].pins
    assert (pin.ask, pin.block) == (_asked(), "funnel")
    assert data_of(app, "stages")["pin"] == "in"


def test_what_stands_in_no_document_cannot_be_pinned():
    """Neither a table of its own, nor anything on a page that has no document."""
    app = app_of(_page, _asked()).run()
    bare = app_of(_page).run()

    offered = [data_of(app, "others")["pin"], data_of(bare, "stages")["pin"]]

    assert offered == [None, None]


def test_the_same_table_under_other_filters_is_another_part():
    """What was pinned keeps the filters that it was pinned with."""
    from services.models.browse import InterviewFilter
    from services.models.plan import Pin

    nurses = _asked().model_copy(update={"wanted": InterviewFilter(roles=("Nurse",))})

    app = app_of(_page, _asked(), (Pin(ask=nurses, block="funnel"),)).run()

    assert data_of(app, "stages")["pin"] == "add"


def test_a_full_report_says_so():
    """Nothing is dropped in silence."""
    from services.models.plan import MOST_PINS, Pin

    pins = tuple(Pin(ask=_asked(), block=f"part{number}") for number in range(MOST_PINS))
    app = app_of(_page, _asked(), pins).run()

    send(app, "stages", event="pinned", value=1)

    assert len(app.session_state["report-plan"].pins) == MOST_PINS
    assert "Remove one" in app.toast[0].value
