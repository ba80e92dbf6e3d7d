"""Paging through a list by its rows, with the place in the URL."""

import streamlit as st

from components.widgets import url
from services.models.browse import Cut, InterviewPage, PageRequest

_PARAMETERS = ("after", "before", "page")
_MOST_PAGES = 1_000_000_000


def page_request(*, limit: int = 25) -> PageRequest:
    """Return the page that the URL asks for: beside a row, or by its number when there is none."""
    asked = st.query_params
    after, before = asked.get("after"), asked.get("before")
    if after:
        return PageRequest(limit=limit, anchor=after, cut=Cut.AFTER)
    if before:
        return PageRequest(limit=limit, anchor=before, cut=Cut.BEFORE)
    return PageRequest(limit=limit, offset=(page_number() - 1) * limit)


def forget_page() -> None:
    """Go back to the first page; for callbacks of whatever changes the list or its order."""
    for name in _PARAMETERS:
        st.query_params.pop(name, None)


def restart(name: str) -> None:
    """Write the widget's value into the URL and go back to the first page; for its `on_change`."""
    url.record(name)
    forget_page()


def pager(page: InterviewPage, *, limit: int, key: str = "pager") -> None:
    """Draw where the reader is and four ways on; a click puts the new place into the URL."""
    last = max(1, -(-page.total // limit))
    number = min(page_number(), last)
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        key=key,
    ):
        st.caption(_place(page, number=number, limit=limit, last=last), width="content")
        with st.container(horizontal=True, width="content", gap="xsmall"):
            _buttons(page, number=number, last=last, key=key)


def _buttons(page: InterviewPage, *, number: int, last: int, key: str) -> None:
    back, on = not page.has_previous, not page.has_next
    _button("First", key=key, disabled=back, place={})
    _button("Previous", key=key, disabled=back, place=_before(page, number))
    _button("Next", key=key, disabled=on, place=_after(page, number))
    _button("Last", key=key, disabled=on, place={"page": str(last)})


def _place(page: InterviewPage, *, number: int, limit: int, last: int) -> str:
    if not page.rows:
        return "No interviews"
    first = min((number - 1) * limit + 1, page.total)
    end = min(first + len(page.rows) - 1, page.total)
    noun = "interview" if page.total == 1 else "interviews"
    return f"{first:,}–{end:,} of {page.total:,} {noun} · page {number:,} of {last:,}"


def _before(page: InterviewPage, number: int) -> dict[str, str]:
    if number <= 2 or not page.rows:
        return {}
    return {"before": page.rows[0].id, "page": str(number - 1)}


def _after(page: InterviewPage, number: int) -> dict[str, str]:
    return {"after": page.rows[-1].id, "page": str(number + 1)} if page.rows else {}


def _button(label: str, *, key: str, disabled: bool, place: dict[str, str]) -> None:
    name = f"{key}-{label.lower()}"
    st.button(label, key=name, disabled=disabled, on_click=_go, args=(place,))


def _go(place: dict[str, str]) -> None:
    forget_page()
    for name, value in place.items():
        st.query_params[name] = value


def page_number() -> int:
    """Return the number of the page that the URL asks for; what is none is the first."""
    try:
        return min(max(1, int(st.query_params.get("page", "1"))), _MOST_PAGES)
    except ValueError:
        return 1


def numbered_pager(total: int, *, limit: int, key: str) -> None:
    """Draw the way through a list whose pages have numbers only; a click puts one into the URL."""
    page, last = page_number(), max(1, -(-total // limit))
    before = min(page - 1, last)
    with st.container(horizontal=True, vertical_alignment="center", key=key):
        st.caption(f"Page {page:,} of {last:,}", width="content")
        st.button("Previous", key="fewer", disabled=page <= 1, on_click=_turn_to, args=(before,))
        st.button("Next", key="more", disabled=page >= last, on_click=_turn_to, args=(page + 1,))


def has_pages(total: int, *, limit: int) -> bool:
    """Tell whether there is a way to go: more than one page, or a reader beyond the only one."""
    return total > limit or page_number() > 1


def _turn_to(page: int) -> None:
    _go({"page": str(page)} if page > 1 else {})
