"""How a component reaches the browser: script and style as text, events as values."""

from importlib.resources import files

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

_FRONTEND = files("components.widgets.frontend")


def _source(name: str) -> str:
    return (_FRONTEND / name).read_text(encoding="utf-8")


def declare(name: str) -> ComponentRenderer:
    """Register `frontend/<name>.js` with its style; the shared elements stand before both.

    The texts go inline, so that no file beside the page is asked for; each module declares its
    component once.
    """
    return st.components.v2.component(
        f"scoreband_{name}",
        html='<div class="root"></div>',
        css=_source("elements.css") + "\n" + _source(f"{name}.css"),
        js=_source("elements.js") + "\n" + _source(f"{name}.js"),
    )


def no_callback() -> None:
    """Declare an event that is read from the result: Streamlit wants a callback for each."""
