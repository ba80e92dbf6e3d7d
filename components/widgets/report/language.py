"""Section: how the candidate speaks, on the vendor's scale; a CEFR level only if one was issued."""

from collections.abc import Mapping

import streamlit as st

from components.charts import language_figure, language_sentence, language_table
from components.documents.explanations import Explained
from components.widgets import figures
from components.widgets.remarks import remarks
from components.widgets.text import escaped, plain_text
from services.models import notation
from services.models.interview import Interview
from services.models.language import LanguageProfile
from services.models.report import InterviewReport

_INTERVIEW = "pages/review/interview.py"


def language_section(interview: Interview, *, compact: bool) -> None:
    """Draw the language profile; nothing without one."""
    profile = interview.language
    if profile is None:
        return
    st.header("Language", anchor=False, divider="gray")
    if any(score.value is not None for score in profile.dimensions):
        figures.draw(
            language_figure(profile, compact=compact),
            key="language-profile",
            title="Language profile",
            alt=language_sentence(profile),
            table=language_table(profile),
            explained=(Explained.SCORE, Explained.CEFR_LEVEL, Explained.SPEAKER_MATCH),
        )
    if profile.summary:
        plain_text(profile.summary)
    facts = _facts(profile)
    if facts:
        st.caption(escaped(facts))
    if profile.explanations:
        with st.expander("Why it was scored so, in the vendor's words", expanded=True):
            named = [(one.name, one.text) for one in profile.explanations]
            remarks(named, key="language-explanations")


def attached_section(report: InterviewReport, *, titles: Mapping[str, str]) -> None:
    """Draw the ways to results that belong to this interview, and to what this one belongs to."""
    groups = (
        ("Results of other vendors for this interview", report.attached),
        ("This result belongs to", report.attached_to),
    )
    for heading, rows in groups:
        if not rows:
            continue
        st.subheader(heading, anchor=False)
        for row in rows:
            level = f"CEFR {row.cefr} issued, " if row.cefr else ""
            score = notation.on_its_scale(row.overall)
            doubt = ", speaker match low" if row.is_doubtful else ""
            said = f"{titles.get(row.vendor, row.vendor)}: {level}{score}{doubt}"
            if st.button(escaped(said), key=f"attached-{row.id}", icon=":material/link:"):
                st.switch_page(_INTERVIEW, query_params={"interview": row.id})


def _facts(profile: LanguageProfile) -> str:
    found = profile.detection
    parts = (
        profile.language and f"Language {profile.language}",
        profile.requested_language and f"asked for {profile.requested_language}",
        profile.target and f"required level {profile.target} (a target, not a result)",
        profile.audio_s is not None and f"audio {notation.clock(profile.audio_s)}",
        found and f"speaker match {found.match}",
        found and found.label and f"taken for the candidate: {found.label}",
        found and found.words is not None and notation.count(found.words, "word"),
        found and found.speakers is not None and f"{notation.count(found.speakers, 'voice')} heard",
        profile.method and f"scoring method {profile.method}",
    )
    return " · ".join(part for part in parts if isinstance(part, str) and part)
