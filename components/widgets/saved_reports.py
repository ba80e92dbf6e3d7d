"""The reports that were saved: a list to open from, and the one that would else be lost."""

import re
from collections.abc import Sequence
from typing import Literal

import streamlit as st

from components.widgets import pinning
from components.widgets.exporting import FORMATS
from components.widgets.notices import told_to_the_reader
from components.widgets.report_builder import BuilderActions
from components.widgets.text import escaped
from services.models import notation
from services.models.plan import ReportPlan, SavedReport

_MOST_IN_SIGHT = 6
_HEIGHT = 380
"""In pixels: six rows and the beginning of the next, which says that there are more."""


def saved(reports: Sequence[SavedReport], *, actions: BuilderActions) -> None:
    """Draw the reports that were saved, each with the ways to open and to remove it."""
    _put_aside()
    if not reports:
        return
    with st.expander(f"Saved reports ({len(reports)})", expanded=not pinning.plan().pins):
        is_long = len(reports) > _MOST_IN_SIGHT
        height: int | Literal["content"] = _HEIGHT if is_long else "content"
        with st.container(height=height, border=False, gap="xsmall", key="saved-reports"):
            for each in sorted(reports, key=_place):
                _saved(each, actions)


def _put_aside() -> None:
    """Offer back what was not saved when another report took its place."""
    held = pinning.aside()
    if held:
        with st.container(
            border=True, horizontal=True, vertical_alignment="center", key="report-aside"
        ):
            count = notation.count(len(held.pins), "part")
            said = f"Put aside, not saved: **{escaped(held.title)}**, {count}"
            st.markdown(said, width="stretch")
            st.button("Bring it back", key="bring-back", on_click=pinning.bring_back)
            st.button(
                "Dismiss",
                key="drop-aside",
                type="tertiary",
                on_click=pinning.put_aside,
                args=(None,),
            )


def _place(report: SavedReport) -> list[tuple[int, str]]:
    """Return where it stands by its title: "week 2" before "week 10"."""
    parts = re.split(r"(\d+)", report.plan.title.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _saved(report: SavedReport, actions: BuilderActions) -> None:
    plan = report.plan
    made = report.printed.made_at if report.printed else None
    said = f"last made {notation.moment(made)}" if made else "not made yet"
    with st.container(horizontal=True, vertical_alignment="center", key=f"kept-{plan.saved_as}"):
        with st.container(gap="xxsmall", key=f"named-{plan.saved_as}"):
            st.markdown(f"**{escaped(plan.title)}**")
            count = notation.count(len(plan.pins), "part")
            st.caption(f"{count} · {FORMATS[plan.format]} · {said}")
        with st.container(horizontal=True, width="content", gap="small"):
            st.button(
                _of("Open", plan),
                key=f"open-{plan.saved_as}",
                on_click=pinning.open_instead,
                args=(plan,),
            )
            if st.button(_of("Forget", plan), key=f"forget-{plan.saved_as}", type="tertiary"):
                _forget(plan, actions)


def _of(verb: str, plan: ReportPlan) -> str:
    """Return a button's label; the title in it is only heard: beside the button it is seen."""
    return f"{verb} *{escaped(plan.title)}*"


def _forget(plan: ReportPlan, actions: BuilderActions) -> None:
    """Remove a saved report; its parts stay on the page, or are put aside."""
    with told_to_the_reader():
        actions.forget(plan.saved_as)
        bare = plan.model_copy(update={"saved_as": ""})
        here = pinning.plan()
        if here.saved_as == plan.saved_as:
            pinning.put(here.model_copy(update={"saved_as": ""}))
        else:
            pinning.put_aside(bare)
        st.rerun()
