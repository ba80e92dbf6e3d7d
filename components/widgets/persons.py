"""The parts of the Person page: interviews by vendor, who may be the same, who decided what."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from components.widgets import listing, shortlist
from components.widgets.candidate_table import RowMarks, TableEvents, candidate_table
from components.widgets.notices import told_to_the_reader
from components.widgets.plain_table import plain_table
from components.widgets.text import escaped
from services.models import notation
from services.models.people import CandidateCard, LinkSuggestion, LinkVerdict, Person
from services.models.table import Table

PERSON = "pages/review/person.py"
Decide = Callable[[str, str, LinkVerdict], None]


def open_suggestions(
    pairs: Sequence[LinkSuggestion], *, titles: Mapping[str, str], decide: Decide
) -> None:
    """Draw the pairs with one e-mail address on whom nobody has decided yet."""
    if not pairs:
        st.info(
            "Nobody is waiting for a decision. Two candidates of different vendors with the same "
            "e-mail address are shown here; a person's own page is reached from an interview.",
            icon=":material/group:",
        )
        return
    st.caption(
        "The same e-mail address suggests that two candidates are one person; it decides nothing. "
        "What you decide can be undone on the person's page."
    )
    for pair in pairs:
        _pair(pair, titles=titles, decide=decide)


def _pair(pair: LinkSuggestion, *, titles: Mapping[str, str], decide: Decide) -> None:
    with st.container(border=True, key=f"pair-{pair.a.id}-{pair.b.id}"):
        for card, column in zip((pair.a, pair.b), st.columns(2), strict=True):
            with column:
                _who(card, titles)
                if st.button(
                    "Open", key=f"open-{card.id}-{pair.a.id}-{pair.b.id}", type="tertiary"
                ):
                    st.switch_page(PERSON, query_params={"of": card.id})
        with st.container(horizontal=True):
            for verdict in (LinkVerdict.CONFIRMED, LinkVerdict.REJECTED):
                _decision(verdict, pair.a, pair.b, decide)


def title(person: Person) -> str:
    """Return the name that most vendors know the person by."""
    names = [card.name or card.email for card in person.cards]
    return next(filter(None, names), "No name given")


def interviews(person: Person, *, titles: Mapping[str, str], cut: float | None) -> None:
    """Draw the person's interviews, one table for each vendor: no two scales in one list."""
    for vendor in dict.fromkeys(row.vendor for row in person.interviews):
        rows = [row for row in person.interviews if row.vendor == vendor]
        st.subheader(escaped(titles.get(vendor, vendor)), anchor=False)
        opened = candidate_table(
            rows,
            sort=None,
            cut=cut,
            marks=RowMarks(titles, {}, shortlist.picked()),
            on_event=TableEvents(shortlist.pick),
            key=f"interviews-{vendor}",
        )
        listing.open_interview(opened)
    shortlist.bar()


def suggestions(person: Person, *, titles: Mapping[str, str], decide: Decide) -> None:
    """Draw who has the same e-mail address, and what a recruiter says about each.

    The same address suggests that two candidates are one person; only a recruiter decides it.
    """
    own = person.cards[0]
    linked = person.cards[1:]
    groups: Sequence[tuple[str, str, Sequence[CandidateCard], Sequence[LinkVerdict]]] = (
        (
            "Perhaps the same person",
            "The same e-mail address. Decide before their interviews are shown together.",
            person.suggested,
            (LinkVerdict.CONFIRMED, LinkVerdict.REJECTED),
        ),
        ("Confirmed to be the same person", "", linked, (LinkVerdict.UNDONE,)),
        ("Said to be somebody else", "", person.rejected, (LinkVerdict.UNDONE,)),
    )
    for heading, words, cards, verdicts in groups:
        if not cards:
            continue
        st.subheader(heading, anchor=False)
        if words:
            st.caption(words)
        for card in cards:
            _card(card, own=own, titles=titles, verdicts=verdicts, decide=decide)


def history(person: Person) -> None:
    """Draw every decision, latest first; none is ever taken out of the list."""
    if not person.decisions:
        return
    names = {
        card.id: f"{notation.called(card.name, card.email)} ({card.vendor})"
        for card in (*person.cards, *person.suggested, *person.rejected)
    }
    rows = tuple(
        (
            notation.moment(each.made_at),
            names.get(each.a, each.a),
            names.get(each.b, each.b),
            str(each.verdict),
        )
        for each in person.decisions
    )
    with st.expander("Decisions"):
        table = Table(columns=("When", "One", "Other", "Decision"), rows=rows)
        plain_table(table, title="Decisions", key="link-decisions")


_LABELS = {
    LinkVerdict.CONFIRMED: "The same person",
    LinkVerdict.REJECTED: "Somebody else",
    LinkVerdict.UNDONE: "Undo",
}


def _card(
    card: CandidateCard,
    *,
    own: CandidateCard,
    titles: Mapping[str, str],
    verdicts: Sequence[LinkVerdict],
    decide: Decide,
) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container():
            _who(card, titles)
        for verdict in verdicts:
            _decision(verdict, own, card, decide)


def _who(card: CandidateCard, titles: Mapping[str, str]) -> None:
    vendor = titles.get(card.vendor, card.vendor)
    count = notation.count(card.interviews, "interview")
    st.markdown(f"**{escaped(card.name or 'No name given')}**")
    st.caption(escaped(f"{vendor} · {card.email or 'no e-mail address'} · {count}"))


def _decision(
    verdict: LinkVerdict, own: CandidateCard, other: CandidateCard, decide: Decide
) -> None:
    if st.button(
        _LABELS[verdict],
        key=f"{verdict}-{own.id}-{other.id}",
        type="primary" if verdict is LinkVerdict.CONFIRMED else "secondary",
    ):
        with told_to_the_reader():
            decide(own.id, other.id, verdict)
            st.rerun()
