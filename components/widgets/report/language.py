"""Section: how the candidate speaks, on the vendor's scale; a CEFR level only if one was issued."""

import streamlit as st

from components.charts import language_figure, language_sentence, language_table
from components.widgets import figures
from components.widgets.text import plain_text
from services.models.interview import Interview


def language_section(interview: Interview, *, compact: bool) -> None:
    """Draw the language profile; nothing without one."""
    profile = interview.language
    if profile is None:
        return
    st.header("Language", anchor=False, divider="gray")
    if profile.dimensions:
        figures.draw(
            language_figure(profile, compact=compact),
            key="language-profile",
            title="Language profile",
            alt=language_sentence(profile),
            table=language_table(profile),
        )
    if profile.summary:
        plain_text(profile.summary)
