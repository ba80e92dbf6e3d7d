"""Search page: in which interviews was this said?"""

import streamlit as st

from components import loaders
from components.widgets import exporting, frame, notices, passages
from services.models.ask import InterviewsAsk
from services.models.browse import InterviewFilter

corner = frame.header("Search", "In which interviews was this said, asked or summed up?")

text = st.text_input(
    "Words",
    key="words",
    bind="query-params",
    placeholder='kafka retry, "exactly this", begin*',
)

with notices.told_to_the_reader():
    if text.strip():
        found = loaders.search(text, limit=passages.how_many())
        if found.hits:
            shown = InterviewFilter(ids=tuple(hit.row.id for hit in found.hits))
            exporting.offer(
                InterviewsAsk(wanted=shown),
                title="Interviews found",
                corner=corner,
                start=loaders.start_export,
                can_pin=False,
            )
        passages.passages(found)
    else:
        st.caption("All words must occur in an interview. The newest interviews come first.")
