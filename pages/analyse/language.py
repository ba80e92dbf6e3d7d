"""Language page: at which CEFR level do these candidates speak, and how sure is that?"""

from components import loaders
from components.widgets import exporting, filters, frame, languages, notices, viewport
from services.models.ask import LanguageAsk

corner = frame.header(
    "Language", "At which CEFR level do these candidates speak, and by whose word?"
)

with notices.told_to_the_reader():
    compact = viewport.is_narrow()
    titles = loaders.titles()
    chosen = filters.interview_filter(loaders.facets(), titles=titles)
    view = languages.view(loaders.cefr_tables())
    ask = LanguageAsk(
        wanted=chosen,
        dimension=view.dimension,
        table_id=view.table_id,
        requirement=view.requirement,
    )
    found = loaders.language(
        chosen,
        dimension=view.dimension,
        table_id=view.table_id,
        limit=languages.LIMIT,
        offset=languages.offset(),
    )
    if found.total:
        exporting.offer(ask, title="Language", corner=corner, start=loaders.start_export)
    languages.dimension_picker(found)
    languages.distribution(found, chosen, view=view, titles=titles, compact=compact)
    languages.people(found, view=view, titles=titles, compact=compact)
