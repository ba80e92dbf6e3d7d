"""The form that has a recording scored: the cost first, and paid for once."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

import pytest

from services.errors import InputError
from services.models.speech import SpeechEstimate, SpeechRequest, SpeechRun
from tests.components.widgets.events import app_of

FILE = ("talk.mp3", b"not a sound, and nobody listens", "audio/mpeg")


def _page(scorer):
    from components.widgets.speech import speech_form

    speech_form("toy", "Toy", estimate=scorer.estimate, submit=scorer.submit)


class _Scorer:
    """A vendor that scores recordings, in memory."""

    def __init__(self):
        self.asked = []
        self.paid = []
        self.refusal = None
        self.balance = 487

    def estimate(self, vendor, recording):
        self.asked.append((vendor, recording.name, recording.content))
        if self.refusal:
            raise self.refusal
        return SpeechEstimate(duration_s=725, cost=13, balance=self.balance)

    def submit(self, vendor, recording, request):
        self.paid.append((vendor, recording.name, request))
        return SpeechRun(vendor_interview_id="run-5", vendor_status="queued")


@pytest.fixture
def scorer():
    return _Scorer()


@pytest.fixture
def app(scorer):
    app = app_of(_page, scorer).run()
    return app.file_uploader(key="speech-file-toy").set_value(FILE).run()


@pytest.fixture
def checked(app):
    """Return the page with the cost on it."""
    return app.button(key="speech-check-toy").click().run()


def _keys(app) -> set[str]:
    return {one.key for one in app.button}


def test_without_a_recording_there_is_nothing_to_press(scorer):
    """No check and no sending."""
    app = app_of(_page, scorer).run()

    assert not app.button
    assert (scorer.asked, scorer.paid) == ([], [])


def test_a_recording_cannot_be_sent_before_its_cost_was_shown(app, scorer):
    """The first button only asks."""
    keys = _keys(app)

    assert keys == {"speech-check-toy"}
    assert (scorer.asked, scorer.paid) == ([], [])


def test_the_cost_is_shown_before_anything_is_sent(checked, scorer):
    """Length, price and what is left."""
    said = checked.info[0].value.replace("\\", "")

    assert said == "12:05 long: this will cost 13 credits at Toy; 487 are left."
    assert scorer.asked == [("toy", FILE[0], FILE[1])]
    assert scorer.paid == []


def test_a_balance_that_is_not_told_is_no_zero(app, scorer):
    """The words say that it is not known."""
    scorer.balance = None

    app.button(key="speech-check-toy").click().run()

    assert "does not tell how many are left" in app.info[0].value


def test_a_sent_recording_is_told_and_cannot_be_sent_again(checked, scorer):
    """The run's id is shown; the button is gone."""
    checked.text_input(key="speech-reference-toy").set_value(" int_0001 ")
    checked.button(key="speech-send-toy").click().run()

    assert scorer.paid == [("toy", FILE[0], SpeechRequest(language="en", reference="int_0001"))]
    assert "run\\-5" in checked.success[0].value
    assert "speech-send-toy" not in _keys(checked)


def test_a_double_click_pays_once(checked, scorer):
    """The same click twice is one wish."""
    checked.button(key="speech-send-toy").click()
    states = checked._tree.get_widget_states()

    checked._run(states)
    checked._run(states)

    assert not checked.exception
    assert len(scorer.paid) == 1


def test_another_recording_has_a_cost_of_its_own(checked, scorer):
    """What was checked was another file: this one cannot be sent yet."""
    other = ("longer.mp3", b"another one", "audio/mpeg")

    checked.file_uploader(key="speech-file-toy").set_value(other).run()

    assert _keys(checked) == {"speech-check-toy"}
    assert not checked.info
    assert scorer.paid == []


def test_a_refused_recording_is_a_sentence_and_costs_nothing(app, scorer):
    """The rule that it breaks is named before anything is sent."""
    scorer.refusal = InputError("The recording is 2 minutes long; at least 3 are needed.")

    app.button(key="speech-check-toy").click().run()

    assert not app.exception
    assert "at least 3 are needed" in app.error[0].value
    assert _keys(app) == {"speech-check-toy"}
    assert scorer.paid == []
