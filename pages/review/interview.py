"""Interview page: what did this interview show, how sure is that, and where is the evidence?"""

import streamlit as st

from components import loaders
from components.widgets import exporting, listing, notices, viewport
from components.widgets.report import (
    coding,
    head,
    language,
    particulars,
    questions,
    recording,
    scores,
    source,
    summary,
    verdict,
)
from components.widgets.report.answers import Answers
from components.widgets.reviewing import Reviewing
from services.models.ask import InterviewAsk

asked = st.query_params.get("interview", "")

with notices.told_to_the_reader():
    head.require(asked)
    report = loaders.report(asked)
    stored, cut, compact = report.stored, loaders.settings().cut_score, viewport.is_narrow()
    chosen, sort = listing.list_in_url()
    listing.way_through(loaders.neighbours(stored.id, chosen, sort=sort))
    exporting.offer(
        InterviewAsk(interview=stored.id),
        title="Interview report",
        corner=head.head(report),
        start=loaders.start_export,
    )
    verdict.verdict(report, cut=cut)
    notices.notice_list(stored.interview.notices, key="notices")
    scores.scores_section(stored.interview, cut=cut, compact=compact)
    summary.summary_section(stored.interview)
    particulars.particulars_section(stored.interview)
    questions.questions_section(
        report,
        answers=Answers(loaders.recordings, loaders.settings().media_hosts, loaders.refetch),
        compact=compact,
    )
    recording.recording_section(
        report,
        hosts=loaders.settings().media_hosts,
        compact=compact,
        refetch=loaders.refetch,
        reviews=Reviewing(loaders.reviews, loaders.review_flag),
    )
    language.language_section(stored.interview, compact=compact)
    language.attached_section(report, titles=loaders.vendor_titles())
    coding.coding_section(stored.interview)
    source.source_section(report, payload=loaders.payload, identity_image=loaders.identity_image)
