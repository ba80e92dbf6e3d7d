"""Sources page: which vendors are connected, and how fresh is what they gave?"""

import streamlit as st

from components import loaders
from components.widgets import frame, notices, scheduling, sources, speech

_ACTIONS = sources.SourceActions(
    check=loaders.check_source,
    track=loaders.track,
    sync=loaders.sync,
    discover=loaders.discover,
    again=loaders.source,
)

frame.header("Sources", "Which vendors are connected, and how fresh is what they gave?")

with notices.told_to_the_reader():
    for source in loaders.sources():
        with st.container(border=True):
            sources.source_card(source, actions=_ACTIONS)
            if source.schedules:
                scheduling.schedule_form(
                    source.name,
                    source.title,
                    fields=loaders.schedule_form(source.name),
                    prepare=loaders.prepare_schedule,
                    send=loaders.send_schedule,
                )
            if source.scores_speech:
                speech.speech_form(
                    source.name,
                    source.title,
                    estimate=loaders.estimate_speech,
                    submit=loaders.submit_speech,
                )
    st.header("Import files", anchor=False, divider="gray")
    sources.import_area(loaders.import_file)
