"""The reader's screen: figures on a phone have a layout of their own, and follow the theme."""

import streamlit as st

from components.widgets._component import declare, no_callback

_VIEWPORT = declare("viewport")
_KEY = "viewport"


def is_narrow() -> bool:
    """Return whether the page is too narrow for the wide layouts of figures.

    The browser tells once it has drawn the page; until then a mobile browser is taken to be
    narrow, and any other to be wide. A turn of the phone draws the page anew, and so does another
    theme: Streamlit by itself would leave the figures in the old one's colours.
    """
    told = _VIEWPORT(
        key=_KEY, data={}, on_narrow_change=no_callback, on_colours_change=no_callback
    ).get("narrow")
    if isinstance(told, bool):
        return told
    return "Mobi" in (st.context.headers.get("User-Agent") or "")
