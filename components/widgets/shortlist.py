"""The shortlist: interviews chosen to be compared, kept while the reader looks around."""

import streamlit as st

from components.widgets.text import escaped
from services.models import notation
from services.models.browse import InterviewRow

COMPARE = "pages/review/compare.py"
MOST = 5
_KEY = "shortlist"


def picked() -> dict[str, str]:
    """Return the chosen interviews' ids with the names that they are shown by."""
    chosen: dict[str, str] = st.session_state.setdefault(_KEY, {})
    return chosen


def pick(row: InterviewRow, is_on: bool) -> None:  # noqa: FBT001  (a table's event hands it in)
    """Take an interview in, or out."""
    put(row.id, notation.called(row.candidate_name, row.candidate_email), is_on=is_on)


def put(interview_id: str, name: str, *, is_on: bool) -> None:
    """Take an interview in under a name, or out."""
    if is_on:
        picked()[interview_id] = name
    else:
        picked().pop(interview_id, None)


def bar() -> None:
    """Draw who is chosen and the way to the comparison; nothing while nobody is."""
    chosen = picked()
    if not chosen:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="shortlist"):
        st.markdown(f"**To compare ({len(chosen)}):** {escaped(', '.join(chosen.values()))}")
        if st.button(
            "Compare",
            type="primary",
            key="compare-now",
            disabled=not 2 <= len(chosen) <= MOST,
            help=f"Choose 2 to {MOST} interviews.",
        ):
            st.switch_page(COMPARE, query_params={"ids": ",".join(chosen)})
        st.button("Clear", key="clear-shortlist", type="tertiary", on_click=chosen.clear)
