"""Questions page: which questions are hard, which tell candidates apart, and did any change?"""

from components import loaders
from components.widgets import exporting, filters, frame, instruments, notices, questions, viewport
from services.models.ask import QuestionsAsk

corner = frame.header(
    "Questions", "Which questions are hard, which tell candidates apart, and did any change?"
)

with notices.told_to_the_reader():
    compact, titles = viewport.is_narrow(), loaders.titles()
    chosen = filters.interview_filter(loaders.facets(), titles=titles)
    ask = QuestionsAsk(wanted=chosen, choice=instruments.in_url())
    found = loaders.questions(
        chosen,
        choice=instruments.in_url(),
        limit=questions.LIMIT,
        offset=questions.offset(),
    )
    if found.total:
        exporting.offer(ask, title="Questions", corner=corner, start=loaders.start_export)
    instruments.picker(found.choice, found.measured, titles=titles)
    questions.scope(found, chosen, titles=titles)
    questions.map_of_questions(found, compact=compact)
    questions.closer(found, compact=compact)
