"""The form that makes an interview: seen first, sent once, and its secret shown once."""

# ruff: noqa: PLC0415  (a page given to AppTest is a script of its own and imports for itself)

from datetime import UTC, datetime

import pytest

from services.errors import InputError, VendorDownError
from services.models.scheduling import (
    FieldKind,
    FormField,
    NewInterviewRequest,
    ScheduledInterview,
)
from tests.components.widgets.events import app_of

LINK = "https://toy.example.com/begin/s3cr3t-of-the-candidate"
MADE = ScheduledInterview(
    vendor_interview_id="toy-17", link=LINK, expires_at=datetime(2027, 3, 4, 9, tzinfo=UTC)
)
FIELDS = (
    FormField(name="email", label="E-mail", required=True, group="Candidate"),
    FormField(name="notes", label="Notes", kind=FieldKind.LONG_TEXT, group="Candidate"),
    FormField(name="skills", label="Skills", kind=FieldKind.LIST),
    FormField(name="type", label="Type", kind=FieldKind.CHOICE, choices=("A", "B")),
    FormField(name="own", label="Own", kind=FieldKind.SUGGESTION, choices=("A", "B")),
    FormField(name="at", label="When", kind=FieldKind.MOMENT),
    FormField(name="day", label="Day", kind=FieldKind.DAY),
    FormField(name="count", label="Count", kind=FieldKind.NUMBER),
    FormField(name="test", label="Test", kind=FieldKind.SWITCH),
)
CHECK = "FormSubmitter:schedule-toy-Check and show what will be sent"


def _page(desk):
    from components.widgets.scheduling import schedule_form

    schedule_form("toy", "Toy", fields=desk.fields, prepare=desk.prepare, send=desk.send)


class _Desk:
    """A vendor's desk: checks what was filled in, and makes interviews."""

    fields = FIELDS

    def __init__(self):
        self.checked = []
        self.sent = []
        self.refusal = None
        self.failure = None

    def prepare(self, vendor, answers):
        self.checked.append((vendor, dict(answers)))
        if self.refusal:
            raise self.refusal
        return NewInterviewRequest(body={"email": answers["email"], "n": len(self.checked)})

    def send(self, vendor, request):
        self.sent.append((vendor, request))
        if self.failure:
            raise self.failure
        return MADE


@pytest.fixture
def desk():
    return _Desk()


@pytest.fixture
def app(desk):
    return app_of(_page, desk).run()


@pytest.fixture
def checked(app):
    """Return the page with the confirmation on it."""
    app.text_input(key="schedule-toy-email").set_value(" imani@example.com ")
    return app.button(key=CHECK).click().run()


def _shown(app) -> str:
    return "\n".join(one.value for one in (*app.code, *app.success, *app.markdown, *app.caption))


def test_a_form_that_is_opened_asks_and_sends_nothing(app, desk):
    """Each field has its place; what must be filled in has a star."""
    labels = {one.label for one in (*app.text_input, *app.text_area, *app.selectbox, *app.toggle)}

    assert not app.exception
    assert labels == {"E-mail *"} | {field.label for field in FIELDS[1:]}
    assert (desk.checked, desk.sent) == ([], [])


def test_what_was_filled_in_is_checked_as_text(app, desk):
    """A list has one item a line, a switch is "yes", an empty field is an empty text."""
    app.text_input(key="schedule-toy-email").set_value("imani@example.com")
    app.text_area(key="schedule-toy-skills").set_value("Kafka\nSQL")
    app.selectbox(key="schedule-toy-type").set_value("B")
    app.toggle(key="schedule-toy-test").set_value(True)

    app.button(key=CHECK).click().run()

    empty = dict.fromkeys(("notes", "own", "at", "day", "count"), "")
    filled = {"email": "imani@example.com", "skills": "Kafka\nSQL", "type": "B", "test": "yes"}
    assert desk.checked == [("toy", empty | filled)]


def test_nothing_is_sent_before_the_confirmation(checked, desk):
    """The body that would go out is shown, with the words that it may cost something."""
    shown = _shown(checked)

    assert desk.sent == []
    assert '"email": "imani@example.com"' in shown
    assert "can cost credits" in shown


def test_a_confirmed_request_goes_out_as_it_was_shown(checked, desk):
    """Once; and the confirmation is gone."""
    checked.button(key="schedule-send-toy").click().run()

    assert desk.sent == [
        ("toy", NewInterviewRequest(body={"email": "imani@example.com", "n": 1})),
    ]
    assert "schedule-send-toy" not in {one.key for one in checked.button}
    assert "toy\\-17" in checked.success[0].value


def test_a_double_click_sends_once(checked, desk):
    """The same click twice is one wish: nobody gets two invitations."""
    checked.button(key="schedule-send-toy").click()
    states = checked._tree.get_widget_states()

    checked._run(states)
    checked._run(states)

    assert not checked.exception
    assert len(desk.sent) == 1


def test_the_candidates_link_is_shown_once_and_not_kept(checked):
    """It opens the interview for whoever has it: the next run knows nothing of it."""
    checked.button(key="schedule-send-toy").click().run()
    first = _shown(checked)

    checked.run()

    assert LINK in first
    assert LINK not in _shown(checked)
    assert LINK not in repr(checked._session_state.filtered_state)


def test_a_request_can_be_dropped(checked, desk):
    """Nothing is sent, and the form keeps what was filled in."""
    checked.button(key="schedule-drop-toy").click().run()

    assert desk.sent == []
    assert "schedule-send-toy" not in {one.key for one in checked.button}
    assert checked.text_input(key="schedule-toy-email").value == " imani@example.com "


def test_a_refusal_names_the_field_and_leaves_nothing_to_send(checked, desk):
    """An earlier confirmation is gone too: it was for other words."""
    desk.refusal = InputError("scheduleTime: at most 30 days ahead. Choose an earlier time.")

    checked.button(key=CHECK).click().run()

    assert not checked.exception
    assert "scheduleTime" in checked.error[0].value
    assert "schedule-send-toy" not in {one.key for one in checked.button}
    assert desk.sent == []


def test_a_vendor_that_fails_is_a_sentence_and_is_not_asked_again(checked, desk):
    """It may have made the interview all the same: another click needs another look."""
    desk.failure = VendorDownError("Toy", "No answer came. Look there before you try again.")

    checked.button(key="schedule-send-toy").click().run()

    assert not checked.exception
    assert "Look there before you try again" in checked.error[0].value
    assert "schedule-send-toy" not in {one.key for one in checked.button}
    assert len(desk.sent) == 1


def test_a_vendor_that_gives_no_link_and_no_id_is_told_as_well(checked, desk):
    """Not every vendor hands over the candidate's link."""
    desk.send = lambda _vendor, _request: ScheduledInterview()

    checked.button(key="schedule-send-toy").click().run()

    assert checked.success[0].value.startswith("Toy made the interview")
    assert not checked.code
