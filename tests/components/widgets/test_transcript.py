"""The transcript: chapters in their places, and the second that a click asks for."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from tests.components.widgets.events import app_of, data_of, send


def _page():
    import streamlit as st

    from components.widgets.transcript import transcript
    from services.models.recording import Chapter, Speaker, TranscriptLine

    lines = [
        TranscriptLine(index=0, speaker="", role=Speaker.INTERVIEWER, text="<i>Hi</i>", start_s=0),
        TranscriptLine(index=1, speaker="Ольга", text="\u202eNo time"),
        TranscriptLine(index=2, speaker="Ольга", text="Later", start_s=61.5),
    ]
    chapters = [
        Chapter(title="Two", start_s=60),
        Chapter(title="One", start_s=0),
        Chapter(title="Silent", start_s=3700),
    ]
    transcript(
        lines,
        key="lines",
        on_seek=lambda second: st.session_state.update(second=second),
        chapters=chapters,
        current_s=61.5,
        channel="video",
    )
    st.text(repr(st.session_state.pop("second", None)))


def test_chapters_stand_before_the_first_line_said_in_them():
    """A line without a time keeps its place; a chapter without lines is not dropped."""
    app = app_of(_page)

    app.run()

    entries = data_of(app, "lines")["entries"]
    assert [entry.get("chapter") or entry["text"] for entry in entries] == [
        "One",
        "<i>Hi</i>",
        "�No time",
        "Two",
        "Later",
        "Silent",
    ]
    assert entries[-1]["start"] == "1:01:40"


def test_a_line_without_a_name_is_named_by_its_role():
    """Who speaks is always said."""
    app = app_of(_page)

    app.run()

    assert data_of(app, "lines")["entries"][1]["speaker"] == "Interviewer"


def test_a_click_on_a_time_is_the_second_to_go_to():
    """The listener gets the second before the page is drawn, and once."""
    app = app_of(_page).run()

    send(app, "lines", event="seek", value=61.5)

    assert app.text[0].value == "61.5"
    assert app.run().text[0].value == "None"
