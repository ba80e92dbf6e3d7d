"""The list that a reader came from: its order and filters travel in the URL, page by page."""

from urllib.parse import parse_qs, urlencode

import streamlit as st

from components.documents.explanations import Explained
from components.widgets import url
from components.widgets.explain import explain
from components.widgets.filter_query import PARAMETERS, SORT, Query, filter_of, sort_of
from components.widgets.pager import forget_page
from services.models.browse import InterviewFilter, Neighbours, Sort

CANDIDATES = "pages/review/candidates.py"
INTERVIEW = "pages/review/interview.py"
_LIST = "list"
_MOST_FIELDS = 200


def sort_in_url() -> Sort:
    """Return the order that the URL asks for."""
    return sort_of(url.query())


def link_query() -> dict[str, str]:
    """Return what a link to one interview carries of the list that it stands in."""
    query = [
        (name, value) for name in (*PARAMETERS, SORT) for value in st.query_params.get_all(name)
    ]
    return {_LIST: urlencode(query)} if query else {}


def sort_by(sort: Sort) -> None:
    """Put an order into the URL and go back to the first page."""
    st.query_params[SORT] = f"{'-' if sort.descending else ''}{sort.column}"
    forget_page()


def open_interview(interview_id: str | None) -> None:
    """Go to an interview, with the list that it stands in; do nothing for None."""
    if interview_id is not None:
        st.switch_page(INTERVIEW, query_params={"interview": interview_id, **link_query()})


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
        "there. To look around first, run “scoreband demo”.",
        icon=":material/waving_hand:",
    )
    st.page_link("pages/manage/sources.py", label="Go to Sources", icon=":material/power:")


def meanings() -> None:
    """Draw the way to what the numbers in a row mean."""
    explain(
        Explained.SCORE,
        Explained.BAND,
        Explained.CUT,
        Explained.OUTCOME,
        Explained.CEFR_LEVEL,
        Explained.SPEAKER_MATCH,
        Explained.SIGNAL,
        key="rows",
    )


def list_in_url() -> tuple[InterviewFilter, Sort]:
    """Return filter and order of the list that the reader of one interview came from."""
    query = _list_query()
    return filter_of(query), sort_of(query)


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


def _list_query() -> Query:
    text = st.query_params.get(_LIST, "")
    try:
        return parse_qs(text, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        # More than any list of ours has: somebody else's link.
        return {}


def _pairs(query: Query) -> list[tuple[str, str]]:
    return [(name, value) for name, values in query.items() for value in values]
