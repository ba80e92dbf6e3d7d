"""What a person sends with a click: it goes out once, and what came of it is told for sure."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from components.widgets.notices import told_to_the_reader
from services.errors import ScorebandError

_Kind = TypeVar("_Kind")


def send_once(send: Callable[[], object], *, confirmed: str, told: str) -> None:
    """Carry out what a person confirmed, then draw the page anew.

    `confirmed` is the key of the session that holds the confirmation; it is gone before anything
    is sent, so that another click finds nothing to send. A second click while the first is being
    carried out ends this run of the page at its next element; so what came of it waits in the
    session under `told` until `outcome` has drawn it.
    """
    # Put there before: a run that is to end would not come to put it there after.
    waiting: list[object] = []
    st.session_state[told] = waiting
    st.session_state.pop(confirmed, None)
    try:
        waiting.append(send())
    except ScorebandError as error:
        waiting.append(error)
    st.rerun()


def outcome(kind: type[_Kind], draw: Callable[[_Kind], None], *, told: str) -> None:
    """Draw what came of it, once: afterwards nothing of it is left in the session."""
    waiting: list[object] = st.session_state.get(told, [])
    with told_to_the_reader():
        for found in waiting:
            if isinstance(found, ScorebandError):
                raise found
            if isinstance(found, kind):
                draw(found)
    st.session_state.pop(told, None)
