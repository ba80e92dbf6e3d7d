"""What every page has around its content."""

from pathlib import Path

import streamlit as st

from components.widgets.text import escaped

_FRONTEND = Path(__file__).parent / "frontend"
_STYLE = _FRONTEND / "page.css"
MARK = str(_FRONTEND / "mark.svg")
"""The program's mark, also the icon of the browser's tab."""


def header(title: str, question: str) -> None:
    """Draw the page's title and the question it answers; the title may be a candidate's name."""
    st.html(_STYLE)
    st.title(escaped(title), anchor=False)
    if question:
        st.caption(escaped(question))


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
