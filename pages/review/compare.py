"""Compare page: can these candidates be told apart, and in what?"""

from components import loaders
from components.widgets import comparing, exporting, frame, notices, viewport
from services.models.ask import ComparisonAsk

corner = frame.header("Compare", "Can these candidates be told apart, and in what?")

with notices.told_to_the_reader():
    ids = comparing.ids_in_url()
    ask = ComparisonAsk(interviews=tuple(ids))
    found = loaders.comparison(ids)
    exporting.offer(ask, title="Comparison", corner=corner, start=loaders.start_export)
    comparing.people(found, titles=loaders.vendor_titles())
    comparing.warnings(found)
    comparing.figure(found, compact=viewport.is_narrow())
    comparing.verdicts(found)
    comparing.not_asked(found)
