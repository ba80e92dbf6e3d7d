"""The candidate table: one row an interview, each score with its band, each row a real link."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from components.widgets._component import declare, no_callback
from components.widgets.chips import outcome_chip, status_chip, vendor_chip
from services.models import notation
from services.models.browse import InterviewRow, Sort, SortColumn
from services.models.drawable import drawable
from services.models.score import PERCENT, Score
from services.models.standing import Standing, standing

_TABLE = declare("candidate_table")
_INTERVIEW_PAGE = "interview"


@dataclass(frozen=True)
class RowMarks:
    """What rows show beside their own values."""

    titles: Mapping[str, str]
    """How each vendor spells its name, by its short name."""
    link_query: Mapping[str, str]
    """Added to each row's link, so that a new tab knows the list that it came from."""
    picked: Collection[str]
    """The ids that are chosen to be compared."""


@dataclass(frozen=True)
class TableEvents:
    """What is called before the rerun that a click causes."""

    pick: Callable[[InterviewRow, bool], None]
    """A row was chosen to be compared, or is not any more."""
    sort: Callable[[Sort], None] | None = None
    """A header was clicked."""


def candidate_table(
    rows: Sequence[InterviewRow],
    *,
    sort: Sort | None,
    cut: float | None,
    marks: RowMarks,
    on_event: TableEvents,
    key: str,
) -> str | None:
    """Draw the rows in the order given; return the id of the interview that the reader opens.

    `cut` is a pass mark on the 0-100 scale and drawn on rows of that scale only. Without a `sort`
    no other order is offered.
    """
    order = f", sorted by {sort.column}" if sort else ""
    data = {
        "rows": [row_words(row, cut=cut, marks=marks) for row in rows],
        "sort": sort and sort.model_dump(mode="json"),
        "caption": f"{len(rows)} interviews{order}. Each name opens a report.",
    }

    def sort_anew() -> None:
        asked = _sort(st.session_state[key].get("sorted"))
        if asked and sort and on_event.sort:
            on_event.sort(asked)

    def pick() -> None:
        told = st.session_state[key].get("picked")
        if not isinstance(told, Mapping):
            return
        row = next((row for row in rows if row.id == told.get("id")), None)
        if row:
            on_event.pick(row, bool(told.get("on")))

    opened = _TABLE(
        key=key,
        data=data,
        on_opened_change=no_callback,
        on_sorted_change=sort_anew,
        on_picked_change=pick,
    ).get("opened")
    return opened if isinstance(opened, str) else None


def _sort(asked: object) -> Sort | None:
    if not isinstance(asked, Mapping) or asked.get("column") not in set(SortColumn):
        return None
    return Sort(column=SortColumn(asked["column"]), descending=bool(asked.get("descending")))


def row_words(row: InterviewRow, *, cut: float | None, marks: RowMarks) -> dict[str, object]:
    """Return what the browser draws for one row: words and places, nothing left to compute."""
    happened = row.happened_at
    return {
        "id": row.id,
        "href": f"{_INTERVIEW_PAGE}?{urlencode({'interview': row.id, **marks.link_query})}",
        "name": _drawn(row.candidate_name),
        "email": _drawn(row.candidate_email),
        "role": _drawn(row.role),
        "overall": score_words(row.overall, cut=cut),
        "outcome": outcome_chip(row.outcome, row.vendor_outcome).model_dump(mode="json"),
        "status": status_chip(row.status, row.vendor_status).model_dump(mode="json"),
        "cefr": f"CEFR {_drawn(row.cefr)}, issued" if row.cefr else None,
        "vendor": vendor_chip(marks.titles.get(row.vendor, row.vendor)).model_dump(mode="json"),
        "version": _drawn(row.assessment_version),
        "gone": _gone(row),
        "picked": row.id in marks.picked,
        "doubt": "speaker match low" if row.is_doubtful else None,
        "date": happened and f"{happened.day} {happened:%b %Y}",
        "time": happened and f"{happened.day} {happened:%B %Y, %H:%M} UTC",
        "iso": happened and happened.isoformat(),
        "duration": None if row.duration_s is None else notation.clock(row.duration_s),
        "signals": row.signal_count,
        "notices": row.notice_count,
    }


def _drawn(text: str | None) -> str | None:
    return drawable(text).strip() or None if text else None


def _gone(row: InterviewRow) -> str | None:
    return f"Deleted at the vendor, noticed {notation.day(row.gone_at)}" if row.gone_at else None


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
        "drawn": score.scale == PERCENT,
        "text": " ".join(part for part in (*_value_words(score), ends and f"({ends})") if part),
        "note": _note(score, drawn_cut),
        "title": _sentence(score),
    }


def _value_words(score: Score) -> tuple[str, str]:
    """Return the value, and of how many where that is not 100."""
    of = "" if score.scale == PERCENT else f"of {notation.number(score.scale.high)}"
    return notation.value(score), of


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
    return ""


def _sentence(score: Score) -> str:
    if score.lower is None or score.upper is None:
        return f"{notation.value(score)}; the vendor gave no band"
    ends = f"between {notation.number(score.lower)} and {notation.number(score.upper)}"
    return f"{notation.value(score)}, {ends} (vendor interval, level not stated)"
