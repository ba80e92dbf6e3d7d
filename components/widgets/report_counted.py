"""What the parts of the report at hand said a moment ago: an edit need not count them anew."""

import time
from collections.abc import MutableMapping
from dataclasses import dataclass, field

import streamlit as st

from services.models.ask import Ask
from services.models.content import Content
from services.models.export import ExportOptions

TABS = "report-tabs"
"""The key of the page's tabs."""
_COUNTED = "report-counted"
_FOR_S = 60.0
"""What somebody else reviewed or renamed raises no generation: it is seen after this time."""


@dataclass(frozen=True)
class _Counted:
    until: float
    holds_for: tuple[int, bool, str]
    parts: dict[Ask, Content] = field(default_factory=dict)


def counted(generation: int, options: ExportOptions) -> MutableMapping[Ask, Content]:
    """Return the documents of the asks that still hold; what is counted now is to be put in.

    Nothing is kept from one visit of the page to the next: what a reader did elsewhere shows.
    """
    kept: _Counted | None = st.session_state.get(_COUNTED)
    # The state of the tabs goes with the page: without it, this is the first run of a visit.
    is_here = TABS in st.session_state
    holds_for = (generation, options.masked, options.zone)
    now = time.monotonic()
    if not (is_here and kept and kept.holds_for == holds_for and now < kept.until):
        kept = _Counted(now + _FOR_S, holds_for)
        st.session_state[_COUNTED] = kept
    return kept.parts
