"""The parts of the Overview page: what is new, how it goes over time, and how fresh it is."""

from collections.abc import Callable, Iterator, Mapping

import streamlit as st

from components.documents.explanations import Explained
from components.documents.overview import (
    TRENDS,
    overview_funnel_drawing,
    overview_trend_drawing,
)
from components.widgets import figures
from components.widgets.explain import explain
from components.widgets.figures import Picked
from components.widgets.filter_query import query_of
from components.widgets.text import escaped
from components.widgets.tiles import Link, tile_row
from services.models import notation
from services.models.browse import InterviewFilter
from services.models.funnel import FunnelGroup
from services.models.overview import Overview, Tile
from services.models.tracking import SourceState
from services.models.trend import TrendAnswer

_CANDIDATES = "pages/review/candidates.py"
_INTEGRITY = "pages/analyse/integrity.py"
_FUNNEL = "pages/analyse/funnel.py"
_SOURCES = "pages/manage/sources.py"
_WANTED = "overview-list"


def news(found: Overview) -> None:
    """Draw the numbers, each a link to its list, and since when what is new counts."""
    results = notation.count(found.new_results.count, "new result", plural="new results")
    with st.container(horizontal=True, vertical_alignment="center", key="overview-news"):
        said = f"**{results}** since {found.since:%A}, {notation.moment(found.since)}"
        st.markdown(said, width="content")
        explain(
            Explained.NEW_SINCE,
            Explained.OUTCOME,
            Explained.NOTICE_RATE,
            Explained.AWAITING_REVIEW,
            key="overview-tiles",
        )
    flags = Link(
        count=found.unreviewed_flags,
        label="Flags to look at",
        note="interviews that nobody has reviewed",
        page=_INTEGRITY,
        path="integrity",
    )
    links = (
        _link(found.new_results, "New results", "reported since then"),
        _link(found.new, "New or changed", "whatever their status"),
        _link(found.undetermined, "Undetermined", "no pass and no fail"),
        _link(found.with_notices, "With notices", "doubts about the data"),
        flags,
        _link(found.all, "All interviews", "also those without a result"),
    )
    tile_row(links, title="Interviews", key="overview-tiles")


def trends(found: Overview, *, cut: float | None) -> None:
    """Draw the two small trends side by side; a click on a month opens its list."""
    if found.trend is None:
        st.info("No interview has an overall score yet: no trend to draw.", icon=":material/info:")
        return
    for column, what in zip(st.columns(2), TRENDS, strict=True):
        drawing = overview_trend_drawing(found.trend, what=what, cut=cut)
        with column:
            figures.show(drawing, on_select=_remember("month"))
    for warning in found.trend.warnings:
        st.caption(escaped(warning))
    months = dict(_months(found.trend))
    _open_chosen("month", months)
    with st.expander("The list behind each month"), st.container(horizontal=True):
        for (_, month), listed in months.items():
            _page_link(month, listed)


def funnel_strip(group: FunnelGroup, *, compact: bool) -> None:
    """Draw how far everybody got in one row; a bar and a link open each stage's list."""
    drawing = overview_funnel_drawing(group, compact=compact)
    figures.show(drawing, on_select=_remember("stage"))
    _open_chosen("stage", {(group.key, bar.key): bar.opens for bar in group.stages})
    with st.container(horizontal=True, key="overview-stages"):
        for bar in group.stages:
            _page_link(f"{bar.label}: {bar.count:,}", bar.opens)
        st.page_link(_FUNNEL, label="By role, vendor or month", icon=":material/filter_alt:")


def sync_health(found: Overview, *, titles: Mapping[str, str]) -> None:
    """Say of each vendor how fresh its data is, and what is wrong."""
    st.subheader("How fresh is it?", anchor=False)
    if not found.sources:
        st.caption("No vendor is connected yet, and nothing was imported.")
    for state in found.sources:
        wrong = bool(state.failures or state.pause)
        icon = ":material/warning:" if wrong else ":material/check_circle:"
        title = titles.get(state.vendor, state.vendor)
        st.markdown(f"{icon} **{escaped(title)}:** {escaped(freshness_words(state))}")
    st.page_link(_SOURCES, label="Go to Sources", icon=":material/power:")


def freshness_words(state: SourceState) -> str:
    """Say how one vendor's data stands: "1,204 interviews, last success 3 Mar 2026, 09:30 UTC."."""
    last = state.last_success_at
    parts = [
        f"{state.interviews:,} interview{'' if state.interviews == 1 else 's'}",
        f"last success {notation.moment(last)}" if last else "never synced",
    ]
    parts += [f"{state.due:,} due"] if state.due else []
    parts += [f"{len(state.failures):,} could not be fetched"] if state.failures else []
    said = f"{', '.join(parts)}."
    if state.pause is None:
        return said
    until = f"until {state.pause.until:%H:%M} UTC" if state.pause.until else "until you sync"
    return f"{said} Left alone {until}: {state.pause.problem}"


def _link(tile: Tile, label: str, note: str) -> Link:
    query = tuple(query_of(tile.opens))
    return Link(count=tile.count, label=label, note=note, page=_CANDIDATES, query=query)


def _page_link(label: str, opens: InterviewFilter) -> None:
    st.page_link(_CANDIDATES, label=escaped(label), query_params=query_of(opens))


def _remember(what: str) -> Callable[[Picked], None]:
    def remember(picked: Picked) -> None:
        st.session_state[f"{_WANTED}-{what}"] = tuple(map(str, picked.data))

    return remember


def _open_chosen(what: str, lists: Mapping[tuple[str, str], InterviewFilter]) -> None:
    """Go to the list behind the mark that was chosen in the run before, if one was."""
    if opens := lists.get(st.session_state.pop(f"{_WANTED}-{what}", ())):
        st.switch_page(_CANDIDATES, query_params=query_of(opens))


def _months(answer: TrendAnswer) -> Iterator[tuple[tuple[str, str], InterviewFilter]]:
    """Yield what a click on a month hands over, with the list that it opens."""
    for place, trend in enumerate(answer.trends):
        for point in trend.points:
            if point.wanted:
                yield (str(place), point.label), point.wanted
