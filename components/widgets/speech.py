"""The form that has a recording scored: what it costs is shown before anything is sent."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.widgets import sending
from components.widgets.notices import told_to_the_reader
from components.widgets.text import escaped
from services.models import notation
from services.models.speech import Recording, SpeechEstimate, SpeechRequest, SpeechRun

Estimate = Callable[[str, Recording], SpeechEstimate]
Submit = Callable[[str, Recording, SpeechRequest], SpeechRun]


def speech_form(vendor: str, title: str, *, estimate: Estimate, submit: Submit) -> None:
    """Draw the choice of a recording, its cost, and the button that sends it."""
    told = f"speech-sent-{vendor}"
    with st.expander("Have a recording scored"):
        sending.outcome(SpeechRun, partial(_taken, title), told=told)
        file = st.file_uploader(
            "A recording of 3 to 45 minutes, at most 25 MB",
            type=["mp3", "wav", "m4a", "webm", "ogg", "flac"],
            key=f"speech-file-{vendor}",
            max_upload_size=25,
        )
        language = st.text_input("Language (ISO 639-1)", "en", key=f"speech-language-{vendor}")
        reference = st.text_input(
            "Belongs to the interview (its id)",
            key=f"speech-reference-{vendor}",
            help="The result then stands on that interview's page too.",
        )
        if file is None:
            return
        recording = Recording(file.name, file.getvalue())
        waiting = f"speech-ready-{vendor}"
        if st.button("Check it and show the cost", key=f"speech-check-{vendor}"):
            with told_to_the_reader():
                st.session_state[waiting] = (file.file_id, estimate(vendor, recording))
        checked, found = st.session_state.get(waiting, (None, None))
        if found is None or checked != file.file_id:
            return
        st.info(escaped(_cost(found, title)), icon=":material/payments:")
        if st.button("Send it and pay", type="primary", key=f"speech-send-{vendor}"):
            request = SpeechRequest(language=language, reference=reference.strip() or None)
            sending.send_once(
                lambda: submit(vendor, recording, request), confirmed=waiting, told=told
            )


def _taken(title: str, run: SpeechRun) -> None:
    taken = f"{title} took it in as {run.vendor_interview_id}; the next sync asks for the result."
    st.success(escaped(taken), icon=":material/check_circle:")


def _cost(found: SpeechEstimate, title: str) -> str:
    balance = (
        "it does not tell how many are left"
        if found.balance is None
        else (f"{found.balance:,} are left")
    )
    length = notation.clock(found.duration_s)
    cost = notation.count(found.cost, "credit")
    return f"{length} long: this will cost {cost} at {title}; {balance}."
