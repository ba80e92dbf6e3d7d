"""Vendors on the Sources page: state, connection test, ids to fetch, sync and import."""

from collections.abc import Callable, Sequence
from typing import IO

import streamlit as st

from components.widgets.notices import told_to_the_reader
from components.widgets.plain_table import plain_table
from components.widgets.text import escaped
from services.models.table import Table
from services.use_cases.importing import ImportReport
from services.use_cases.progress import Failure, Listener, Progress
from services.use_cases.sources import Source
from services.use_cases.sync import SyncReport

_MOST_SHOWN = 100


def source_card(
    source: Source,
    *,
    check: Callable[[str], str],
    track: Callable[[str, list[str]], int],
    sync: Callable[[str, Listener], SyncReport],
    again: Callable[[str], Source],
) -> None:
    """Draw one vendor with everything that can be done there.

    `again` reads the vendor's state anew, so that what was just done shows in it.
    """
    with st.container(border=True, key=f"source-{source.name}"):
        st.subheader(escaped(source.title), anchor=False)
        facts = st.container()
        with st.container(horizontal=True):
            test = st.button("Test connection", key=f"check-{source.name}")
            fetch = st.button(
                "Sync now", key=f"sync-{source.name}", type="primary", disabled=not source.has_key
            )
        if test:
            with told_to_the_reader():
                st.success(escaped(check(source.name)), icon=":material/check_circle:")
        if fetch:
            with told_to_the_reader():
                _sync(source, sync)
        _add_ids(source, track)
        now = again(source.name)
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
        "Tracked": f"{state.tracked:,}, of which {state.due:,} due",
        "Last success": f"{last:%-d %b %Y, %H:%M} UTC" if last else "never",
    }
    st.markdown("  \n".join(f"**{name}:** {value}" for name, value in facts.items()))


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
