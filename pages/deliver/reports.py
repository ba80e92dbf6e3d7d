"""Reports page: what was pinned, in which order, and how it leaves the dashboard."""

import streamlit as st

from components import loaders
from components.documents import library
from components.widgets import frame, notices, pinning, preview, report_builder, report_parts

_ACTIONS = report_builder.BuilderActions(
    save=loaders.save_report, forget=loaders.forget_report, start=loaders.start_export
)

frame.header("Reports", "Which figures and tables belong together, and in which form do they go?")

with notices.told_to_the_reader():
    report_builder.saved(loaders.saved_reports(), actions=_ACTIONS)
    if not pinning.plan().pins:
        report_builder.nothing_pinned()
    else:
        report_builder.settings(pinning.plan(), actions=_ACTIONS)
        plan = pinning.plan()
        content = loaders.report_preview(plan, report_builder.options(plan), composer=library)
        parts, shown = st.tabs(["Parts", "Preview"])
        with parts:
            report_parts.parts(plan, content)
        with shown:
            preview.preview(content)
