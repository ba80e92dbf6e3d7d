"""The head of the Reports page: how a report is made and saved."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from services.models.ask import OperationsAsk
from services.models.export import Format, Paper
from services.models.plan import Pin, ReportPlan
from tests.components.widgets.events import app_of

PLAN = ReportPlan(title="Weekly", pins=(Pin(ask=OperationsAsk()),))


def _page(plan, refusal=""):
    from datetime import UTC, datetime

    import streamlit as st

    from components.widgets import pinning, report_builder
    from services.errors import InputError
    from services.models.plan import SavedReport

    told = st.session_state.setdefault("told", [])

    def save(kept):
        if refusal:
            raise InputError(refusal)
        told.append(("save", kept))
        now = kept.model_copy(update={"saved_as": "r1"})
        return SavedReport(plan=now, saved_at=datetime(2026, 3, 4, tzinfo=UTC))

    def start(wanted, options, **named):
        told.append(("start", wanted, options, named["title"]))
        return "job"

    if "report-plan" not in st.session_state:
        pinning.put(plan)
    actions = report_builder.BuilderActions(save=save, forget=told.append, start=start)
    report_builder.settings(pinning.plan(), actions=actions)


def _plan(app) -> ReportPlan:
    return app.session_state["report-plan"]


def test_what_is_chosen_is_what_is_exported():
    """Title, format, paper and masking, of the report as it stands."""
    app = app_of(_page, PLAN).run()
    app.text_input[0].set_value("  Monthly ")
    app.selectbox[0].set_value(Format.PPTX)
    app.button_group[0].set_value(Paper.LETTER.value)
    app.toggle[0].set_value(True)
    app.run()

    app.button(key="export-report").click().run()

    _, wanted, options, title = app.session_state["told"][-1]
    assert (wanted.title, title) == ("Monthly", "Monthly")
    assert (options.format, options.paper, options.masked) == (Format.PPTX, Paper.LETTER, True)
    assert app.session_state["export-jobs"] == ("job",)


def test_a_report_without_a_title_has_one():
    """Nothing is printed without a name."""
    app = app_of(_page, PLAN).run()

    app.text_input[0].set_value("   ").run()

    assert _plan(app).title == "Report"


def test_saving_keeps_the_report_at_hand():
    """The next save is one of changes."""
    app = app_of(_page, PLAN).run()

    app.button(key="save-report").click().run()

    assert _plan(app).saved_as == "r1"
    assert app.button(key="save-report").label == "Save changes"


def test_what_cannot_be_saved_says_why():
    """In plain text; the report at hand stays as it is."""
    app = app_of(_page, PLAN, "Not *now*.").run()

    app.button(key="save-report").click().run()

    assert r"Not \*now\*" in app.error[0].value
    assert _plan(app) == PLAN


def test_beginning_anew_empties_the_fields_too():
    """A title of the report before is no title of this one."""
    app = app_of(_page, PLAN).run()
    app.text_input[0].set_value("Monthly").run()

    app.button(key="clear-report").click().run()

    assert _plan(app) == ReportPlan()
    assert app.text_input[0].value == "Report"
    assert app.button(key="export-report").disabled
