"""The cohorts that are looked at: shown, added, edited, saved; all of them lie in the URL."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.documents.filter_words import filter_words
from components.widgets import cohort_query
from components.widgets.cohort_form import CohortForm
from components.widgets.cohort_query import COHORT
from components.widgets.filter_doubts import doubts
from components.widgets.filter_query import query_of
from components.widgets.notices import caveats, told_to_the_reader
from components.widgets.text import escaped
from services.models.browse import Facets
from services.models.cohort import (
    MOST_COHORTS,
    CohortDefinition,
    CohortSplit,
    SavedCohort,
    SavedList,
)

_CANDIDATES = "pages/review/candidates.py"
_EDITED = "edited-cohort"
_ROUND = "cohort-round"


@dataclass(frozen=True)
class BuilderActions:
    """What the builder can ask for."""

    save: Callable[[CohortDefinition], SavedCohort]
    forget: Callable[[str], None]
    save_list: Callable[[str, Sequence[str]], tuple[SavedList, Sequence[str]]]
    largest: Callable[[CohortSplit], Sequence[CohortDefinition]]
    """The largest parts of all interviews, ready to be compared."""
    latest: Callable[[], Sequence[CohortDefinition]]
    """The latest interviews, and those of as many days before."""


def asked(actions: BuilderActions) -> tuple[CohortDefinition, ...]:
    """Return the cohorts of the URL; without any, the latest interviews, and say so."""
    given = cohort_query.definitions_of(st.query_params.get_all(COHORT))
    if given:
        return given
    st.caption(
        "No cohort is defined yet: these are the latest interviews, and those of as many days "
        "before them."
    )
    return tuple(actions.latest())


def named(
    cohorts: Sequence[CohortDefinition], *, titles: Mapping[str, str]
) -> tuple[CohortDefinition, ...]:
    """Return the cohorts, those without a name called by their filter."""
    return tuple(
        each
        if each.name
        else each.model_copy(update={"name": filter_words(each.wanted, titles=titles)})
        for each in cohorts
    )


def builder(
    shown: Sequence[CohortDefinition],
    saved: Sequence[SavedCohort],
    facets: Facets,
    *,
    titles: Mapping[str, str],
    actions: BuilderActions,
) -> None:
    """Draw the cohorts with what can be done to each, and the ways to more of them."""
    form = CohortForm(facets, titles)
    called = named(shown, titles=titles)
    queries = map(cohort_query.query_of_text, st.query_params.get_all(COHORT)[:MOST_COHORTS])
    vain = (each for query in queries for each in doubts(query, facets, titles=titles))
    caveats(tuple(dict.fromkeys(vain)))
    for index, definition in enumerate(called):
        _cohort(index, definition, shown, titles=titles, actions=actions)
    edited = st.session_state.get(_EDITED)
    if edited is not None and edited < len(shown):
        _edit(edited, shown, form)
    with st.container(horizontal=True, vertical_alignment="bottom", key="more-cohorts"):
        full = len(shown) >= MOST_COHORTS
        with st.popover("Add a cohort", icon=":material/add:", disabled=full):
            _add(shown, form)
        _split(actions)
        if saved:
            with st.popover("Saved cohorts", icon=":material/bookmark:"):
                _saved(shown, saved, actions)
        with st.popover("Save a list of ids", icon=":material/list_alt:"):
            _new_list(actions)


def write(chosen: Sequence[CohortDefinition]) -> None:
    """Put cohorts into the URL in the place of those that are there."""
    st.query_params[COHORT] = [cohort_query.text_of(each) for each in chosen[:MOST_COHORTS]]
    st.session_state.pop(_EDITED, None)
    st.session_state[_ROUND] = _round() + 1


def _cohort(
    index: int,
    definition: CohortDefinition,
    shown: Sequence[CohortDefinition],
    *,
    titles: Mapping[str, str],
    actions: BuilderActions,
) -> None:
    words = filter_words(definition.wanted, titles=titles)
    with st.container(horizontal=True, vertical_alignment="center", key=f"cohort-{index}"):
        extra = "" if words == definition.name else f"  \n:small[:gray[{escaped(words)}]]"
        st.markdown(f"**{escaped(definition.name)}**{extra}")
        st.button(
            "Edit",
            key=f"edit-cohort-{index}",
            type="tertiary",
            on_click=_start_editing,
            args=(index,),
        )
        if st.button("List", key=f"list-cohort-{index}", type="tertiary", help="Its interviews"):
            st.switch_page(_CANDIDATES, query_params=query_of(definition.wanted))
        if st.button("Save", key=f"save-cohort-{index}", type="tertiary"):
            with told_to_the_reader():
                kept = actions.save(definition)
                st.toast(f"Saved as “{escaped(kept.definition.name)}”.")
        rest = [each for place, each in enumerate(shown) if place != index]
        st.button(
            "Remove",
            key=f"remove-cohort-{index}",
            type="tertiary",
            disabled=not rest,
            on_click=write,
            args=(rest,),
        )


def _edit(index: int, shown: Sequence[CohortDefinition], form: CohortForm) -> None:
    with st.container(border=True, key="cohort-editor"):
        st.markdown(f"**Edit {escaped(shown[index].name)}**")
        key = f"edit-form-{index}-{_round()}"
        changed = form.draw(shown[index], key=key, button="Apply")
    if changed:
        write([changed if place == index else each for place, each in enumerate(shown)])
        st.rerun()


def _add(shown: Sequence[CohortDefinition], form: CohortForm) -> None:
    new = form.draw(CohortDefinition(), key=f"new-cohort-{_round()}", button="Add")
    if new:
        write([*shown, new])
        st.rerun()


def _split(actions: BuilderActions) -> None:
    with st.popover("Split everything by …", icon=":material/call_split:"):
        st.caption(f"Makes a cohort of each, the {MOST_COHORTS} largest at most.")
        for by in CohortSplit:
            if st.button(by.capitalize(), key=f"split-by-{by}", width="stretch"):
                write(actions.largest(by))
                st.rerun()


def _saved(
    shown: Sequence[CohortDefinition], saved: Sequence[SavedCohort], actions: BuilderActions
) -> None:
    for kept in saved:
        with st.container(horizontal=True, vertical_alignment="center"):
            if st.button(escaped(kept.definition.name), key=f"saved-{kept.id}"):
                write([*shown, kept.definition])
                st.rerun()
            if st.button("Forget", key=f"forget-{kept.id}", type="tertiary"):
                actions.forget(kept.id)
                st.rerun()


def _new_list(actions: BuilderActions) -> None:
    with st.form("new-list", border=False):
        name = st.text_input("Name of the list", max_chars=80)
        typed = st.text_area("Ids, one a line: ours or the vendor's", height=140)
        sent = st.form_submit_button("Save the list", type="primary")
    if sent:
        with told_to_the_reader():
            ids = [line.strip() for line in typed.splitlines() if line.strip()]
            kept, unknown = actions.save_list(name, ids)
            st.success(f"Saved {len(kept.ids):,} interviews as “{escaped(kept.name)}”.")
            if unknown:
                first = escaped(", ".join(unknown[:5]))
                st.warning(f"{len(unknown):,} ids are not in the cache: {first}")


def _start_editing(index: int) -> None:
    st.session_state[_EDITED] = index


def _round() -> int:
    """Return how often the cohorts were changed here: a form of an earlier round is another."""
    count: int = st.session_state.get(_ROUND, 0)
    return count
