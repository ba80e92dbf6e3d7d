"""The form that makes an interview at a vendor, and the confirmation before it is sent."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from components.widgets import sending
from components.widgets.notices import told_to_the_reader
from components.widgets.text import escaped
from services.models import notation
from services.models.scheduling import (
    Answers,
    FieldKind,
    FormField,
    NewInterviewRequest,
    ScheduledInterview,
)

_LONG = (FieldKind.LONG_TEXT, FieldKind.LIST)
_SHORT = tuple(kind for kind in FieldKind if kind not in _LONG)
Prepare = Callable[[str, Answers], NewInterviewRequest]
Send = Callable[[str, NewInterviewRequest], ScheduledInterview]


def schedule_form(
    vendor: str, title: str, *, fields: Sequence[FormField], prepare: Prepare, send: Send
) -> None:
    """Draw the form; nothing is sent before the reader has seen and confirmed it."""
    with st.expander("Schedule an interview"):
        with st.form(f"schedule-{vendor}", border=False):
            answers = _answers(vendor, fields)
            checked = st.form_submit_button("Check and show what will be sent")
        waiting = f"schedule-ready-{vendor}"
        if checked:
            st.session_state.pop(waiting, None)
            with told_to_the_reader():
                st.session_state[waiting] = prepare(vendor, answers)
        request: NewInterviewRequest | None = st.session_state.get(waiting)
        if request is not None:
            _confirmation(vendor, title, request, waiting=waiting, send=send)
        sending.outcome(ScheduledInterview, partial(_made, title), told=_told(vendor))


def _answers(vendor: str, fields: Sequence[FormField]) -> dict[str, str]:
    answers: dict[str, str] = {}
    for group in dict.fromkeys(field.group for field in fields):
        if group:
            st.markdown(f"**{escaped(group)}**")
        mine = [field for field in fields if field.group == group]
        for kinds in (_SHORT, _LONG):
            shown = [field for field in mine if field.kind in kinds]
            for pair in (shown[at : at + 2] for at in range(0, len(shown), 2)):
                for field, column in zip(pair, st.columns(2), strict=False):
                    with column:
                        answers[field.name] = _input(field, key=f"schedule-{vendor}-{field.name}")
    return answers


def _input(field: FormField, *, key: str) -> str:
    label = f"{field.label} *" if field.required else field.label
    return _INPUTS.get(field.kind, _text)(label, field, key)


def _text(label: str, field: FormField, key: str) -> str:
    placeholders = {
        FieldKind.DAY: "2027-03-01",
        FieldKind.MOMENT: "2027-03-01T09:30+01:00",
    }
    return st.text_input(
        label, key=key, help=field.help, placeholder=placeholders.get(field.kind)
    ).strip()


def _long_text(label: str, field: FormField, key: str) -> str:
    return st.text_area(label, key=key, help=field.help).strip()


def _choice(label: str, field: FormField, key: str) -> str:
    chosen = st.selectbox(
        label,
        field.choices,
        index=None,
        key=key,
        help=field.help,
        placeholder="Choose",
        accept_new_options=field.kind is FieldKind.SUGGESTION,
    )
    return chosen or ""


def _switch(label: str, field: FormField, key: str) -> str:
    return "yes" if st.toggle(label, key=key, help=field.help) else ""


_INPUTS: Mapping[FieldKind, Callable[[str, FormField, str], str]] = {
    FieldKind.LONG_TEXT: _long_text,
    FieldKind.LIST: _long_text,
    FieldKind.CHOICE: _choice,
    FieldKind.SUGGESTION: _choice,
    FieldKind.SWITCH: _switch,
}


def _confirmation(
    vendor: str, title: str, request: NewInterviewRequest, *, waiting: str, send: Send
) -> None:
    with st.container(border=True, key=f"schedule-confirm-{vendor}"):
        st.markdown(f"**This will be sent to {escaped(title)}. It can cost credits.**")
        st.code(json.dumps(request.body, ensure_ascii=False, indent=2, default=str), "json")
        with st.container(horizontal=True):
            sent = st.button("Send it", type="primary", key=f"schedule-send-{vendor}")
            st.button(
                "Do not send",
                key=f"schedule-drop-{vendor}",
                on_click=st.session_state.pop,
                args=(waiting, None),
            )
    if sent:
        sending.send_once(lambda: send(vendor, request), confirmed=waiting, told=_told(vendor))


def _told(vendor: str) -> str:
    return f"schedule-made-{vendor}"


def _made(title: str, made: ScheduledInterview) -> None:
    until = f", until {notation.moment(made.expires_at)}" if made.expires_at else ""
    st.success(
        escaped(f"{title} made the interview {made.vendor_interview_id or ''}{until}."),
        icon=":material/check_circle:",
    )
    if made.link:
        st.caption("The candidate's link. It is a secret: it is shown once and not kept here.")
        st.code(made.link, language=None)
