"""The head of the Reports page: saved reports, and how the one at hand is made and kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from components.widgets import exporting, pinning
from components.widgets.exporting import FORMATS, PAPERS, Starter
from components.widgets.notices import told_to_the_reader
from components.widgets.text import escaped
from services.models import notation
from services.models.export import ExportOptions, Format, Paper
from services.models.plan import LONGEST_TITLE, ReportPlan, SavedReport


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


def saved(reports: Sequence[SavedReport], *, actions: BuilderActions) -> None:
    """Draw the reports that were saved, each with the ways to open, make and remove it."""
    if not reports:
        return
    with st.expander(f"Saved reports ({len(reports)})", expanded=not pinning.plan().pins):
        for each in reports:
            _saved(each, actions)


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
        "Title", value=plan.title, key=f"report-title-{rev}", max_chars=LONGEST_TITLE
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
        paper = st.segmented_control(
            "Paper",
            [each.value for each in Paper],
            default=plan.paper.value,
            format_func=lambda each: PAPERS[Paper(each)],
            key=f"report-paper-{rev}",
        )
        masked = st.toggle("Mask people", value=plan.masked, key=f"report-masked-{rev}")
    changed = plan.model_copy(
        update={
            "title": title.strip() or "Report",
            "format": Format(kind),
            "paper": Paper(paper or plan.paper),
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
        st.button("Start anew", key="clear-report", type="tertiary", on_click=_open, args=(None,))


def _save(plan: ReportPlan, actions: BuilderActions) -> None:
    """Save the report; a title that is taken is said here, and the parts stay on the page."""
    with told_to_the_reader():
        pinning.put(actions.save(plan).plan)
        st.rerun()


def _export(actions: BuilderActions) -> None:
    plan = pinning.plan()
    exporting.begin(plan, options(plan), title=plan.title, start=actions.start)


def _saved(report: SavedReport, actions: BuilderActions) -> None:
    plan = report.plan
    made = report.printed.made_at if report.printed else None
    said = f"last made {notation.moment(made)}" if made else "not made yet"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{escaped(plan.title)}**")
        count = notation.count(len(plan.pins), "part")
        st.caption(f"{count} · {FORMATS[plan.format]} · {said}")
        with st.container(horizontal=True, horizontal_alignment="right"):
            st.button("Open", key=f"open-{plan.saved_as}", on_click=_open, args=(plan,))
            if st.button("Forget", key=f"forget-{plan.saved_as}", type="tertiary"):
                _forget(plan.saved_as, actions)


def _open(plan: ReportPlan | None) -> None:
    pinning.put_anew(plan or ReportPlan())


def _forget(id_: str, actions: BuilderActions) -> None:
    with told_to_the_reader():
        actions.forget(id_)
        plan = pinning.plan()
        if plan.saved_as == id_:
            pinning.put(plan.model_copy(update={"saved_as": ""}))
        st.rerun()
