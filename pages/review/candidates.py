"""Candidates page: who was interviewed, and with what result?"""

from components import loaders
from components.widgets import filters, frame, listing, notices, pager
from components.widgets.candidate_table import candidate_table

listing.follow_link()
frame.header("Candidates", "Who was interviewed, and with what result?")

with notices.told_to_the_reader():
    chosen = filters.candidate_filter(loaders.facets())
    sort = listing.sort_in_url()
    request = pager.page_request()
    page = loaders.interviews(chosen, sort=sort, request=request)
    if page.rows:
        event = candidate_table(
            page.rows,
            sort=sort,
            cut=loaders.settings().cut_score,
            link_query=listing.link_query(),
            key="candidates",
        )
        pager.pager(page, limit=request.limit)
        listing.follow(event)
    else:
        listing.empty(chosen)
