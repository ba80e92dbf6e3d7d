"""The review of one flag: what it may be, what a person says of it, and what was said before."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components.charts.flags import FLAG_NAMES, FlagEvent, flags, review_words
from components.documents.explanations import Explained
from components.documents.harmless import HARMLESS
from components.widgets.explain import explain
from components.widgets.plain_table import plain_table
from components.widgets.text import escaped, plain_text
from services.models import notation
from services.models.integrity import LONGEST_NOTE, Disposition, Review, latest
from services.models.interview import Interview
from services.models.table import Table

_BUTTONS = {
    Disposition.CONFIRM: ("Confirm", "It happened, and it matters."),
    Disposition.DISMISS: ("Dismiss", "There is a harmless reason, or it did not happen."),
    Disposition.ASK: ("Ask the candidate", "Only the candidate can say what it was."),
}
_WANTED = "review-wanted"


@dataclass(frozen=True)
class Reviewing:
    """How reviews are read and added."""

    of: Callable[[str], Sequence[Review]]
    """Gets an interview's id; returns its reviews, oldest first."""
    review: Callable[[str, str, Disposition, str], None]
    """Gets an interview's id, a flag's key, the disposition and a note."""


def carry_out(interview_id: str, reviewing: Reviewing) -> None:
    """Add the review that the reader's last click asked for; before anything is drawn."""
    wanted = st.session_state.pop(_WANTED, None)
    if wanted:
        reviewing.review(interview_id, *wanted)


def choose_flag(interview_id: str, key: str) -> None:
    """Choose a flag in the form; for the callback of a click on the timeline."""
    st.session_state[_form(interview_id)] = key


def review_form(
    interview_id: str,
    interview: Interview,
    reviews: Sequence[Review],
    *,
    on_seek: Callable[[float], None],
) -> None:
    """Draw the choice of a flag, harmless reasons for it, what to say of it, and what was said.

    `on_seek` gets the second in the recording where the reader wants to look.
    """
    found = {flag.key: flag for flag in flags(interview, latest(reviews))}
    if not found:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="review-title"):
        st.subheader("Review a flag", anchor=False, width="content")
        explain(Explained.REVIEWS, key="review")
    st.caption(_so_far(list(found.values())))
    left, right = st.columns(2, gap="large")
    with left:
        flag = found[_chosen(interview_id, found)]
        _what_it_may_be(flag, on_seek=on_seek)
    said = [review for review in reviews if review.signal == flag.key]
    with right:
        _answer(flag.key, note=f"{_form(interview_id)}-{flag.key}-{len(said)}")
        _history(said)


def _what_it_may_be(flag: FlagEvent, *, on_seek: Callable[[float], None]) -> None:
    if flag.second is not None:
        st.button(
            f"Go to {notation.clock(flag.second)} in the recording",
            key="review-seek",
            icon=":material/play_circle:",
            type="tertiary",
            on_click=on_seek,
            args=(flag.second,),
        )
    if flag.signal.note:
        plain_text(f"The vendor's note: {flag.signal.note}")
    reasons = "\n".join(f"- {escaped(reason)}" for reason in HARMLESS[flag.signal.kind])
    st.markdown(f"Often it is something harmless:\n\n{reasons}")


def _chosen(interview_id: str, found: Mapping[str, FlagEvent]) -> str:
    """Draw the choice of a flag; without one it is the first that nobody has looked at."""
    name = _form(interview_id)
    chosen = str(st.session_state.get(name, ""))
    if chosen not in found:
        waiting = (key for key, flag in found.items() if not flag.disposition)
        chosen = next(waiting, next(iter(found)))
    # Told each time: the browser knows an option by its words alone, and a review changes them.
    st.session_state[name] = chosen
    st.selectbox("Flag", tuple(found), key=name, format_func=lambda key: _words(found[key]))
    return chosen


def _answer(key: str, *, note: str) -> None:
    """Draw the note and a button for each disposition; `note` names the note's field.

    The field has another name once the review was kept, so only then is it empty again.
    """
    with st.form(f"{note}-form", border=False):
        st.text_area(
            "Note",
            key=note,
            max_chars=LONGEST_NOTE,
            height=80,
            placeholder="What you saw, or why it is harmless (kept for good)",
        )
        with st.container(horizontal=True):
            for disposition, (label, hint) in _BUTTONS.items():
                st.form_submit_button(
                    label,
                    key=f"review-{disposition}",
                    help=hint,
                    on_click=_want,
                    args=(key, disposition, note),
                )
    st.caption(
        "A review is a person's word on one flag: it never enters a score or an outcome, it is "
        "kept for good, and the latest one holds."
    )


def _want(key: str, disposition: Disposition, note: str) -> None:
    st.session_state[_WANTED] = (key, disposition, st.session_state[note] or "")


def _history(said: Sequence[Review]) -> None:
    """Draw what was said of one flag, latest first."""
    if not said:
        return
    rows = tuple(
        (notation.moment(each.made_at), review_words(each.disposition), each.note or None)
        for each in reversed(said)
    )
    table = Table(columns=("When", "Review", "Note"), rows=rows)
    plain_table(table, title="Reviews of this flag", key="flag-reviews")


def _so_far(found: Sequence[FlagEvent]) -> str:
    met = Counter(flag.disposition for flag in found)
    parts = [f"{met[each]} {review_words(each)}" for each in (*Disposition, None) if met[each]]
    return f"{notation.count(len(found), 'flag')}: {', '.join(parts)}."


def _words(flag: FlagEvent) -> str:
    name = FLAG_NAMES[flag.signal.kind]
    # Equal flags are told apart by their number.
    number = flag.key.rpartition(":")[2]
    again = f" ({number})" if number != "1" else ""
    return f"{name} · {flag.when}{again} · {review_words(flag.disposition)}"


def _form(interview_id: str) -> str:
    return f"review-flag-{interview_id}"
