"""Section: the vendor's summary in words."""

import streamlit as st

from components.widgets.remarks import remarks
from services.models.interview import Interview, RemarkKind

_TITLES = {
    RemarkKind.OVERALL: "Overall",
    RemarkKind.HIGHLIGHT: "Highlights",
    RemarkKind.SKILL_SUMMARY: "Skills in words",
    RemarkKind.REASON_TO_HIRE: "Reasons to hire, as the vendor sees them",
    RemarkKind.EXPERTISE: "Areas of expertise",
}
_OPEN = (RemarkKind.OVERALL, RemarkKind.HIGHLIGHT, RemarkKind.EXPERTISE)


def summary_section(interview: Interview) -> None:
    """Draw summary, highlights and areas of expertise; nothing without any."""
    if not interview.remarks:
        return
    st.header("Summary", anchor=False, divider="gray")
    for kind, title in _TITLES.items():
        named = [(one.name, one.text) for one in interview.remarks if one.kind is kind]
        if named:
            if kind is RemarkKind.EXPERTISE:
                named = [(" · ".join(name for name, _ in named), None)]
            with st.expander(title, expanded=kind in _OPEN):
                remarks(named, key=f"remarks-{kind}")
