"""Search page: in which interviews was this said?"""

import streamlit as st

from components import loaders
from components.widgets import frame, notices, passages

frame.header("Search", "In which interviews was this said, asked or summed up?")

text = st.text_input(
    "Words",
    key="words",
    bind="query-params",
    placeholder='kafka retry, "exactly this", begin*',
)

with notices.told_to_the_reader():
    if text.strip():
        passages.passages(loaders.search(text, limit=passages.how_many()))
    else:
        st.caption("All words must occur in an interview. The newest interviews come first.")
