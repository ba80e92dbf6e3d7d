"""The filter bar over the candidates: what it is set to lies in the URL."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

import streamlit as st

from components.documents.labels import outcome_label, status_label
from components.widgets import url
from components.widgets.filter_doubts import doubts
from components.widgets.filter_query import (
    CHOICES,
    DATES,
    DELETED,
    METADATA,
    MONTHS,
    NEW,
    NOTICES,
    PARAMETERS,
    SAVED,
    SCORES,
    SEARCH,
    STARTED,
    day_of,
    filter_of,
    moment_of,
    score_of,
    text_of,
    texts_of,
)
from components.widgets.notices import caveats
from components.widgets.pager import forget_page, restart
from services.models import notation
from services.models.browse import Facets, InterviewFilter
from services.models.interview import Outcome, Status

_NO_TITLES: Mapping[str, str] = MappingProxyType({})
_CHOICE_LABELS = {
    NOTICES: "Data-quality notices",
    STARTED: "Has started",
    DELETED: "Deleted at the vendor (hidden unless chosen)",
}
_STATUSES = tuple(map(status_label, Status))
_OUTCOMES = tuple(map(outcome_label, Outcome))


def interview_filter(facets: Facets, *, titles: Mapping[str, str] = _NO_TITLES) -> InterviewFilter:
    """Draw the search field and the other filters, folded away; return what they are set to.

    Each lies in the URL under its key; a change goes back to the first page. `titles` says how
    vendors spell their names. What a link asks for in vain is said below the bar.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", key="candidate-filter"):
        url.follow(SEARCH, text_of)
        st.text_input(
            "Search",
            key=SEARCH,
            live=True,
            placeholder="Name, e-mail or role",
            on_change=restart,
            args=(SEARCH,),
        )
        active = _active_count()
        with st.popover(f"Filters ({active})" if active else "Filters"):
            _more(facets, titles)
        if active or st.session_state[SEARCH]:
            st.button("Clear all", key="clear-filters", type="tertiary", on_click=clear_filters)
    query = url.query()
    caveats(doubts(query, facets, titles=titles))
    return filter_of(query)


def clear_filters() -> None:
    """Set every filter back to any and the list to its first page."""
    for name in PARAMETERS:
        st.query_params.pop(name, None)
    forget_page()


def _active_count() -> int:
    """Return how many filters beside the search are set."""
    return sum(name in st.query_params for name in PARAMETERS if name != SEARCH)


def _more(facets: Facets, titles: Mapping[str, str]) -> None:
    """Draw the folded filters: lists, then dates, scores and notices."""
    _only_new()
    _list("Role", "role", facets.roles)
    left, right = st.columns(2)
    with left:
        _list("Status", "status", tuple(map(status_label, facets.statuses)), known=_STATUSES)
        _list("Vendor", "vendor", facets.vendors, titles=titles)
    with right:
        _list("Outcome", "outcome", tuple(map(outcome_label, facets.outcomes)), known=_OUTCOMES)
        _list("Version", "version", facets.versions)
    for column, name, label in zip(st.columns(2), DATES, ("From", "To"), strict=True):
        url.follow(name, day_of)
        column.date_input(label, key=name, on_change=restart, args=(name,))
    for column, name, label in zip(st.columns(2), SCORES, ("at least", "at most"), strict=True):
        url.follow(name, score_of)
        column.number_input(
            f"Score of 100 {label}",
            0.0,
            100.0,
            step=1.0,
            key=name,
            on_change=restart,
            args=(name,),
        )
    for name, label in _CHOICE_LABELS.items():
        _choice(label, name)
    _attached(facets)


def _attached(facets: Facets) -> None:
    """Draw what customers attach where there is any, and months where a link asks for them."""
    named = {one.id: one.name for one in facets.lists}
    offers: Mapping[str, tuple[str, Sequence[str]]] = {
        "type": ("Interview type", facets.interview_types),
        "tag": ("Tag", facets.tags),
        SAVED: ("Saved list", tuple(named)),
        MONTHS: ("Month", ()),
        METADATA: ("Metadata", ()),
    }
    for name, (label, options) in offers.items():
        if options or name in st.query_params:
            _list(label, name, options, titles=named if name == SAVED else _NO_TITLES)


def _only_new() -> None:
    """Draw what a link from the overview asks for, so that it can be taken away."""
    if new := moment_of(st.query_params.get_all(NEW)):
        st.checkbox(
            f"Only new since {notation.moment(new)}",
            value=True,
            key=f"only-{NEW}",
            on_change=_forget,
            args=(NEW,),
        )


def _choice(label: str, name: str) -> None:
    words = tuple(CHOICES[name])
    url.follow(name, lambda texts: text_of(texts) if text_of(texts) in words else None)
    st.segmented_control(label, words, key=name, on_change=restart, args=(name,))


def _list(
    label: str,
    name: str,
    options: Sequence[str],
    *,
    known: Collection[str] | None = None,
    titles: Mapping[str, str] = _NO_TITLES,
) -> None:
    """Draw one list; `known` are all words that can be meant, None where any text can.

    `titles` say what is shown in the place of a value.
    """
    url.follow(
        name, lambda texts: [one for one in texts_of(texts) if known is None or one in known]
    )
    chosen = st.session_state[name]
    # A link may ask for a value that no interview has (any more): it stays visible, and so does
    # the reason why the list is empty.
    offered = (*options, *(value for value in chosen if value not in options))
    st.multiselect(
        label,
        offered,
        key=name,
        format_func=lambda value: titles.get(value, value) or "None given",
        on_change=restart,
        args=(name,),
        placeholder="Any",
    )


def _forget(name: str) -> None:
    st.query_params.pop(name, None)
    forget_page()
