"""The report that a reader is putting together: kept while they look around, page by page."""

import streamlit as st

from services.models.ask import Ask
from services.models.plan import MOST_PINS, Pin, ReportPlan

_ASK = "ask-on-screen"
_PLAN = "report-plan"
_REVISION = "report-revision"
_KEPT, _ASIDE = "report-kept", "report-aside"
_FULL = f"A report holds {MOST_PINS} parts. Remove one on the Reports page first."


def show(ask: Ask | None) -> None:
    """Say what the page that is drawn shows; None: nothing that could be pinned."""
    st.session_state[_ASK] = ask


def on_screen() -> Ask | None:
    """Return what the page shows, as it can be asked for again."""
    asked: Ask | None = st.session_state.get(_ASK)
    return asked


def plan() -> ReportPlan:
    """Return the report as it stands."""
    kept: ReportPlan = st.session_state.setdefault(_PLAN, ReportPlan())
    return kept


def put(changed: ReportPlan) -> None:
    """Keep the report in another form."""
    st.session_state[_PLAN] = changed


def put_anew(changed: ReportPlan) -> None:
    """Keep another report, or its parts in another order: what stands in a field is not its own."""
    put(changed)
    st.session_state[_REVISION] = revision() + 1


def keep(saved: ReportPlan) -> None:
    """Go on with the report as it was just saved."""
    put(saved)
    st.session_state[_KEPT] = saved


def open_instead(other: ReportPlan) -> None:
    """Go on with another report; what was not saved of the one before is put aside."""
    before = plan()
    if before.pins and before != st.session_state.get(_KEPT):
        put_aside(before)
    put_anew(other)
    st.session_state[_KEPT] = other if other.saved_as else None


def put_aside(report: ReportPlan | None) -> None:
    """Hold a report that would be lost, so that it can be brought back; None: nobody wants it."""
    st.session_state[_ASIDE] = report


def aside() -> ReportPlan | None:
    """Return the report that was put aside last."""
    held: ReportPlan | None = st.session_state.get(_ASIDE)
    return held


def bring_back() -> None:
    """Go on with what was put aside; it counts as not saved."""
    held = aside()
    put_aside(None)
    if held:
        open_instead(held)
        st.session_state[_KEPT] = None


def revision() -> int:
    """Return what belongs into the key of every field that shows a part of the report."""
    return int(st.session_state.get(_REVISION, 0))


def pin(block: str | None, title: str = "") -> None:
    """Add a figure or a table of the page to the report, or the page's whole document."""
    asked, kept = on_screen(), plan()
    if asked and len(kept.pins) >= MOST_PINS:
        st.toast(_FULL, icon=":material/push_pin:")
    elif asked:
        added = Pin(ask=asked, block=block, title=title)
        put(kept.model_copy(update={"pins": (*kept.pins, added)}))


def is_pinned(block: str | None) -> bool:
    """Whether the report holds this of what the page shows."""
    asked = on_screen()
    return any(each.block == block and each.ask == asked for each in plan().pins)


def state(block: str) -> str | None:
    """Return "add" for what can go into the report, "in" for what is there; None: it cannot."""
    if on_screen() is None:
        return None
    return "in" if is_pinned(block) else "add"
