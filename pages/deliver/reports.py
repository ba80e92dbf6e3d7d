"""Reports page: what was pinned, in which order, and how it leaves the dashboard."""

import streamlit as st

from components import loaders
from components.documents import library
from components.widgets import (
    frame,
    notices,
    pinning,
    preview,
    report_builder,
    report_counted,
    report_parts,
    saved_reports,
)

_ACTIONS = report_builder.BuilderActions(
    save=loaders.save_report, forget=loaders.forget_report, start=loaders.start_export
)

frame.header("Reports", "Which figures and tables belong together, and in which form do they go?")

with notices.told_to_the_reader():
    saved_reports.saved(loaders.saved_reports(), actions=_ACTIONS)
    if not pinning.plan().pins:
        report_builder.nothing_pinned()
    else:
        report_builder.settings(pinning.plan(), actions=_ACTIONS)
        plan = pinning.plan()
        options = report_builder.options(plan)
        counted = report_counted.counted(loaders.generation(), options)
        content = loaders.report_preview(plan, options, composer=library, kept=counted)
        # What is not looked at is not drawn: a preview may have a hundred figures.
        parts, shown = st.tabs(["Parts", "Preview"], key=report_counted.TABS, on_change="rerun")
        if parts.open:
            with parts:
                report_parts.parts(plan, content)
        if shown.open:
            with shown:
                preview.preview(content)
