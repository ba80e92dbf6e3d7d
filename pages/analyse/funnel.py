"""Funnel page: how far do interviews get, and how do the others end?"""

from components import loaders
from components.widgets import filters, frame, funnels, notices, viewport

frame.header("Funnel", "How far do interviews get, and how do the others end?")

with notices.told_to_the_reader():
    compact = viewport.is_narrow()
    chosen = filters.interview_filter(loaders.facets())
    by = funnels.split()
    found = loaders.funnel(chosen, by=by)
    funnels.whole(found, chosen, titles=loaders.vendor_titles(), compact=compact)
    funnels.groups(found, by=by, compact=compact)
