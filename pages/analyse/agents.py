"""Agents page: do the graders agree, and who is stricter than the others?"""

from components import loaders
from components.widgets import agents, exporting, filters, frame, instruments, notices, viewport
from services.models.ask import AgentsAsk

corner = frame.header("Agents", "Do the graders agree, and who is stricter than the others?")

with notices.told_to_the_reader():
    compact, titles = viewport.is_narrow(), loaders.titles()
    chosen = filters.interview_filter(loaders.facets(), titles=titles)
    one = agents.interview_asked()
    ask = AgentsAsk(wanted=chosen, choice=instruments.in_url(), interview=one)
    found = loaders.agents_of(one) if one else loaders.agents(chosen, choice=instruments.in_url())
    if found.interviews:
        exporting.offer(ask, title="Agents", corner=corner, start=loaders.start_export)
    if not one:
        instruments.picker(found.choice, found.instruments, titles=titles)
    agents.scope(found, chosen, one=one, titles=titles)
    agents.indices(found)
    agents.heat_map(found, compact=compact)
    agents.groups(found, compact=compact)
    agents.split_panels(found)
