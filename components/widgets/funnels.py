"""The parts of the Funnel page: the whole, its vendor words, and the same by role or month."""

from collections.abc import Mapping

import streamlit as st

from components.documents import operations_words
from components.documents.filter_words import filter_words
from components.documents.operations_figures import (
    VENDOR_WORDS,
    funnel_drawing,
    groups_drawing,
    vendor_words_table,
)
from components.widgets import figures
from components.widgets.figures import Picked
from components.widgets.filter_query import query_of
from components.widgets.plain_table import plain_table
from components.widgets.segments import segments
from components.widgets.text import escaped
from services.models.browse import InterviewFilter
from services.models.funnel import FunnelAnswer, FunnelBar, FunnelGroup, Split

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
    said = filter_words(counted.opens, titles=titles)
    st.caption(escaped(f"{said} · {operations_words.counted_words(answer)}"))
    if left_out := operations_words.left_out_words(chosen):
        st.caption(left_out)
    if not counted.count:
        st.info(operations_words.NO_INTERVIEW, icon=":material/search_off:")
        return
    figures.show(funnel_drawing(group, titles=titles, compact=compact), on_select=_remember)
    _open_chosen(answer)
    st.caption(f"Choose a bar to open its list. {operations_words.COUNTING}")
    if unknown := operations_words.unknown_words(answer):
        st.warning(f"{unknown} The words are in the table below.", icon=":material/question_mark:")
    _ways_to_lists(group, titles)


def groups(answer: FunnelAnswer, *, by: Split, compact: bool) -> None:
    """Draw the funnel of each role, vendor or month; a click opens that part's list."""
    if len(answer.groups) < 2:
        return
    drawing = groups_drawing(answer.groups, key="funnel-groups", title=f"By {by}", compact=compact)
    figures.show(drawing, on_select=_remember)


def _ways_to_lists(group: FunnelGroup, titles: Mapping[str, str]) -> None:
    """Draw each bar with a real button for the keyboard, and the vendors' words beside ours."""
    with st.expander("The vendors' own words, and the list behind each bar"):
        for bar in (*group.stages, *group.ends):
            if bar.count and st.button(f"{bar.label}: {bar.count:,}", key=f"list-{bar.key}"):
                _open(bar)
        table = vendor_words_table(group, titles)
        plain_table(table, title=VENDOR_WORDS, key="vendor-words", pinned_as="vendor-words")


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
