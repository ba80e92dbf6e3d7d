"""Overview page: what is new, and does anything need a look?"""

import streamlit as st

from components import loaders
from components.widgets import exporting, frame, last_visit, notices, overview, viewport
from services.models.ask import OperationsAsk

corner = frame.header("Overview", "What is new, and does anything need a look?")

with notices.told_to_the_reader():
    compact = viewport.is_narrow()
    found = loaders.overview(last_visit.since(loaders.now()))
    if found.all.count:
        exporting.offer(
            OperationsAsk(),
            title="Operations",
            corner=corner,
            start=loaders.start_export,
            can_pin=False,
        )
    overview.news(found)
    overview.trends(found, cut=loaders.settings().cut_score)
    left, right = st.columns(2)
    with left:
        overview.funnel_strip(found.funnel, compact=True)
    with right:
        overview.sync_health(found, titles=loaders.vendor_titles())
