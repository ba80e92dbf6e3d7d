"""What was answered to one question: the words, and the sound while it can be had."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import streamlit as st

from components.widgets.notices import told_to_the_reader
from components.widgets.text import escaped, plain_text
from services.models import notation
from services.models.interview import Asset, AssetKind, Question
from services.models.recording import Speaker
from services.models.report import InterviewReport


@dataclass(frozen=True)
class Answers:
    """Where the sound of answers comes from."""

    kept: Callable[[str], Mapping[int, Path]]
    """The recordings that are kept of an interview, by the question."""
    hosts: tuple[str, ...]
    """The origins that sound may be played from."""
    refetch: Callable[[str, str], None]
    """Fetches the interview anew, which gives fresh links."""


def answer(report: InterviewReport, question: Question, *, answers: Answers) -> None:
    """Draw the words that were said to this question, and their sound; nothing without either."""
    interview = report.stored.interview
    spoken = [
        line.text
        for line in interview.transcript
        if line.question_index == question.index and line.role is not Speaker.INTERVIEWER
    ]
    for text in spoken:
        with st.container(border=True):
            plain_text(text)
    if not spoken and any(line.question_index is not None for line in interview.transcript):
        st.caption("No answer was recorded to this question.")
    _sound(report, question, answers)


def _sound(report: InterviewReport, question: Question, answers: Answers) -> None:
    kept = answers.kept(report.stored.id).get(question.index)
    if kept is not None:
        st.audio(kept)
        return
    link = next(
        (
            asset
            for asset in report.stored.interview.assets
            if asset.kind is AssetKind.AUDIO and asset.question_index == question.index
        ),
        None,
    )
    if link is None:
        return
    if is_alive(link, report.age) and link.url.startswith(answers.hosts):
        st.audio(link.url)
    elif is_alive(link, report.age):
        st.link_button("Hear the answer at the vendor", link.url, icon=":material/volume_up:")
    st.caption(escaped(_life(link, report.age)))
    if st.button("Get a fresh link", key=f"fresh-sound-{question.index}"):
        with told_to_the_reader():
            interview = report.stored.interview
            answers.refetch(interview.vendor, interview.vendor_interview_id)
            st.rerun()


def is_alive(asset: Asset, age: timedelta) -> bool:
    """Tell whether the link still works, as far as the vendor says how long it lives."""
    return asset.lifetime_s is None or age.total_seconds() < asset.lifetime_s


def _life(asset: Asset, age: timedelta) -> str:
    if asset.lifetime_s is None:
        return "The vendor does not say how long this link works."
    left = asset.lifetime_s - age.total_seconds()
    if left <= 0:
        return "The link to the sound has expired."
    return f"The link to the sound works for another {notation.clock(left)}."
