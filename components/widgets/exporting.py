"""Exports: the menu on a page, and the tray that shows what is being made and hands it over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Protocol

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.documents import library
from components.widgets import paper_choice, pinning
from components.widgets._component import declare
from components.widgets.text import escaped
from services.models.ask import Ask, InterviewsAsk
from services.models.export import ExportOptions, ExportState, Format, Stage
from services.models.plan import ReportPlan

_FETCH = declare("fetch")
_JOBS = "export-jobs"
_PAPER, _MASKED = "export-paper", "export-masked"
_MENU = "export-menu"
_EVERY_S = 0.6
FORMATS = {
    Format.PDF: "PDF document",
    Format.PPTX: "PowerPoint slides",
    Format.HTML: "Web page (one file, interactive)",
    Format.XLSX: "Excel workbook",
    Format.CSV: "CSV",
    Format.PARQUET: "Parquet",
    Format.JSON: "JSON",
    Format.PNG: "Pictures (PNG)",
    Format.SVG: "Pictures (SVG)",
}
_WITHOUT_FIGURES = (Format.PNG, Format.SVG)


class Starter(Protocol):
    """Begins an export and returns its id."""

    def __call__(
        self, wanted: Ask | ReportPlan, options: ExportOptions, *, title: str, composer: ModuleType
    ) -> str:
        """Begin it; `title` is what it is called until it is finished."""


@dataclass(frozen=True)
class TrayActions:
    """What the tray asks of the exports."""

    state: Callable[[str], ExportState]
    cancel: Callable[[str], None]
    file: Callable[[str], bytes]


def offer(
    ask: Ask, *, title: str, corner: DeltaGenerator, start: Starter, can_pin: bool = True
) -> None:
    """Draw the export menu of what the page shows; from here on its figures can be pinned.

    `title` is what the tray calls the export; it names nobody. Without `can_pin` the document is
    about the page but does not hold its figures, and none of them goes into a report.
    """
    pinning.show(ask if can_pin else None)
    left_out = _WITHOUT_FIGURES if isinstance(ask, InterviewsAsk) else ()
    formats = [each for each in FORMATS if each not in left_out]
    with corner, st.container(horizontal=True, horizontal_alignment="right", key="export-bar"):
        if can_pin:
            _pin_button()
        with st.popover("Options", icon=":material/tune:", key="export-options", type="tertiary"):
            options()
        st.menu_button(
            "Export",
            formats,
            key=_MENU,
            icon=":material/download:",
            format_func=lambda each: FORMATS[each],
            on_click=_begin_chosen,
            args=(ask, title, start),
        )


def options() -> None:
    """Draw on which paper and with or without names."""
    paper_choice.choose(_PAPER, is_kept=True)
    st.toggle(
        "Mask people",
        key=_MASKED,
        persist_state="session",
        help="Names, e-mail addresses and vendors' ids become pseudonyms, the same in every "
        "export; names inside transcripts as well.",
    )


def chosen_options(wanted: Format) -> ExportOptions:
    """Return a format with the options that the reader chose before."""
    return ExportOptions(
        format=wanted,
        paper=paper_choice.chosen(_PAPER),
        masked=bool(st.session_state.get(_MASKED)),
        zone=st.context.timezone or "UTC",
    )


def begin(wanted: Ask | ReportPlan, chosen: ExportOptions, *, title: str, start: Starter) -> None:
    """Begin an export; the tray shows it from now on."""
    id_ = start(wanted, chosen, title=title, composer=library)
    st.session_state[_JOBS] = (*st.session_state.get(_JOBS, ()), id_)


def _begin_chosen(ask: Ask, title: str, start: Starter) -> None:
    """Begin what the menu says, before the page is drawn: the tray stands above all pages."""
    chosen = st.session_state[_MENU]
    if chosen:
        begin(ask, chosen_options(Format(chosen)), title=title, start=start)


def _pin_button() -> None:
    is_pinned = pinning.is_pinned(None)
    st.button(
        "In the report" if is_pinned else "Add to report",
        key="pin-page",
        type="tertiary",
        icon=":material/check:" if is_pinned else ":material/add:",
        disabled=is_pinned,
        help="The whole page becomes a part of your own report: see Reports.",
        on_click=pinning.pin,
        args=(None,),
    )


def tray(actions: TrayActions) -> None:
    """Draw the reader's exports at the foot of the page, on every page; nothing without any."""
    pinning.show(None)
    states = _states(actions)
    if not states:
        return
    with st.bottom:
        place = st.container(key="export-tray")
    running = any(not each.is_over for each in states)
    drawn = st.fragment(_tray, run_every=_EVERY_S if running else None)
    with place:
        drawn(actions)


def _tray(actions: TrayActions) -> None:
    was_running = st.session_state.get("export-running", False)
    states = _states(actions)
    _dismiss_all([each.id for each in states if each.is_over], actions)
    # The newest stands on top: an older one can be scrolled to.
    for state in reversed(states):
        _job(state, actions)
    is_running = any(not each.is_over for each in states)
    st.session_state["export-running"] = is_running
    if not states or (was_running and not is_running):
        # Only the page can end the timer of a fragment, and give the room of an empty tray back.
        st.rerun()


def _states(actions: TrayActions) -> list[ExportState]:
    return [actions.state(id_) for id_ in st.session_state.get(_JOBS, ())]


def _dismiss_all(over: Sequence[str], actions: TrayActions) -> None:
    """Offer to end at once what is over; what still runs stays."""
    if len(over) > 1:
        with st.container(horizontal=True, horizontal_alignment="right", key="job-all"):
            st.button(
                f"Dismiss all {len(over)}",
                key="end-all",
                type="tertiary",
                help="Only what is finished, failed or called off. What still runs stays.",
                on_click=_dismiss_each,
                args=(over, actions),
            )


def _job(state: ExportState, actions: TrayActions) -> None:
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", key=f"job-{state.id}"
    ):
        _said(state)
        if state.stage is Stage.DONE:
            _fetched(state, actions)
        st.button(
            "Dismiss" if state.is_over else "Cancel",
            key=f"end-{state.id}",
            type="tertiary",
            on_click=_dismiss if state.is_over else actions.cancel,
            args=(state.id, actions) if state.is_over else (state.id,),
        )


def _said(state: ExportState) -> None:
    name = f"**{escaped(state.file_name or state.title or 'Export')}**"
    if state.stage is Stage.DONE:
        st.markdown(f":material/task_alt: {name}, {_size(state.size)}", width="stretch")
    elif state.stage is Stage.CANCELLED:
        st.markdown(f":material/block: {name}: {escaped(state.words)}", width="stretch")
    elif state.is_over:
        st.markdown(f":material/error: {name}: {escaped(state.words)}", width="stretch")
    else:
        st.progress(state.share or 0.0, text=f"{name}: {escaped(state.words)} …")


def _fetched(state: ExportState, actions: TrayActions) -> None:
    button = f"fetch-{state.id}"
    st.download_button(
        "Download",
        # Read from the disk when it is fetched: nothing of it stays in this process.
        data=lambda: actions.file(state.id),
        file_name=state.file_name,
        mime=state.mime,
        key=button,
        icon=":material/download:",
        on_click="ignore",
    )
    # The browser presses it once; a reader who cancels that finds the button still there.
    _FETCH(key=f"auto-{state.id}", data={"button": f"st-key-{button}"})


def _dismiss(id_: str, actions: TrayActions) -> None:
    # Its file goes with it.
    actions.cancel(id_)
    st.session_state[_JOBS] = tuple(each for each in st.session_state[_JOBS] if each != id_)


def _dismiss_each(ids: Sequence[str], actions: TrayActions) -> None:
    for id_ in ids:
        _dismiss(id_, actions)


def _size(amount: int) -> str:
    return f"{amount / 1e6:.1f} MB" if amount >= 100_000 else f"{max(1, amount // 1000)} kB"
