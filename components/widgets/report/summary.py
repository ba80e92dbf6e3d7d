"""Section: the vendor's summary in words."""

import streamlit as st

from components.documents.interview_remarks import remark_lists
from components.widgets.remarks import remarks
from components.widgets.text import plain_text
from services.models.interview import Interview, RemarkKind

_OPEN = (
    RemarkKind.OVERALL,
    RemarkKind.HIGHLIGHT,
    RemarkKind.EXPERTISE,
    RemarkKind.EVALUATION,
    RemarkKind.STRENGTH,
    RemarkKind.WEAKNESS,
)


def summary_section(interview: Interview) -> None:
    """Draw summary, highlights and areas of expertise; nothing without any."""
    if not interview.remarks:
        return
    st.header("Summary", anchor=False, divider="gray")
    for each in remark_lists(interview):
        with st.expander(each.title, expanded=each.kind in _OPEN):
            if each.is_plain:
                plain_text("\n".join(f"• {sentence}" for sentence, _ in each.named))
            else:
                remarks(each.named, key=f"remarks-{each.kind}")
