"""Where searched words stand: interviews with the lines, each a way to the second it was said."""

import streamlit as st

from components.widgets._component import declare, no_callback
from components.widgets.listing import INTERVIEW
from services.models import notation
from services.models.browse import Passage, SearchAnswer, SearchHit

_PASSAGES = declare("passages")
_FIELDS = {"transcript": "Transcript", "question": "Question", "summary": "Summary"}
_SHOWN = "shown"
_STEP = 10
_MOST = 100


def how_many() -> int:
    """Return how many hits the URL asks for."""
    asked = st.query_params.get(_SHOWN, "")
    return min(max(int(asked), _STEP), _MOST) if asked.isdecimal() else _STEP


def passages(answer: SearchAnswer) -> None:
    """Draw the hits; a click opens the interview at the passage."""
    if not answer.hits:
        st.info("No interview holds all these words. Try fewer, or the beginning of one: kaf*")
        return
    shown, total = len(answer.hits), answer.total
    st.caption(f"{shown:,} of {total:,} interviews, newest first")
    asked = _PASSAGES(
        key="passages",
        data={"hits": [_hit(hit) for hit in answer.hits]},
        on_opened_change=no_callback,
    ).get("opened")
    if shown < min(total, _MOST):
        st.button("Show more", on_click=_show_more, args=(shown,))
    if isinstance(asked, dict):
        at = asked.get("at")
        place = {} if at is None else {"at": f"{at:g}"}
        st.switch_page(INTERVIEW, query_params={"interview": str(asked["id"]), **place})


def _show_more(shown: int) -> None:
    st.query_params[_SHOWN] = str(shown + _STEP)


def _hit(hit: SearchHit) -> dict[str, object]:
    row = hit.row
    happened = notation.day(row.happened_at) if row.happened_at else ""
    return {
        "id": row.id,
        "href": f"interview?interview={row.id}",
        "name": notation.called(row.candidate_name, row.candidate_email),
        "facts": " · ".join(part for part in (row.role, happened) if part),
        "passages": [_passage(passage) for passage in hit.passages],
    }


def _passage(passage: Passage) -> dict[str, object]:
    return {
        "text": passage.text,
        "marks": passage.highlights,
        "who": passage.speaker or _FIELDS.get(passage.field, passage.field),
        "at": passage.start_s,
        "clock": "" if passage.start_s is None else notation.clock(passage.start_s),
    }
