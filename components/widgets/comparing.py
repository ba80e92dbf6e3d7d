"""The parts of the Compare page: who, what may not be compared, the bands, pair by pair."""

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from components.charts import comparison_figure, comparison_sentence, comparison_table
from components.documents.explanations import Explained
from components.widgets import chips, figures, shortlist
from components.widgets.notices import caveats
from components.widgets.plain_table import plain_table
from components.widgets.text import escaped
from services.errors import InputError
from services.models import notation
from services.models.browse import InterviewRow
from services.models.comparison import Comparison, Separation
from services.models.score import ScoreKind
from services.models.table import Table

_IDS = "ids"
_INTERVIEW = "pages/review/interview.py"
_CANDIDATES = "pages/review/candidates.py"
_KINDS = {ScoreKind.OVERALL: "Overall", ScoreKind.DOMAIN: "Domain", ScoreKind.SKILL: "Skill"}


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


def names_of(comparison: Comparison) -> dict[str, str]:
    """Return what each interview is called; equal names get a number."""
    names: dict[str, str] = {}
    met: Counter[str] = Counter()
    for row in comparison.interviews:
        name = notation.called(row.candidate_name, row.candidate_email)
        met[name] += 1
        names[row.id] = f"{name} ({met[name]})" if met[name] > 1 else name
    return names


def people(comparison: Comparison, *, titles: Mapping[str, str]) -> None:
    """Draw a card for each interview, with the way to it and out of the comparison."""
    names = names_of(comparison)
    for row, column in zip(
        comparison.interviews, st.columns(len(comparison.interviews)), strict=True
    ):
        with column.container(border=True, key=f"compared-{row.id}"):
            st.markdown(f"**{escaped(names[row.id])}**")
            st.caption(escaped(_facts(row)))
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
    names = names_of(comparison)
    comparison = shared(comparison)
    figures.draw(
        comparison_figure(comparison, names=names, compact=compact),
        key="comparison",
        title="Scores side by side",
        alt=comparison_sentence(comparison, names=names),
        table=comparison_table(comparison, names=names),
        explained=(Explained.SCORE, Explained.BAND, Explained.SEPARATION),
    )
    level = notation.number(100 * comparison.level)
    st.caption(
        f"“Clear”: the interval of the difference at {level} % does not hold 0. “Leaning”: it "
        "holds 0, but one side is at least four times as likely. No vendor states the level of its "
        f"bands; they are taken to be at {level} % (SCOREBAND_INTERVAL_LEVEL), independent and "
        "normal. Formula and source: docs/methods.md."
    )


def shared(comparison: Comparison) -> Comparison:
    """Return the comparison with what at least two were asked, and the overall score always."""
    rows = tuple(
        row
        for row in comparison.rows
        if row.kind is ScoreKind.OVERALL or sum(score is not None for score in row.scores) > 1
    )
    return comparison.model_copy(update={"rows": rows})


def verdicts(comparison: Comparison) -> None:
    """Draw each pair's verdict on each shared score, the overall score first."""
    names = names_of(comparison)
    comparison = shared(comparison)
    rows = [
        (
            _KINDS.get(row.kind, row.kind.capitalize()),
            row.name,
            f"{names[each.a]} and {names[each.b]}",
            str(each.verdict),
            _difference(each),
            each.reason,
        )
        for row in comparison.rows
        for each in row.separations
    ]
    with st.expander("Pair by pair, in words", expanded=len(comparison.interviews) == 2):
        columns = ("Kind", "Score", "Pair", "Verdict", "Difference", "Why")
        plain_table(
            Table(columns=columns, rows=tuple(rows)), title="Pair by pair", key="pair-by-pair"
        )


def not_asked(comparison: Comparison) -> None:
    """Say what others were scored in and somebody was not."""
    names = names_of(comparison)
    gaps = [
        (names[id_], ", ".join(dict.fromkeys(missing)))
        for id_, missing in comparison.not_asked
        if missing
    ]
    if gaps:
        st.subheader("Not asked", anchor=False)
        table = Table(columns=("Interview", "Others were scored in"), rows=tuple(gaps))
        plain_table(table, title="What was not asked of whom", key="not-asked")


def _facts(row: InterviewRow) -> str:
    happened = notation.day(row.happened_at) if row.happened_at else "no date"
    return f"{row.role or 'Role not given'} · {happened}"


def _difference(each: Separation) -> str | None:
    if each.difference is None or each.lower is None or each.upper is None:
        return None
    ends = f"{notation.signed(each.lower)} to {notation.signed(each.upper)}"
    return f"{notation.signed(each.difference)} ({ends})"


def _leave_out(interview_id: str, ids: Sequence[str]) -> None:
    st.query_params[_IDS] = ",".join(each for each in ids if each != interview_id)
    shortlist.put(interview_id, "", is_on=False)
