"""Funnel page: how far do interviews get, and how do the others end?"""

from components import loaders
from components.widgets import exporting, filters, frame, funnels, notices, viewport
from services.models.ask import OperationsAsk

corner = frame.header("Funnel", "How far do interviews get, and how do the others end?")

with notices.told_to_the_reader():
    compact = viewport.is_narrow()
    titles = loaders.titles()
    chosen = filters.interview_filter(loaders.facets(), titles=titles)
    by = funnels.split()
    ask = OperationsAsk(wanted=chosen, by=by)
    found = loaders.funnel(chosen, by=by)
    if found.whole.stages[0].count:
        exporting.offer(ask, title="Funnel", corner=corner, start=loaders.start_export)
    funnels.whole(found, chosen, titles=titles, compact=compact)
    funnels.groups(found, by=by, compact=compact)
