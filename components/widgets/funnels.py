"""The parts of the Funnel page: the whole, its vendor words, and the same by role or month."""

from collections.abc import Mapping

import streamlit as st

from components.charts import (
    funnel_figure,
    funnel_sentence,
    funnel_table,
    groups_figure,
    groups_sentence,
    groups_table,
)
from components.documents.explanations import Explained
from components.documents.filter_words import filter_words
from components.widgets import figures
from components.widgets.figures import Picked
from components.widgets.filter_query import query_of
from components.widgets.plain_table import plain_table
from components.widgets.segments import segments
from components.widgets.text import escaped
from services.models.browse import InterviewFilter
from services.models.funnel import FunnelAnswer, FunnelBar, FunnelGroup, Split
from services.models.table import Table

_BY = "by"
_CANDIDATES = "pages/review/candidates.py"
_WANTED = "funnel-bar"


def split() -> Split:
    """Draw what the funnel is split up by; return it."""
    words = {split.value: split.capitalize() for split in Split}
    return Split(segments("Split by", _BY, words, default=Split.ROLE))


def whole(
    answer: FunnelAnswer, chosen: InterviewFilter, *, titles: Mapping[str, str], compact: bool
) -> None:
    """Draw the funnel of all that was chosen; a click on a bar opens its list."""
    group = answer.whole
    counted = group.stages[0]
    st.caption(
        escaped(f"{filter_words(counted.opens, titles=titles)} · {counted.count:,} interviews")
    )
    if chosen.statuses or chosen.started is not None:
        st.caption("The filters on status and start are left out: a funnel shows every status.")
    if not group.stages[0].count:
        st.info("No interview matches these filters.", icon=":material/search_off:")
        return
    figures.draw(
        funnel_figure(group, compact=compact),
        key="funnel",
        title="From invited to reported",
        alt=funnel_sentence(group),
        table=funnel_table(group),
        explained=(Explained.FUNNEL_STAGE,),
        on_select=_remember,
    )
    _open_chosen(answer)
    st.caption(
        "Choose a bar to open its list. Stages count everybody who got at least that far; below "
        "them everybody is counted once, by how the interview stands or ended."
    )
    if answer.unknown:
        st.warning(
            f"{answer.unknown:,} interviews have a status word that is not documented: they are "
            "counted as invited only. The words are in the table below.",
            icon=":material/question_mark:",
        )
    _ways_to_lists(group, titles)


def groups(answer: FunnelAnswer, *, by: Split, compact: bool) -> None:
    """Draw the funnel of each role, vendor or month; a click opens that part's list."""
    if len(answer.groups) < 2:
        return
    figures.draw(
        groups_figure(answer.groups, compact=compact),
        key="funnel-groups",
        title=f"By {by}",
        alt=groups_sentence(answer.groups),
        table=groups_table(answer.groups),
        explained=(Explained.FUNNEL_STAGE,),
        on_select=_remember,
    )


def _ways_to_lists(group: FunnelGroup, titles: Mapping[str, str]) -> None:
    """Draw each bar with a real button for the keyboard, and the vendors' words beside ours."""
    with st.expander("The vendors' own words, and the list behind each bar"):
        for bar in (*group.stages, *group.ends):
            if bar.count and st.button(f"{bar.label}: {bar.count:,}", key=f"list-{bar.key}"):
                _open(bar)
        rows = tuple(
            (bar.label, titles.get(vendor, vendor), word, count)
            for bar in group.ends
            for vendor, word, count in bar.vendor_words
        )
        table = Table(columns=("Ours", "Vendor", "The vendor's word", "Interviews"), rows=rows)
        plain_table(table, title="The vendors' own words", key="vendor-words")


def _remember(picked: Picked) -> None:
    st.session_state[_WANTED] = tuple(map(str, picked.data))


def _open_chosen(answer: FunnelAnswer) -> None:
    wanted = st.session_state.pop(_WANTED, None)
    if not wanted:
        return
    # A bar of the whole hands over its key, one of a part the part's key as well.
    *part, key = wanted
    groups = (each for each in answer.groups if [each.key] == part) if part else (answer.whole,)
    for group in groups:
        for bar in (*group.stages, *group.ends):
            if bar.key == key:
                _open(bar)


def _open(bar: FunnelBar) -> None:
    st.switch_page(_CANDIDATES, query_params=query_of(bar.opens))
