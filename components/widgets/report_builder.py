"""The parts of the Reports page: saved reports, the parts of the one at hand, how it is made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from components.widgets import exporting, pinning
from components.widgets.exporting import FORMATS, PAPERS, Starter
from components.widgets.text import escaped
from services.models import notation
from services.models.content import Content
from services.models.export import ExportOptions, Format, Paper
from services.models.plan import LONGEST_NOTE, LONGEST_TITLE, Pin, ReportPlan, SavedReport

_REVISION = "report-revision"
_KINDS = {
    "interview": "Interview",
    "comparison": "Comparison",
    "cohorts": "Cohorts",
    "agents": "Agents",
    "questions": "Questions",
    "language": "Language",
    "integrity": "Integrity",
    "operations": "Funnel",
    "interviews": "List of interviews",
}


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
    rev = st.session_state.setdefault(_REVISION, 0)
    title = st.text_input(
        "Title", value=plan.title, key=f"report-title-{rev}", max_chars=LONGEST_TITLE
    )
    with st.container(horizontal=True, vertical_alignment="bottom", gap="large"):
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


def parts(plan: ReportPlan, content: Content) -> None:
    """Draw what is pinned, in its order, each with its title and a note."""
    rev = st.session_state.setdefault(_REVISION, 0)
    sections = content.sections[len(content.sections) - len(plan.pins) :]
    for at, (pin, section) in enumerate(zip(plan.pins, sections, strict=True)):
        with st.container(border=True, key=f"part-{at}"):
            _part(at, pin, shown=section.title, rev=rev, last=at == len(plan.pins) - 1)


def _part(at: int, pin: Pin, *, shown: str, rev: int, last: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{at + 1}. {escaped(pin.title or shown)}**")
        st.caption(_KINDS[pin.ask.kind])
        with st.container(horizontal=True, horizontal_alignment="right"):
            st.button("Up", key=f"up-{at}", disabled=at == 0, on_click=_move, args=(at, -1))
            st.button("Down", key=f"down-{at}", disabled=last, on_click=_move, args=(at, 1))
            st.button("Remove", key=f"remove-{at}", on_click=_remove, args=(at,))
    title_key, note_key = f"pin-title-{rev}-{at}", f"pin-note-{rev}-{at}"
    st.text_input(
        "Title of this part",
        value=pin.title,
        placeholder=shown,
        key=title_key,
        max_chars=LONGEST_TITLE,
        on_change=_edit,
        args=(at, "title", title_key),
    )
    st.text_area(
        "Note",
        value=pin.note,
        placeholder="Your own words under it",
        key=note_key,
        max_chars=LONGEST_NOTE,
        height=70,
        on_change=_edit,
        args=(at, "note", note_key),
    )


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
            pinning.put(actions.save(plan).plan)
            st.rerun()
        st.button("Start anew", key="clear-report", type="tertiary", on_click=_open, args=(None,))


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
            st.button(
                "Forget",
                key=f"forget-{plan.saved_as}",
                type="tertiary",
                on_click=_forget,
                args=(plan.saved_as, actions),
            )


def _open(plan: ReportPlan | None) -> None:
    pinning.put(plan or ReportPlan())
    _redrawn()


def _forget(id_: str, actions: BuilderActions) -> None:
    actions.forget(id_)
    plan = pinning.plan()
    if plan.saved_as == id_:
        pinning.put(plan.model_copy(update={"saved_as": ""}))


def _move(at: int, step: int) -> None:
    pins = list(pinning.plan().pins)
    pins[at], pins[at + step] = pins[at + step], pins[at]
    _put(pins)


def _remove(at: int) -> None:
    pins = list(pinning.plan().pins)
    del pins[at]
    _put(pins)


def _edit(at: int, field: str, key: str) -> None:
    pins = list(pinning.plan().pins)
    pins[at] = pins[at].model_copy(update={field: st.session_state[key]})
    pinning.put(pinning.plan().model_copy(update={"pins": tuple(pins)}))


def _put(pins: Sequence[Pin]) -> None:
    pinning.put(pinning.plan().model_copy(update={"pins": tuple(pins)}))
    _redrawn()


def _redrawn() -> None:
    """Have every field made anew: what stands in it belongs to another part now."""
    st.session_state[_REVISION] = st.session_state.get(_REVISION, 0) + 1
