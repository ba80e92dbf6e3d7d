"""A choice of a few words side by side, whose value lies in the URL; one of them always holds."""

from collections.abc import Callable, Mapping

import streamlit as st

from components.widgets import url
from components.widgets.filter_query import text_of


def segments(
    label: str,
    name: str,
    words: Mapping[str, str],
    *,
    default: str,
    on_change: Callable[[str], None] = url.record,
    help: str | None = None,  # noqa: A002  (Streamlit's own word)
) -> str:
    """Draw the choice under its `name` in the URL; return the word that holds.

    `words` say how each is shown. What a link asks for and is none of them is the default, and so
    is nothing at all. `on_change` gets the name.
    """
    # Streamlit takes a member of an enumeration for a choice among all of its members.
    plain = str(default)
    url.follow(name, lambda texts: text_of(texts) if text_of(texts) in words else plain)
    st.segmented_control(
        label,
        tuple(words),
        key=name,
        format_func=lambda word: words[word],
        on_change=on_change,
        args=(name,),
        help=help,
    )
    chosen: str | None = st.session_state[name]
    return chosen or plain
