"""The list that a reader came from: its order and filters travel in the URL, page by page."""

from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import parse_qs, urlencode

import streamlit as st

from components.widgets.candidate_table import Opened, TableEvent
from components.widgets.chips import outcome_label, status_label
from components.widgets.pager import forget_page
from services.models.browse import InterviewFilter, Neighbours, Sort, SortColumn
from services.models.interview import Outcome, Status

CANDIDATES = "pages/review/candidates.py"
INTERVIEW = "pages/review/interview.py"
_SORT = "sort"
_LIST = "list"
_FILTERS = (
    *("q", "role", "vendor", "status", "outcome", "version"),
    *("from", "to", "min", "max", "notices"),
)


def sort_in_url() -> Sort:
    """Return the order that the URL asks for: a column, with a hyphen before it for descending."""
    return _sort(st.query_params.get(_SORT, ""))


def link_query() -> dict[str, str]:
    """Return what a link to one interview carries of the list that it stands in."""
    query = [
        (name, value)
        for name in (*_FILTERS, _SORT)
        for value in st.query_params.get_all(name)
        if value
    ]
    return {_LIST: urlencode(query)} if query else {}


def follow(event: TableEvent | None) -> None:
    """Do what the reader asked of the table: open an interview, or sort anew."""
    if isinstance(event, Opened):
        st.switch_page(INTERVIEW, query_params={"interview": event.id, **link_query()})
    elif event is not None:
        st.query_params[_SORT] = f"{'-' if event.sort.descending else ''}{event.sort.column}"
        forget_page()
        st.rerun()


def follow_link() -> None:
    """Go on to the interview that the URL names: `/?interview=...` is a link to it as well."""
    if "interview" in st.query_params:
        st.switch_page(INTERVIEW, query_params=st.query_params.to_dict())


def empty(chosen: InterviewFilter) -> None:
    """Say what to do where the list has no row."""
    if chosen != InterviewFilter():
        st.info(
            "No interview matches these filters. Take one away, or clear them all.",
            icon=":material/search_off:",
        )
        return
    st.info(
        "No interviews yet. Add the ids of your interviews on the Sources page, or drop files "
        "there. To look around first, run `scoreband demo`.",
        icon=":material/waving_hand:",
    )
    st.page_link("pages/manage/sources.py", label="Go to Sources", icon=":material/power:")


def list_in_url() -> tuple[InterviewFilter, Sort]:
    """Return filter and order of the list that the reader of one interview came from."""
    query = _list_query()
    first = {name: values[0] for name, values in query.items()}
    statuses, outcomes = query.get("status", ()), query.get("outcome", ())
    chosen = InterviewFilter(
        text=first.get("q", "").strip(),
        roles=tuple(query.get("role", ())),
        vendors=tuple(query.get("vendor", ())),
        versions=tuple(query.get("version", ())),
        statuses=tuple(status for status in Status if status_label(status) in statuses),
        outcomes=tuple(outcome for outcome in Outcome if outcome_label(outcome) in outcomes),
        since=_day(first, "from"),
        until=_day(first, "to"),
        score_min=_number(first, "min"),
        score_max=_number(first, "max"),
        has_notices={"with": True, "without": False}.get(first.get("notices", "")),
    )
    return chosen, _sort(first.get(_SORT, ""))


def way_through(near: Neighbours) -> None:
    """Draw the way back to the list and to the interviews before and after this one."""
    carried = {_LIST: st.query_params[_LIST]} if _LIST in st.query_params else {}
    with st.container(horizontal=True, key="way-through"):
        if st.button("‹ All candidates", key="to-list"):
            st.switch_page(CANDIDATES, query_params=_pairs(_list_query()))
        steps = (("Previous", near.previous_id), ("Next", near.next_id))
        for label, neighbour in steps:
            if st.button(label, key=f"to-{label.lower()}", disabled=neighbour is None):
                st.switch_page(INTERVIEW, query_params={"interview": neighbour or "", **carried})


def _sort(text: str) -> Sort:
    name = text.removeprefix("-")
    if name not in tuple(SortColumn):
        return Sort()
    return Sort(column=SortColumn(name), descending=text.startswith("-"))


def _list_query() -> Mapping[str, Sequence[str]]:
    return parse_qs(st.query_params.get(_LIST, ""), max_num_fields=200)


def _pairs(query: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, values in query.items() for value in values]


def _day(query: Mapping[str, str], name: str) -> date | None:
    try:
        return date.fromisoformat(query[name])
    except (KeyError, ValueError):
        return None


def _number(query: Mapping[str, str], name: str) -> float | None:
    try:
        return float(query[name])
    except (KeyError, ValueError):
        return None
