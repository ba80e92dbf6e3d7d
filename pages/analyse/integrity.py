"""Integrity page: what was seen, how often, and what did people say about it?"""

from components import loaders
from components.documents.filter_words import filter_words
from components.widgets import exporting, filters, frame, integrity, notices, viewport
from services.models.ask import IntegrityAsk

corner = frame.header("Integrity", "What was seen, how often, and what did people say about it?")

with notices.told_to_the_reader():
    compact = viewport.is_narrow()
    titles = loaders.titles()
    chosen = filters.interview_filter(loaders.facets(), titles=titles)
    view = integrity.view()
    ask = IntegrityAsk(wanted=chosen, by=view.by, per=view.per)
    found = loaders.integrity(
        chosen,
        by=view.by,
        label=filter_words(chosen, titles=titles),
        limit=integrity.LIMIT,
        offset=integrity.offset(),
    )
    if found.cohorts[0].interviews:
        exporting.offer(ask, title="Integrity", corner=corner, start=loaders.start_export)
    if integrity.rates(found, per=view.per, compact=compact):
        integrity.reviews(found)
        integrity.awaiting(found)
