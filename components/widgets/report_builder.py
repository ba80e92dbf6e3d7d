"""The head of the Reports page: how the report at hand is called, made and kept."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from components.widgets import exporting, paper_choice, pinning
from components.widgets.exporting import FORMATS, Starter
from components.widgets.notices import told_to_the_reader
from services.models.export import ExportOptions, Format
from services.models.plan import LONGEST_REPORT_TITLE, ReportPlan, SavedReport


@dataclass(frozen=True)
class BuilderActions:
    """What the page asks of the services."""

    save: Callable[[ReportPlan], SavedReport]
    forget: Callable[[str], None]
    start: Starter


def options(plan: ReportPlan) -> ExportOptions:
    """Return how the report is made, as its plan says."""
    return ExportOptions(
        format=plan.format,
        paper=plan.paper,
        masked=plan.masked,
        zone=st.context.timezone or "UTC",
    )


def nothing_pinned() -> None:
    """Say how to begin."""
    st.info(
        "Nothing is pinned yet. “Add to report” stands below every figure and table of Cohorts, "
        "Agents, Questions, Language, Funnel, Integrity, Compare and each interview, and at the "
        "top of these pages for the whole of it.",
        icon=":material/push_pin:",
    )


def settings(plan: ReportPlan, *, actions: BuilderActions) -> None:
    """Draw title, format, paper, masking, and what can be done with the report."""
    rev = pinning.revision()
    title = st.text_input(
        "Title", value=plan.title, key=f"report-title-{rev}", max_chars=LONGEST_REPORT_TITLE
    )
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        kind = st.selectbox(
            "Format",
            list(FORMATS),
            index=list(FORMATS).index(plan.format),
            format_func=lambda each: FORMATS[each],
            key=f"report-format-{rev}",
            width=260,
        )
        paper_choice.choose(f"report-paper-{rev}", before=plan.paper)
        masked = st.toggle("Mask people", value=plan.masked, key=f"report-masked-{rev}")
    changed = plan.model_copy(
        update={
            "title": title.strip() or "Report",
            "format": Format(kind),
            "paper": paper_choice.chosen(f"report-paper-{rev}"),
            "masked": masked,
        }
    )
    pinning.put(changed)
    _buttons(changed, actions)


def _buttons(plan: ReportPlan, actions: BuilderActions) -> None:
    with st.container(horizontal=True):
        st.button(
            "Export",
            type="primary",
            key="export-report",
            icon=":material/download:",
            disabled=not plan.pins,
            on_click=_export,
            args=(actions,),
        )
        if st.button(
            "Save" if not plan.saved_as else "Save changes",
            key="save-report",
            disabled=not plan.pins,
        ):
            _save(plan, actions)
        st.button("Start anew", key="clear-report", type="tertiary", on_click=_anew)


def _save(plan: ReportPlan, actions: BuilderActions) -> None:
    """Save the report; a title that is taken is said here, and the parts stay on the page."""
    with told_to_the_reader():
        pinning.keep(actions.save(plan).plan)
        st.rerun()


def _anew() -> None:
    pinning.open_instead(ReportPlan())


def _export(actions: BuilderActions) -> None:
    plan = pinning.plan()
    exporting.begin(plan, options(plan), title=plan.title, start=actions.start)
