"""Section: the vendor's summary in words."""

import streamlit as st

from components.widgets.remarks import remarks
from components.widgets.text import plain_text
from services.models.interview import Interview, RemarkKind

_TITLES = {
    RemarkKind.OVERALL: "Overall",
    RemarkKind.HIGHLIGHT: "Highlights",
    RemarkKind.SKILL_SUMMARY: "Skills in words",
    RemarkKind.REASON_TO_HIRE: "Reasons to hire, as the vendor sees them",
    RemarkKind.EXPERTISE: "Areas of expertise",
    RemarkKind.EVALUATION: "The vendor's evaluation",
    RemarkKind.STRENGTH: "Strong points, as the vendor sees them",
    RemarkKind.WEAKNESS: "Weak points, as the vendor sees them",
    RemarkKind.RECOMMENDATION: "The vendor's recommendation",
    RemarkKind.FEEDBACK: "Feedback for the candidate",
}
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
    for kind, title in _TITLES.items():
        named = [(one.name, one.text) for one in interview.remarks if one.kind is kind]
        if named:
            if kind is RemarkKind.EXPERTISE:
                named = [(" · ".join(name for name, _ in named), None)]
            with st.expander(title, expanded=kind in _OPEN):
                if all(text is None for _, text in named) and kind is not RemarkKind.EXPERTISE:
                    plain_text("\n".join(f"• {sentence}" for sentence, _ in named))
                else:
                    remarks(named, key=f"remarks-{kind}")
