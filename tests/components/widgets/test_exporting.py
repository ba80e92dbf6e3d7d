"""The tray of exports: how far each one is, and how a reader ends it."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from services.models.export import ExportState, Stage
from tests.components.widgets.events import app_of

RUNNING = ExportState(id="a", title="Cohorts", stage=Stage.RUNNING, words="Drawing", share=0.25)
FAILED = ExportState(id="b", title="Agents", stage=Stage.FAILED, words="No *browser* here.")
DONE = ExportState(
    id="c",
    title="Funnel",
    stage=Stage.DONE,
    file_name="operations-2026-11-23-1504.xlsx",
    mime="application/x-x",
    size=234_000,
)


def _page(states):
    import streamlit as st

    from components.widgets import exporting
    from services.models.export import Stage

    cancelled = st.session_state.setdefault("cancelled", [])
    over = {"stage": Stage.CANCELLED, "words": "Called off."}
    known = {
        each.id: each.model_copy(update=over) if each.id in cancelled else each for each in states
    }
    st.session_state.setdefault("export-jobs", tuple(known))
    exporting.tray(
        exporting.TrayActions(
            state=known.__getitem__, cancel=cancelled.append, file=lambda id_: id_.encode()
        )
    )


def _said(app) -> str:
    return app.markdown[0].value.replace("\\", "")


def test_without_exports_there_is_no_tray():
    """Not even an empty band at the foot of the page."""
    app = app_of(_page, ())

    app.run()

    assert not app.get("container")
    assert not app.button
    assert not app.markdown


def test_a_running_export_says_how_far_it_is():
    """With a way to call it off."""
    app = app_of(_page, (RUNNING,))

    app.run()

    (bar,) = app.get("progress")
    assert (bar.proto.value, bar.proto.text) == (25, "**Cohorts**: Drawing …")
    assert [each.label for each in app.button] == ["Cancel"]


def test_a_finished_export_can_be_fetched_and_is_fetched_by_itself():
    """The button has the file's own name; the browser is told which one to press."""
    app = app_of(_page, (DONE,))

    app.run()

    (button,) = app.get("download_button")
    assert "**operations-2026-11-23-1504.xlsx**, 0.2 MB" in _said(app)
    assert button.proto.id.endswith("fetch-c")
    assert "st-key-fetch-c" in app.get("bidi_component")[0].proto.json


def test_a_failed_export_says_why_in_plain_text():
    """Its sentence is no markdown; there is nothing to download."""
    app = app_of(_page, (FAILED,))

    app.run()

    assert r"No \*browser\* here" in app.markdown[0].value
    assert not app.get("download_button")
    assert [each.label for each in app.button] == ["Dismiss"]


def test_each_export_stands_by_itself_the_newest_first():
    """One that failed takes no other with it."""
    app = app_of(_page, (RUNNING, FAILED, DONE))

    app.run()

    assert [each.key for each in app.button] == ["end-all", "end-c", "end-b", "end-a"]
    assert len(app.get("download_button")) == 1


def test_what_is_called_off_says_so_until_it_is_dismissed():
    """It is called off where it runs; the others stay as they are."""
    app = app_of(_page, (RUNNING, DONE)).run()

    app.button(key="end-a").click().run()
    said = [each.value.replace("\\", "") for each in app.markdown]
    app.button(key="end-a").click().run()

    assert not app.get("progress")
    assert ":material/block: **Cohorts**: Called off." in said
    assert app.session_state["cancelled"] == ["a", "a"]
    assert app.session_state["export-jobs"] == ("c",)


def test_what_is_over_can_be_dismissed_at_once():
    """Finished or failed, and what is made of them goes; what still runs stays."""
    app = app_of(_page, (RUNNING, FAILED, DONE)).run()

    app.button(key="end-all").click().run()

    assert app.session_state["cancelled"] == ["b", "c"]
    assert app.session_state["export-jobs"] == ("a",)
    assert [each.key for each in app.button] == ["end-a"]


def test_one_alone_needs_no_way_to_dismiss_all():
    """It has its own."""
    app = app_of(_page, (RUNNING, DONE))

    app.run()

    assert "end-all" not in [each.key for each in app.button]


def test_an_export_that_is_no_longer_kept_still_has_a_name():
    """After half an hour, or when the server was started anew."""
    gone = ExportState(id="d", title="", stage=Stage.FAILED, words="Make it again.")

    app = app_of(_page, (gone,)).run()

    assert "**Export**: Make it again." in _said(app)
