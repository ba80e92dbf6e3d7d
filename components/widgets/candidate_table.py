"""The candidate table: one row an interview, each score with its band, each row a real link."""

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from components.widgets._component import declare, no_callback
from components.widgets.chips import outcome_chip, status_chip, version_chip
from components.widgets.text import drawable
from services.models import notation
from services.models.browse import InterviewRow, Sort, SortColumn
from services.models.score import PERCENT, Score
from services.models.standing import Standing, standing

_TABLE = declare("candidate_table")
_INTERVIEW_PAGE = "interview"


def candidate_table(
    rows: Sequence[InterviewRow],
    *,
    sort: Sort,
    cut: float | None,
    link_query: Mapping[str, str],
    on_sort: Callable[[Sort], None],
    key: str,
) -> str | None:
    """Draw the rows in the order given; return the id of the interview that the reader opens.

    `cut` is a pass mark on the 0-100 scale and drawn on rows of that scale only. `link_query` is
    added to each row's link, so that a new tab knows the list that it came from. `on_sort` is
    called before the rerun that a click on a header causes.
    """
    data = {
        "rows": [row_words(row, cut=cut, link_query=link_query) for row in rows],
        "sort": sort.model_dump(mode="json"),
        "caption": f"{len(rows)} interviews, sorted by {sort.column}. Each name opens a report.",
    }

    def sort_anew() -> None:
        asked = _sort(st.session_state[key].get("sorted"))
        if asked:
            on_sort(asked)

    opened = _TABLE(
        key=key, data=data, on_opened_change=no_callback, on_sorted_change=sort_anew
    ).get("opened")
    return opened if isinstance(opened, str) else None


def _sort(asked: object) -> Sort | None:
    if not isinstance(asked, Mapping) or asked.get("column") not in set(SortColumn):
        return None
    return Sort(column=SortColumn(asked["column"]), descending=bool(asked.get("descending")))


def row_words(
    row: InterviewRow, *, cut: float | None, link_query: Mapping[str, str]
) -> dict[str, object]:
    """Return what the browser draws for one row: words and places, nothing left to compute."""
    happened = row.happened_at
    return {
        "id": row.id,
        "href": f"{_INTERVIEW_PAGE}?{urlencode({'interview': row.id, **link_query})}",
        "name": _drawn(row.candidate_name),
        "email": _drawn(row.candidate_email),
        "role": _drawn(row.role),
        "overall": score_words(row.overall, cut=cut),
        "outcome": outcome_chip(row.outcome, row.vendor_outcome).model_dump(mode="json"),
        "status": status_chip(row.status, row.vendor_status).model_dump(mode="json"),
        "version": _version(row.assessment_version),
        "date": happened and f"{happened.day} {happened:%b %Y}",
        "time": happened and f"{happened.day} {happened:%B %Y, %H:%M} UTC",
        "iso": happened and happened.isoformat(),
        "duration": None if row.duration_s is None else notation.clock(row.duration_s),
        "signals": row.signal_count,
        "notices": row.notice_count,
    }


def _drawn(text: str | None) -> str | None:
    return drawable(text).strip() or None if text else None


def _version(version: str | None) -> dict[str, object] | None:
    return version_chip(version).model_dump(mode="json") if version else None


def score_words(score: Score, *, cut: float | None) -> dict[str, object]:
    """Return a score as words and as shares (0 to 1) of its scale; without a value, words only.

    The shares are clamped to the scale so that the picture stays in its cell; the words are not.
    """
    if score.value is None:
        return {"value": None, "text": notation.value(score), "note": "", "title": ""}
    drawn_cut = cut if score.scale == PERCENT else None
    ends = notation.band(score)
    return {
        "value": _share(score.value, score),
        "lower": _share(score.lower, score) if ends else None,
        "upper": _share(score.upper, score) if ends else None,
        "cut": _share(drawn_cut, score),
        "text": f"{notation.value(score)} ({ends})" if ends else notation.value(score),
        "note": _note(score, drawn_cut),
        "title": _sentence(score),
    }


def _share(value: float | None, score: Score) -> float | None:
    if value is None:
        return None
    width = score.scale.high - score.scale.low
    share = (value - score.scale.low) / width if width else 0.0
    return round(min(max(share, 0.0), 1.0), 4)


def _note(score: Score, cut: float | None) -> str:
    if not score.has_band:
        return "no band given"
    if cut is not None and standing(score, cut) is Standing.TOO_CLOSE:
        return "too close to call"
    return "" if score.scale == PERCENT else f"of {notation.number(score.scale.high)}"


def _sentence(score: Score) -> str:
    if score.lower is None or score.upper is None:
        return f"{notation.value(score)}; the vendor gave no band"
    ends = f"between {notation.number(score.lower)} and {notation.number(score.upper)}"
    return f"{notation.value(score)}, {ends} (vendor interval, level not stated)"
