"""The list of saved reports, and the report that would else be lost."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from datetime import UTC, datetime

import pytest

from services.models.ask import OperationsAsk
from services.models.plan import Pin, Printed, ReportPlan, SavedReport
from tests.components.widgets.events import app_of

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
PINS = (Pin(ask=OperationsAsk()),)
MINE = ReportPlan(title="Mine", pins=PINS)
KEPT = ReportPlan(title="<b>Weekly</b>", pins=PINS, saved_as="r1")
SAVED = SavedReport(plan=KEPT, saved_at=NOON, printed=Printed(made_at=NOON, tables=()))


def _page(plan, saved=(), refusal=""):
    from datetime import UTC, datetime

    import streamlit as st

    from components.widgets import pinning, report_builder, saved_reports
    from services.errors import InputError
    from services.models.plan import SavedReport

    told = st.session_state.setdefault("told", [])

    def save(kept):
        now = kept.model_copy(update={"saved_as": "r9"})
        return SavedReport(plan=now, saved_at=datetime(2026, 3, 4, tzinfo=UTC))

    def forget(id_):
        if refusal:
            raise InputError(refusal)
        told.append(id_)

    if "report-plan" not in st.session_state:
        pinning.put(plan)
    actions = report_builder.BuilderActions(save=save, forget=forget, start=lambda: "")
    saved_reports.saved(saved, actions=actions)
    report_builder.settings(pinning.plan(), actions=actions)


def _plan(app) -> ReportPlan:
    return app.session_state["report-plan"]


def _keys(app) -> list[str]:
    return [each.key for each in app.button]


def test_without_saved_reports_there_is_no_list():
    """An empty fold helps nobody."""
    app = app_of(_page, MINE)

    app.run()

    assert not app.expander


def test_saved_reports_say_how_often_and_when():
    """Their parts, their format, and when they were last made."""
    app = app_of(_page, MINE, (SAVED,))

    app.run()

    said = app.caption[0].value
    assert said == "1 part · PDF document · last made 4 Mar 2026, 12:00 UTC"
    assert "<b>" not in app.markdown[0].value


def test_each_button_is_heard_with_the_title_of_its_report():
    """A list of "Open", "Open", "Open" tells a listener nothing."""
    app = app_of(_page, MINE, (SAVED,))

    app.run()

    labels = {each.key: each.label.replace("\\", "") for each in app.button}
    assert labels["open-r1"] == "Open *<b>Weekly</b>*"
    assert labels["forget-r1"] == "Forget *<b>Weekly</b>*"


def test_many_stand_in_the_order_in_which_people_count():
    """The second week before the tenth, whatever the cases are."""
    titles = ["Week 10", "week 2", "Week 1", "a", "Z", "周 3", "Week ²"]
    plans = [KEPT.model_copy(update={"title": each, "saved_as": each}) for each in titles]
    reports = [SavedReport(plan=each, saved_at=NOON) for each in plans]

    app = app_of(_page, MINE, reports).run()

    opened = [key.removeprefix("open-") for key in _keys(app) if key.startswith("open-")]
    assert opened == ["a", "Week 1", "week 2", "Week 10", "Week ²", "Z", "周 3"]


@pytest.mark.parametrize("leaving", ["open-r1", "clear-report"])
def test_what_was_not_saved_is_put_aside_and_brought_back(leaving):
    """Opening another one and beginning anew lose nothing; the fields follow."""
    app = app_of(_page, MINE, (SAVED,)).run()
    app.text_input[0].set_value("Monthly").run()

    app.button(key=leaving).click().run()
    between = _plan(app).title, app.text_input[0].value, app.markdown[0].value
    app.button(key="bring-back").click().run()

    own = "Report" if leaving == "clear-report" else KEPT.title
    assert between == (own, own, "Put aside, not saved: **Monthly**, 1 part")
    assert (_plan(app).title, app.text_input[0].value) == ("Monthly", "Monthly")
    assert "bring-back" not in _keys(app)


def test_what_is_saved_or_empty_is_not_put_aside():
    """Nothing would be lost."""
    app = app_of(_page, MINE, (SAVED,)).run()
    app.button(key="save-report").click().run()

    app.button(key="open-r1").click().run()
    after_saving = _keys(app)
    app.button(key="clear-report").click().run()
    after_opening = _keys(app)
    app.button(key="open-r1").click().run()

    assert all("bring-back" not in keys for keys in (after_saving, after_opening, _keys(app)))


def test_a_report_that_was_forgotten_can_be_brought_back_until_it_is_dismissed():
    """As one that is not saved."""
    app = app_of(_page, MINE, (SAVED,)).run()

    app.button(key="forget-r1").click().run()
    app.button(key="bring-back").click().run()
    back = _plan(app)
    # It took the place of a report that was not saved either.
    app.button(key="drop-aside").click().run()

    assert app.session_state["told"] == ["r1"]
    assert back == KEPT.model_copy(update={"saved_as": ""})
    assert "bring-back" not in _keys(app)


def test_forgetting_the_report_at_hand_keeps_its_parts_on_the_page():
    """It is no saved one any more."""
    app = app_of(_page, KEPT, (SAVED,)).run()

    app.button(key="forget-r1").click().run()

    assert (_plan(app).saved_as, _plan(app).pins) == ("", PINS)
    assert "bring-back" not in _keys(app)


def test_what_cannot_be_forgotten_says_why():
    """In plain text; nothing is put aside."""
    app = app_of(_page, MINE, (SAVED,), "Not *now*.").run()

    app.button(key="forget-r1").click().run()

    assert r"Not \*now\*" in app.error[0].value
    assert "bring-back" not in _keys(app)
