"""Widgets whose values lie in the URL: the URL is the record, and the widget follows it.

Streamlit's own `bind="query-params"` loses the new value where the same run changes another
parameter, as a new filter does that goes back to the first page.
"""

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from components.widgets.filter_query import Query

Value = str | float | date | Sequence[str] | None


def query() -> Query:
    """Return the parameters of the URL."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def follow(name: str, read: Callable[[Sequence[str]], Value]) -> None:
    """Set the widget with the key `name` to what the URL says; call it before the widget.

    Only where the URL was changed by another hand than the widget's: a link, the way back.
    """
    written = st.query_params.get_all(name)
    if name not in st.session_state or st.session_state.get(_seen(name)) != written:
        st.session_state[name] = read(written)
    st.session_state[_seen(name)] = written


def record(name: str) -> None:
    """Write the widget's value into the URL; for its `on_change`."""
    written = _texts(st.session_state[name])
    if written:
        st.query_params[name] = written
    else:
        st.query_params.pop(name, None)
    st.session_state[_seen(name)] = written


def _texts(value: Value) -> list[str]:
    if value is None or value == "":
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, date):
        return [value.isoformat()]
    if isinstance(value, float | int):
        return [f"{value:g}"]
    return list(value)


def _seen(name: str) -> str:
    return f"{name}-in-url"
