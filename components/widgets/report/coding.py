"""Section: coding tasks, the tests beside the vendor's verdict."""

import streamlit as st

from components.documents.interview_coding import coding_table
from components.documents.interview_words import OWN_VERDICTS
from components.widgets.plain_table import plain_table
from services.models.interview import Interview


def coding_section(interview: Interview) -> None:
    """Draw the coding tasks; nothing without any."""
    if not interview.code_tasks:
        return
    st.header("Coding tasks", anchor=False, divider="gray")
    table = coding_table(interview)
    plain_table(table, title="Coding tasks", key="code-tasks", pinned_as="code-tasks")
    st.caption(OWN_VERDICTS)
