"""The filter bar over the candidates: what it is set to lies in the URL."""

from datetime import date
from typing import Literal

import streamlit as st

from components.widgets.chips import outcome_label, status_label
from components.widgets.pager import forget_page
from services.models.browse import Facets, InterviewFilter
from services.models.interview import Outcome, Status

_URL: Literal["query-params"] = "query-params"
_LISTS = ("role", "vendor", "status", "outcome", "version")
_SINGLES = ("from", "to", "min", "max", "notices")
_NOTICES = {"with": True, "without": False}


def candidate_filter(facets: Facets) -> InterviewFilter:
    """Draw the search field and the other filters, folded away; return what they are set to.

    Each is bound to a URL parameter of its key; a change goes back to the first page.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", key="candidate-filter"):
        text = st.text_input(
            "Search",
            key="q",
            bind=_URL,
            live=True,
            placeholder="Name, e-mail or role",
            on_change=forget_page,
        )
        active = active_count()
        label = f"Filters ({active})" if active else "Filters"
        with st.popover(label):
            chosen = _more(facets)
        if active or text:
            st.button("Clear all", key="clear-filters", type="tertiary", on_click=clear_filters)
    return chosen.model_copy(update={"text": text.strip()})


def active_count() -> int:
    """Return how many filters beside the search are set.

    On the first run of a link its filters are only in the URL: the widgets take them from there
    after their label is drawn.
    """
    values = (st.session_state.get(name, st.query_params.get(name)) for name in _LISTS + _SINGLES)
    return sum(value not in (None, [], ()) for value in values)


def clear_filters() -> None:
    """Set every filter back to any and the list to its first page."""
    st.session_state["q"] = ""
    st.session_state.update({name: [] for name in _LISTS})
    st.session_state.update(dict.fromkeys(_SINGLES))
    forget_page()


def _more(facets: Facets) -> InterviewFilter:
    """Draw the folded filters: lists, then dates, scores and notices."""
    roles = _list("Role", "role", facets.roles)
    left, right = st.columns(2)
    with left:
        statuses = _list("Status", "status", tuple(map(status_label, facets.statuses)))
        vendors = _list("Vendor", "vendor", facets.vendors)
    with right:
        outcomes = _list("Outcome", "outcome", tuple(map(outcome_label, facets.outcomes)))
        versions = _list("Version", "version", facets.versions)
    since, until = _dates()
    low, high = _scores()
    return InterviewFilter(
        roles=roles,
        vendors=vendors,
        statuses=tuple(status for status in Status if status_label(status) in statuses),
        outcomes=tuple(outcome for outcome in Outcome if outcome_label(outcome) in outcomes),
        versions=versions,
        since=since,
        until=until,
        score_min=low,
        score_max=high,
        has_notices=_notices(),
    )


def _list(label: str, key: str, options: tuple[str, ...]) -> tuple[str, ...]:
    chosen = st.multiselect(
        label, options, key=key, bind=_URL, on_change=forget_page, placeholder="Any"
    )
    return tuple(chosen)


def _dates() -> tuple[date | None, date | None]:
    left, right = st.columns(2)
    since = left.date_input("From", None, key="from", bind=_URL, on_change=forget_page)
    until = right.date_input("To", None, key="to", bind=_URL, on_change=forget_page)
    return since, until


def _scores() -> tuple[float | None, float | None]:
    left, right = st.columns(2)
    return (
        left.number_input(
            "Score at least", 0.0, 100.0, None, 1.0, key="min", bind=_URL, on_change=forget_page
        ),
        right.number_input(
            "Score at most", 0.0, 100.0, None, 1.0, key="max", bind=_URL, on_change=forget_page
        ),
    )


def _notices() -> bool | None:
    chosen = st.segmented_control(
        "Data-quality notices", tuple(_NOTICES), key="notices", bind=_URL, on_change=forget_page
    )
    return None if chosen is None else _NOTICES[chosen]
