"""Section: what else the vendor tells of the person, the sitting and the calls."""

import streamlit as st

from components.documents.interview_particulars import calls, particulars
from components.widgets.plain_table import plain_table
from services.models.interview import Interview
from services.models.table import Table


def particulars_section(interview: Interview) -> None:
    """Draw the particulars and the calls; nothing where the vendor tells neither."""
    rows = particulars(interview)
    if rows:
        with st.expander("More about the person and the sitting"):
            plain_table(
                Table(columns=("What", "As the vendor says"), rows=rows),
                title="More about the person and the sitting",
                key="particulars",
            )
    if interview.call_attempts:
        st.subheader("Calls", anchor=False)
        plain_table(calls(interview), title="Calls", key="calls", pinned_as="calls")
