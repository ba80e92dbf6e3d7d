"""Numbers that open their lists: a link each, in a row."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from components.widgets._component import declare, no_callback
from services.models.value import Value

_TILES = declare("tiles")


class Link(Value):
    """One number and the page that it opens; the texts are our own words."""

    count: int
    label: str
    note: str = ""
    page: str
    """The page's script, such as `pages/review/candidates.py`."""
    path: str = ""
    """Its path in the browser; empty for the first page."""
    query: tuple[tuple[str, str], ...] = ()

    @property
    def href(self) -> str:
        """Return the address, relative to any page."""
        query = f"?{urlencode(self.query)}" if self.query else ""
        return f"{self.path or './'}{query}"


def tile_row(links: Sequence[Link], *, title: str, key: str) -> None:
    """Draw the numbers; `title` names the row for a screen reader. A click goes to the page."""
    drawn = [
        {"id": at, "href": link.href, "count": f"{link.count:,}"}
        | {"label": link.label, "note": link.note}
        for at, link in enumerate(links)
    ]
    opened = _TILES(
        key=key, data={"tiles": drawn, "title": title}, on_opened_change=no_callback
    ).get("opened")
    if isinstance(opened, int | float) and 0 <= opened < len(links):
        chosen = links[int(opened)]
        st.switch_page(chosen.page, query_params=list(chosen.query))
