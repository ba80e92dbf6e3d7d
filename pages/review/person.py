"""People page: what did this person take part in, and who may be one person at two vendors?"""

import streamlit as st

from components import loaders
from components.widgets import exporting, frame, notices, persons
from services.models.ask import InterviewsAsk
from services.models.browse import InterviewFilter

asked = st.query_params.get("of", "")

with notices.told_to_the_reader():
    if asked:
        person = loaders.person(asked)
        corner = frame.header(
            persons.title(person), "All interviews of one person; every scale kept apart."
        )
        theirs = InterviewFilter(ids=tuple(row.id for row in person.interviews), gone=None)
        exporting.offer(
            InterviewsAsk(wanted=theirs),
            title="Interviews of one person",
            corner=corner,
            start=loaders.start_export,
            can_pin=False,
        )
        persons.interviews(person, titles=loaders.vendor_titles(), cut=loaders.settings().cut_score)
        persons.suggestions(person, titles=loaders.vendor_titles(), decide=loaders.link_people)
        persons.history(person)
    else:
        frame.header("People", "Who may be one person at two vendors?")
        persons.open_suggestions(
            loaders.suggested_links(), titles=loaders.vendor_titles(), decide=loaders.link_people
        )
