"""The choice of a paper: the usual one of the format, or one for pages and slides alike."""

import streamlit as st

from services.models.export import Paper

_USUAL = "usual"
_NAMES = {
    _USUAL: "Usual",
    Paper.A4.value: "A4",
    Paper.LETTER.value: "Letter",
    Paper.WIDE.value: "16:9",
}
_HELP = "Usual: pages are A4, slides 16:9. A paper that is chosen holds for both."


def choose(key: str, *, before: Paper | None = None, is_kept: bool = False) -> None:
    """Draw it; `is_kept` from page to page. `chosen` says what it is set to."""
    st.session_state.setdefault(key, before.value if before else _USUAL)
    st.segmented_control(
        "Paper",
        list(_NAMES),
        key=key,
        required=True,
        persist_state="session" if is_kept else None,
        format_func=_NAMES.__getitem__,
        help=_HELP,
    )


def chosen(key: str) -> Paper | None:
    """Return the paper; None for the usual one of the format."""
    said = st.session_state.get(key) or _USUAL
    return None if said == _USUAL else Paper(said)
