"""The forms of the Sources page: interviews are made and recordings sent after a second look."""

import io
import wave

import pytest

PAGE = "pages/manage/sources.py"
VENDORS = ("qode", "instaview", "round0", "zenhire")


def _shown(app) -> str:
    kinds = (app.success, app.info, app.warning, app.error, app.markdown)
    return "\n".join(element.value for kind in kinds for element in kind)


@pytest.mark.usefixtures("vendor")
def test_an_interview_is_made_after_it_was_confirmed(open_page, services):
    """Checked, shown, sent once, and fetched by the next sync."""
    app = open_page(PAGE)
    app.text_input(key="schedule-qode-email").set_value("imani@example.com")
    app.selectbox(key="schedule-qode-interview_type").set_value("DATA_SCIENTIST")
    app.button(key="FormSubmitter:schedule-qode-Check and show what will be sent").click().run()
    shown, before = "\n".join(one.value for one in app.code), services.sources.one("qode")

    app.button(key="schedule-send-qode").click().run()

    assert not app.exception
    assert "imani@example.com" in shown
    assert before.state.tracked == 0
    assert services.sources.one("qode").state.tracked == 1
    assert "Qode made the interview" in _shown(app)


def test_a_form_that_breaks_a_rule_names_the_field(open_page):
    """Refused before anything is sent, also without a key."""
    app = open_page(PAGE)
    app.text_input(key="schedule-qode-email").set_value("no address")

    app.button(key="FormSubmitter:schedule-qode-Check and show what will be sent").click().run()

    assert not app.exception
    assert "email" in app.error[0].value.lower()
    assert "schedule-send-qode" not in {one.key for one in app.button}


@pytest.mark.usefixtures("vendor")
def test_only_the_vendor_that_scores_speech_takes_recordings(open_page):
    """And only those that make interviews have a form for it."""
    app = open_page(PAGE)

    takes = [name for name in VENDORS if _has_uploader(app, f"speech-file-{name}")]
    makes = [name for name in VENDORS if f"schedule-{name}" in _forms(app)]

    assert takes == ["zenhire"]
    assert makes == ["qode", "instaview", "round0"]


@pytest.mark.usefixtures("vendor")
def test_a_recording_is_sent_after_its_cost_was_shown(open_page, services):
    """The balance comes from the vendor; the run is fetched by the next sync."""
    app = open_page(PAGE)
    app.file_uploader(key="speech-file-zenhire").set_value(
        ("talk.wav", _wav(seconds=200), "audio/wav")
    ).run()
    app.button(key="speech-check-zenhire").click().run()
    cost, before = _shown(app), services.sources.one("zenhire").state.tracked

    app.button(key="speech-send-zenhire").click().run()

    assert not app.exception
    assert "this will cost" in cost
    assert (before, services.sources.one("zenhire").state.tracked) == (0, 1)
    assert "took it in as" in _shown(app)


def _has_uploader(app, key: str) -> bool:
    return key in {one.key for one in app.file_uploader}


def _forms(app) -> set[str]:
    return {one.key.split("-Check")[0].removeprefix("FormSubmitter:") for one in app.button}


def _wav(*, seconds: int) -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(100)
        file.writeframes(bytes([128]) * (100 * seconds))
    return made.getvalue()
