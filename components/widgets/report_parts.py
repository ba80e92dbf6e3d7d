"""The parts of the reader's own report: rows in their order, each with its title and a note."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from components.widgets import pinning
from components.widgets.text import escaped, plain_text
from services.models.content import Chart, Content, Facts, Listing, Remark, Section, Words
from services.models.plan import LONGEST_NOTE, LONGEST_TITLE, Pin, ReportPlan

_KINDS = {
    "interview": "Interview",
    "comparison": "Comparison",
    "cohorts": "Cohorts",
    "agents": "Agents",
    "questions": "Questions",
    "language": "Language",
    "integrity": "Integrity",
    "operations": "Funnel",
    "interviews": "List of interviews",
}


def parts(plan: ReportPlan, content: Content) -> None:
    """Draw what is pinned, in its order, each with its title and a note."""
    rev = pinning.revision()
    sections = content.sections[len(content.sections) - len(plan.pins) :]
    for at, (pin, section) in enumerate(zip(plan.pins, sections, strict=True)):
        with st.container(
            border=True, horizontal=True, vertical_alignment="center", key=f"part-{at}"
        ):
            _named(at, pin, section)
            with st.container(horizontal=True, gap="small", width="content", key=f"tools-{at}"):
                with st.popover("Title and note", icon=":material/edit:", type="tertiary"):
                    _words(at, pin, shown=section.title, rev=rev)
                _buttons_of_part(at, named=f"part {at + 1}", last=at == len(plan.pins) - 1)


def _named(at: int, pin: Pin, section: Section) -> None:
    """Say what the part is, on which filters it stands, and what the reader wrote under it."""
    with st.container(gap="xxsmall", key=f"named-{at}"):
        st.markdown(f"**{at + 1}. {escaped(pin.title or section.title)}**")
        said = [block.text for block in section.blocks[:1] if isinstance(block, Words)]
        st.caption(escaped(" · ".join((_KINDS[pin.ask.kind], *said))))
        missing = [each.sentences[0] for each in section.blocks if isinstance(each, Remark)]
        has_anything = any(isinstance(each, Chart | Listing | Facts) for each in section.blocks)
        if missing and not has_anything:
            st.warning(escaped(missing[0]), icon=":material/warning:")
        if pin.note.strip():
            plain_text(pin.note)


def _buttons_of_part(at: int, *, named: str, last: bool) -> None:
    up, down, out = (partial(_move, at, -1), partial(_move, at, 1), partial(_remove, at))
    _tool(f"Move {named} up", "arrow_upward", key=f"up-{at}", disabled=at == 0, act=up)
    _tool(f"Move {named} down", "arrow_downward", key=f"down-{at}", disabled=last, act=down)
    _tool(f"Remove {named}", "delete", key=f"remove-{at}", disabled=False, act=out)


def _tool(label: str, icon: str, *, key: str, disabled: bool, act: Callable[[], None]) -> None:
    """Draw a button that shows its icon only; the label is its name and its tooltip."""
    st.button(
        label,
        key=key,
        icon=f":material/{icon}:",
        help=label,
        type="tertiary",
        disabled=disabled,
        on_click=act,
    )


def _words(at: int, pin: Pin, *, shown: str, rev: int) -> None:
    title_key, note_key = f"pin-title-{rev}-{at}", f"pin-note-{rev}-{at}"
    st.text_input(
        "Title of this part",
        value=pin.title,
        placeholder=shown,
        key=title_key,
        max_chars=LONGEST_TITLE,
        on_change=_edit,
        args=(at, "title", title_key),
    )
    st.text_area(
        "Note",
        value=pin.note,
        placeholder="Your own words under it",
        key=note_key,
        max_chars=LONGEST_NOTE,
        height=110,
        on_change=_edit,
        args=(at, "note", note_key),
    )


def _move(at: int, step: int) -> None:
    pins = list(pinning.plan().pins)
    pins[at], pins[at + step] = pins[at + step], pins[at]
    _put(pins)


def _remove(at: int) -> None:
    pins = list(pinning.plan().pins)
    del pins[at]
    _put(pins)


def _edit(at: int, field: str, key: str) -> None:
    pins = list(pinning.plan().pins)
    pins[at] = pins[at].model_copy(update={field: st.session_state[key]})
    pinning.put(pinning.plan().model_copy(update={"pins": tuple(pins)}))


def _put(pins: Sequence[Pin]) -> None:
    pinning.put_anew(pinning.plan().model_copy(update={"pins": tuple(pins)}))
