"""The parts of the Compare page: who, what may not be compared, the bands, pair by pair."""

from collections.abc import Mapping, Sequence

import streamlit as st

from components.documents.comparison_words import (
    assumption,
    comparison_drawing,
    facts_of,
    names_of,
    not_asked_table,
    pairs_table,
)
from components.widgets import chips, figures, shortlist
from components.widgets.notices import caveats
from components.widgets.plain_table import plain_table
from components.widgets.text import escaped
from services.errors import InputError
from services.models.comparison import Comparison

_IDS = "ids"
_INTERVIEW = "pages/review/interview.py"
_CANDIDATES = "pages/review/candidates.py"


def ids_in_url() -> list[str]:
    """Return the ids that the URL names; without any, those on the shortlist.

    Raises:
        InputError: there are none at all.
    """
    asked = [part for text in st.query_params.get_all(_IDS) for part in text.split(",") if part]
    ids = asked or list(shortlist.picked())
    if not ids:
        st.page_link(_CANDIDATES, label="Go to Candidates", icon=":material/group:")
        msg = "Nobody is chosen yet. Tick 2 to 5 rows on the Candidates page, then “Compare”."
        raise InputError(msg)
    return ids


def people(comparison: Comparison, *, titles: Mapping[str, str]) -> None:
    """Draw a card for each interview, with the way to it and out of the comparison."""
    names = names_of(comparison)
    for row, column in zip(
        comparison.interviews, st.columns(len(comparison.interviews)), strict=True
    ):
        with column.container(border=True, key=f"compared-{row.id}"):
            st.markdown(f"**{escaped(names[row.id])}**")
            st.caption(escaped(" · ".join(facts_of(row))))
            row_chips = [
                chips.vendor_chip(titles.get(row.vendor, row.vendor)),
                chips.outcome_chip(row.outcome, row.vendor_outcome),
            ]
            if row.assessment_version:
                row_chips.append(chips.version_chip(row.assessment_version))
            chips.chip_row(row_chips, key=f"chips-{row.id}")
            with st.container(horizontal=True):
                if st.button("Open", key=f"open-{row.id}"):
                    st.switch_page(_INTERVIEW, query_params={"interview": row.id})
                st.button(
                    "Leave out",
                    key=f"out-{row.id}",
                    type="tertiary",
                    disabled=len(comparison.interviews) <= 2,
                    on_click=_leave_out,
                    args=(row.id, [each.id for each in comparison.interviews]),
                )


def warnings(comparison: Comparison) -> None:
    """Say what must not be read out of the figure."""
    caveats(comparison.warnings)


def figure(comparison: Comparison, *, compact: bool) -> None:
    """Draw the scores with their bands, aligned; what only one was asked stands in words below."""
    figures.show(comparison_drawing(comparison, compact=compact))
    st.caption(assumption(comparison))


def verdicts(comparison: Comparison) -> None:
    """Draw each pair's verdict on each shared score, the overall score first."""
    with st.expander("Pair by pair, in words", expanded=len(comparison.interviews) == 2):
        plain_table(
            pairs_table(comparison),
            title="Pair by pair",
            key="pair-by-pair",
            pinned_as="pair-by-pair",
        )


def not_asked(comparison: Comparison) -> None:
    """Say what others were scored in and somebody was not."""
    gaps = not_asked_table(comparison)
    if gaps.rows:
        st.subheader("Not asked", anchor=False)
        title = "What was not asked of whom"
        plain_table(gaps, title=title, key="not-asked", pinned_as="not-asked")


def _leave_out(interview_id: str, ids: Sequence[str]) -> None:
    st.query_params[_IDS] = ",".join(each for each in ids if each != interview_id)
    shortlist.put(interview_id, "", is_on=False)
