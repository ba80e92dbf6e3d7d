"""The parts of the Language page: what to look at, how many at each level, and who."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.documents.filter_words import filter_words
from components.documents.language_figures import ladder_drawing, levels_drawing
from components.documents.language_words import (
    ACCENT,
    NOBODY,
    ORDER,
    counted_words,
    derived_words,
    without_level_words,
)
from components.widgets import figures, url
from components.widgets.figures import Picked
from components.widgets.filter_query import text_of
from components.widgets.pager import numbered_pager, page_number, restart
from components.widgets.text import escaped
from services.models.browse import InterviewFilter
from services.models.cefr import LEVELS, CefrTable
from services.models.ladder import LanguageAnswer
from services.models.language import OVERALL

LIMIT = 25
_DIMENSION = "skill"
_TABLE = "table"
_REQUIRED = "level"
_WANTED = "language-person"
_INTERVIEW = "pages/review/interview.py"


@dataclass(frozen=True)
class View:
    """What the reader looks at."""

    dimension: str
    table_id: str | None
    table: CefrTable | None
    requirement: str | None


def view(tables: Sequence[CefrTable]) -> View:
    """Draw the choice of a required level and of a table; return it with the dimension.

    No table is chosen unless the reader names one: a level is never derived silently.
    """
    titles = {table.id: table.title for table in tables}
    with st.container(horizontal=True, vertical_alignment="bottom", key="language-view"):
        required = _choice("Required level", _REQUIRED, dict.fromkeys(LEVELS, ""))
        chosen = _choice("Derive levels through", _TABLE, titles)
    table = next((table for table in tables if table.id == chosen), None)
    if table:
        st.caption(f"{escaped(derived_words(table))} [Source]({table.source})")
    return View(
        dimension=text_of(st.query_params.get_all(_DIMENSION)) or OVERALL,
        # A table that a link names and nobody knows is no silent "none": the answer says so.
        table_id=chosen or text_of(st.query_params.get_all(_TABLE)) or None,
        table=table,
        requirement=required,
    )


def dimension_picker(answer: LanguageAnswer) -> None:
    """Draw the choice of a skill; accent is none of them."""
    options = tuple(dict.fromkeys((OVERALL, *answer.dimensions)))
    url.follow(_DIMENSION, lambda texts: text_of(texts) if text_of(texts) in options else OVERALL)
    st.segmented_control("Skill", options, key=_DIMENSION, on_change=restart, args=(_DIMENSION,))


def offset() -> int:
    """Return how many people stand before the page that is shown."""
    return (page_number() - 1) * LIMIT


def distribution(
    answer: LanguageAnswer,
    chosen: InterviewFilter,
    *,
    view: View,
    titles: Mapping[str, str],
    compact: bool,
) -> None:
    """Draw how many people of each role stand on each rung."""
    said = filter_words(chosen, titles=titles)
    st.caption(escaped(f"{said} · {counted_words(answer)}"))
    if not answer.total:
        st.info(NOBODY, icon=":material/search_off:")
        return
    figures.show(levels_drawing(answer, requirement=view.requirement, compact=compact))
    nobody = without_level_words(answer, view.table)
    if nobody:
        way = "" if view.table else " Choose a table above to derive levels from numbers of 0–100."
        st.caption(escaped(nobody) + way)


def people(answer: LanguageAnswer, *, view: View, titles: Mapping[str, str], compact: bool) -> None:
    """Draw one page of people on the ladder; a click opens the interview."""
    if not answer.rows:
        if answer.total:
            numbered_pager(answer.total, limit=LIMIT, key="language-pager")
        return
    figures.show(
        ladder_drawing(
            answer,
            answer.rows,
            requirement=view.requirement,
            titles=titles,
            compact=compact,
        ),
        on_select=_remember,
        in_document=not offset(),
    )
    wanted = st.session_state.pop(_WANTED, None)
    if wanted:
        st.switch_page(_INTERVIEW, query_params={"interview": wanted})
    st.caption(f"{ORDER} {ACCENT} Choose a mark to open the interview.")
    numbered_pager(answer.total, limit=LIMIT, key="language-pager")


def _choice(label: str, name: str, options: dict[str, str]) -> str | None:
    url.follow(name, lambda texts: text_of(texts) if text_of(texts) in options else None)
    st.selectbox(
        label,
        tuple(options),
        key=name,
        format_func=lambda option: options[option] or option,
        placeholder="None",
        on_change=restart,
        args=(name,),
    )
    chosen: str | None = st.session_state[name]
    return chosen


def _remember(picked: Picked) -> None:
    if picked.data:
        st.session_state[_WANTED] = str(picked.data[0])
