"""What every page has around its content."""

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.widgets.text import escaped

_FRONTEND = Path(__file__).parent / "frontend"
_STYLE = _FRONTEND / "page.css"
MARK = str(_FRONTEND / "mark.svg")
"""The program's mark, also the icon of the browser's tab."""


def header(title: str, question: str) -> DeltaGenerator:
    """Draw the page's title and the question it answers; the title may be a candidate's name.

    Return the place beside it, for what holds for the whole page: its exports.
    """
    st.html(_STYLE)
    with st.container(horizontal=True, vertical_alignment="top", key="page-head"):
        with st.container(key="page-title"):
            st.title(escaped(title), anchor=False)
            if question:
                st.caption(escaped(question))
        return st.container(key="page-corner", width="content")


def brand() -> None:
    """Draw the program's mark above the navigation."""
    st.logo(str(_FRONTEND / "logo.svg"), icon_image=MARK, size="large")


def sidebar_footer(*, synthetic: bool, version: str = "") -> None:
    """Draw what stands under the navigation; `synthetic` says that nobody in the data is real."""
    with st.sidebar:
        if synthetic:
            st.warning(
                "**Synthetic data.** Nobody in it is a real person.", icon=":material/science:"
            )
        if version:
            st.caption(f"Scoreband {version}")
