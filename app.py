"""Router: which pages exist and the frame around them. Nothing else."""

import streamlit as st

from components import loaders
from components.widgets import exporting, frame, notices

st.set_page_config(page_title="Scoreband", page_icon=frame.MARK, layout="wide")

page = st.navigation(
    {
        "Review": [
            st.Page("pages/review/overview.py", title="Overview", url_path="overview"),
            st.Page("pages/review/candidates.py", title="Candidates", default=True),
            # Reached from a row, a hit or a link; without an interview there is nothing to show.
            st.Page(
                "pages/review/interview.py",
                title="Interview",
                url_path="interview",
                visibility="hidden",
            ),
            st.Page("pages/review/compare.py", title="Compare", url_path="compare"),
            st.Page("pages/review/person.py", title="People", url_path="person"),
            st.Page("pages/review/search.py", title="Search", url_path="search"),
        ],
        "Analyse": [
            st.Page("pages/analyse/cohorts.py", title="Cohorts", url_path="cohorts"),
            st.Page("pages/analyse/agents.py", title="Agents", url_path="agents"),
            st.Page("pages/analyse/questions.py", title="Questions", url_path="questions"),
            st.Page("pages/analyse/language.py", title="Language", url_path="language"),
            st.Page("pages/analyse/funnel.py", title="Funnel", url_path="funnel"),
            st.Page("pages/analyse/integrity.py", title="Integrity", url_path="integrity"),
        ],
        "Deliver": [
            st.Page("pages/deliver/reports.py", title="Reports", url_path="reports"),
        ],
        "Manage": [
            st.Page("pages/manage/sources.py", title="Sources", url_path="sources"),
        ],
    },
    expanded=True,
)
frame.brand()
with notices.told_to_the_reader():
    frame.sidebar_footer(synthetic=loaders.is_synthetic())
    exporting.tray(
        exporting.TrayActions(
            state=loaders.export_state, cancel=loaders.cancel_export, file=loaders.exported_file
        )
    )
page.run()
