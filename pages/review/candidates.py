"""Candidates page: who was interviewed, and with what result?"""

import streamlit as st

from components import loaders
from components.widgets import exporting, filters, frame, listing, notices, pager, shortlist
from components.widgets.candidate_table import RowMarks, TableEvents, candidate_table
from services.models.ask import InterviewsAsk
from services.models.browse import InterviewFilter


@st.fragment
def candidates(chosen: InterviewFilter) -> None:
    """Draw one page of the list; sorting and paging draw only this anew."""
    with notices.told_to_the_reader():
        sort = listing.sort_in_url()
        request = pager.page_request()
        page = loaders.interviews(chosen, sort=sort, request=request)
        if not page.rows:
            listing.empty(chosen)
            return
        shortlist.bar()
        opened = candidate_table(
            page.rows,
            sort=sort,
            cut=loaders.settings().cut_score,
            marks=RowMarks(loaders.vendor_titles(), listing.link_query(), shortlist.picked()),
            on_event=TableEvents(shortlist.pick, listing.sort_by),
            key="candidates",
        )
        pager.pager(page, limit=request.limit)
        listing.meanings()
        listing.open_interview(opened)


listing.follow_link()
corner = frame.header("Candidates", "Who was interviewed, and with what result?")

with notices.told_to_the_reader():
    wanted = filters.interview_filter(loaders.facets(), titles=loaders.vendor_titles())
    ask = InterviewsAsk(wanted=wanted, sort=listing.sort_in_url())
    if loaders.any_interview(wanted):
        exporting.offer(ask, title="Interviews", corner=corner, start=loaders.start_export)
    candidates(wanted)
