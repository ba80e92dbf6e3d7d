"""When the reader last looked: the browser keeps it, and tells it once a session."""

from datetime import UTC, datetime, timedelta

import streamlit as st

from components.widgets._component import declare, no_callback

_LAST_VISIT = declare("last_visit")
_KEY = "last-visit"
_SINCE = "last-visit-since"
FIRST_VISIT = timedelta(days=7)
"""A first visit counts as if the last one had been so long ago."""


def since(now: datetime) -> datetime:
    """Return the time of the visit before this one, in UTC; it stays the same for the session.

    Until the browser has told, and where it knows of none, it is `FIRST_VISIT` before `now`.
    """
    begun: datetime = st.session_state.setdefault(f"{_KEY}-now", now.replace(microsecond=0))
    known: datetime | None = st.session_state.get(_SINCE)
    told = _LAST_VISIT(
        key=_KEY,
        data={"now": begun.isoformat(), "known": known is not None},
        on_since_change=no_callback,
    ).get("since")
    if known is None and isinstance(told, str):
        known = st.session_state[_SINCE] = _read(told, begun)
    return known or begun - FIRST_VISIT


def _read(told: str, begun: datetime) -> datetime:
    """Return the browser's time; what is none, or lies ahead, counts as a first visit."""
    try:
        time = datetime.fromisoformat(told).astimezone(UTC)
    except (ValueError, OverflowError):
        return begun - FIRST_VISIT
    return time if time <= begun else begun - FIRST_VISIT
