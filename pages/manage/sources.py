"""Sources page: which vendors are connected, and how fresh is what they gave?"""

import streamlit as st

from components import loaders
from components.widgets import frame, notices, sources

frame.header("Sources", "Which vendors are connected, and how fresh is what they gave?")

with notices.told_to_the_reader():
    for source in loaders.sources():
        sources.source_card(
            source,
            check=loaders.check_source,
            track=loaders.track,
            sync=loaders.sync,
            again=loaders.source,
        )
    st.header("Import files", anchor=False, divider="gray")
    sources.import_area(loaders.import_file)
