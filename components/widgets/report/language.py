"""Section: how the candidate speaks, on the vendor's scale; a CEFR level only if one was issued."""

from collections.abc import Mapping

import streamlit as st

from components.documents.interview_drawings import language_profile
from components.documents.interview_words import language_facts
from components.widgets import figures
from components.widgets.remarks import remarks
from components.widgets.text import escaped, plain_text
from services.models import notation
from services.models.interview import Interview
from services.models.report import InterviewReport

_INTERVIEW = "pages/review/interview.py"


def language_section(interview: Interview, *, compact: bool) -> None:
    """Draw the language profile; nothing without one."""
    profile = interview.language
    if profile is None:
        return
    st.header("Language", anchor=False, divider="gray")
    drawing = language_profile(profile, compact=compact)
    if drawing:
        figures.show(drawing)
    if profile.summary:
        plain_text(profile.summary)
    facts = language_facts(profile)
    if facts:
        st.caption(escaped(" · ".join(facts)))
    if profile.explanations:
        with st.expander("Why it was scored so, in the vendor's words", expanded=True):
            named = [(one.name, one.text) for one in profile.explanations]
            remarks(named, key="language-explanations")


def attached_section(report: InterviewReport, *, titles: Mapping[str, str]) -> None:
    """Draw the ways to results that belong to this interview, and to what this one belongs to."""
    groups = (
        ("Results of other vendors for this interview", report.attached),
        ("This result belongs to", report.attached_to),
    )
    for heading, rows in groups:
        if not rows:
            continue
        st.subheader(heading, anchor=False)
        for row in rows:
            level = f"CEFR {row.cefr} issued, " if row.cefr else ""
            score = notation.on_its_scale(row.overall)
            doubt = ", speaker match low" if row.is_doubtful else ""
            said = f"{titles.get(row.vendor, row.vendor)}: {level}{score}{doubt}"
            if st.button(escaped(said), key=f"attached-{row.id}", icon=":material/link:"):
                st.switch_page(_INTERVIEW, query_params={"interview": row.id})
