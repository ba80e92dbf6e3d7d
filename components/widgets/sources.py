"""Vendors on the Sources page: state, connection test, ids to fetch, sync and import."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import IO

import streamlit as st

from components.widgets.notices import told_to_the_reader
from components.widgets.plain_table import plain_table
from components.widgets.text import escaped
from services.models import notation
from services.models.table import Table
from services.models.tracking import ListingState, SourceState
from services.use_cases.discovery import DiscoveryReport
from services.use_cases.importing import ImportReport
from services.use_cases.progress import Failure, Listener, Progress
from services.use_cases.sources import Source
from services.use_cases.sync import SyncReport

_MOST_SHOWN = 100


@dataclass(frozen=True)
class SourceActions:
    """What can be done with a vendor."""

    check: Callable[[str], str]
    track: Callable[[str, list[str]], int]
    sync: Callable[[str, Listener], SyncReport]
    discover: Callable[[str, Listener], DiscoveryReport]
    again: Callable[[str], Source]
    """Reads the vendor's state anew, so that what was just done shows in it."""


def source_card(source: Source, *, actions: SourceActions) -> None:
    """Draw one vendor's state, and the buttons to test, find, fetch and add."""
    with st.container(key=f"source-{source.name}"):
        st.subheader(escaped(source.title), anchor=False)
        facts = st.container()
        with st.container(horizontal=True):
            test = st.button("Test connection", key=f"check-{source.name}")
            find = source.lists and st.button(
                "Find interviews", key=f"find-{source.name}", disabled=not source.has_key
            )
            fetch = st.button(
                "Sync now", key=f"sync-{source.name}", type="primary", disabled=not source.has_key
            )
        with told_to_the_reader():
            if test:
                st.success(escaped(actions.check(source.name)), icon=":material/check_circle:")
            if find:
                _find(source, actions.discover)
            if fetch:
                _sync(source, actions.sync)
        _add_ids(source, actions.track)
        now = actions.again(source.name)
        with facts:
            _state(now)
        if now.state.failures and not fetch:
            failures = [
                Failure(one.vendor_interview_id, one.sentence) for one in now.state.failures
            ]
            _failures("Interviews that could not be fetched", failures, key=source.name)


def import_area(take: Callable[..., ImportReport]) -> None:
    """Draw the place to drop files; import each once it is handed in."""
    files = st.file_uploader(
        "Drop payloads here: JSON, an array, JSON Lines or a ZIP of them",
        type=["json", "jsonl", "ndjson", "zip"],
        accept_multiple_files=True,
        key="import-files",
    )
    if files and st.button("Import", type="primary", key="import-now"):
        for file in files:
            with told_to_the_reader():
                _imported(file, take(file, name=file.name))


def _state(source: Source) -> None:
    state = source.state
    last = state.last_success_at
    key = "set" if source.has_key else f"missing: set `{source.key_variable}` and start again"
    facts = {
        "Key": key,
        "Interviews kept": f"{state.interviews:,}",
        "Tracked": _tracked(state),
        "Last success": notation.moment(last) if last else "never",
    }
    if source.lists:
        facts["Last search"] = _search(state.listing)
    st.markdown("  \n".join(f"**{name}:** {value}" for name, value in facts.items()))
    if state.pause:
        until = f"until {state.pause.until:%H:%M} UTC" if state.pause.until else "until you sync"
        told = f"{source.title} is left alone {until}: {state.pause.problem}"
        st.warning(escaped(told), icon=":material/pause_circle:")


def _tracked(state: SourceState) -> str:
    parts = [f"{state.tracked:,}, of which {state.due:,} due"]
    parts += [f"{state.leased:,} being fetched now"] if state.leased else []
    parts += [f"{state.gone:,} deleted at the vendor"] if state.gone else []
    return ", ".join(parts)


def _search(listing: ListingState) -> str:
    if listing.cursor is not None:
        of = "" if listing.total is None else f" of {listing.total:,}"
        return f"broken off at {listing.done:,}{of}; the next one goes on there"
    ended = listing.finished_at
    return notation.moment(ended) if ended else "never"


def _find(source: Source, discover: Callable[[str, Listener], DiscoveryReport]) -> None:
    bar = st.progress(0.0, text="Asking which interviews there are …")

    def step(progress: Progress) -> None:
        share = min(1.0, progress.done / progress.total) if progress.total else 0.0
        bar.progress(share, text=f"{progress.done:,} of {progress.total or '?'}")

    report = discover(source.name, step)
    bar.empty()
    found = f"{report.seen:,} listed, {report.added:,} of them new. Sync to fetch them."
    if report.problem:
        st.warning(escaped(f"{found} {report.problem}"), icon=":material/warning:")
    else:
        st.success(found, icon=":material/check_circle:")


def _sync(source: Source, sync: Callable[[str, Listener], SyncReport]) -> None:
    bar = st.progress(0.0, text="Asking what is due …")

    def step(progress: Progress) -> None:
        share = progress.done / progress.total if progress.total else 0.0
        bar.progress(share, text=f"{progress.done:,} of {progress.total or 0:,}")

    report = sync(source.name, step)
    bar.empty()
    done = f"{len(report.stored):,} stored, {len(report.unchanged):,} unchanged"
    if report.failures:
        st.warning(f"{done}; {len(report.failures):,} failed.", icon=":material/warning:")
        _failures("What failed in this sync", report.failures, key=f"{source.name}-now")
    elif report.stored or report.unchanged:
        st.success(f"{done}.", icon=":material/check_circle:")
    else:
        st.info(
            "Nothing is due. Final results are kept and not fetched again.",
            icon=":material/bedtime:",
        )


def _add_ids(source: Source, track: Callable[[str, list[str]], int]) -> None:
    with st.expander("Add interviews by id"), st.form(f"ids-{source.name}", border=False):
        pasted = st.text_area("One id a line", key=f"pasted-{source.name}")
        file = st.file_uploader(
            "or a text file of ids", type=["txt", "csv"], key=f"file-{source.name}"
        )
        if st.form_submit_button("Add"):
            with told_to_the_reader():
                ids = f"{pasted}\n{_text(file) if file else ''}".replace(",", "\n").splitlines()
                added = track(source.name, ids)
                st.success(
                    f"{added:,} new interviews will be fetched by the next sync.",
                    icon=":material/check_circle:",
                )


def _text(file: IO[bytes]) -> str:
    return file.read().decode("utf-8-sig", errors="replace")


def _imported(file: IO[bytes], report: ImportReport) -> None:
    done = f"{len(report.stored):,} stored, {len(report.unchanged):,} unchanged"
    if report.outdated:
        done += f", {len(report.outdated):,} older than the final answer that is kept"
    if report.failures:
        st.warning(
            f"{escaped(file.name)}: {done}; {len(report.failures):,} failed.",
            icon=":material/warning:",
        )
        _failures("What could not be imported", report.failures, key=f"import-{file.name}")
    else:
        st.success(f"{escaped(file.name)}: {done}.", icon=":material/check_circle:")


def _failures(title: str, failures: Sequence[Failure], *, key: str) -> None:
    st.markdown(f"**{title}**")
    rows = tuple((one.item, one.sentence) for one in failures[:_MOST_SHOWN])
    plain_table(Table(columns=("Which", "What to do"), rows=rows), title=title, key=f"failed-{key}")
    if len(failures) > _MOST_SHOWN:
        st.caption(f"The first {_MOST_SHOWN} of {len(failures):,}.")
