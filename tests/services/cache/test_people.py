"""Candidates as the vendors know them, and decisions that are only ever added."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from services.errors import StorageError
from services.models.candidate import Candidate
from services.models.identity import candidate_id
from services.models.people import CandidateCard, LinkDecision, LinkVerdict, SharedAddress
from tests.services.cache.conftest import NOON, a_document, an_interview, id_of, kept, parse

WREN = Candidate(id="w", name="Wren Ashdown", email="Wren@example.com")
WREN_ELSEWHERE = Candidate(id="7", name="רן אשדאון", email=" wren@example.com")


def key(given_id, vendor="qode"):
    """Return our id of a vendor's candidate."""
    return candidate_id(vendor, "", given_id=given_id, address=None)


def test_a_card_counts_the_interviews_and_shows_the_newest_name_and_address(store):
    """A name that was left out later is not lost, a corrected one replaces the old."""
    day = timedelta(days=1)
    kept(
        store,
        an_interview("a", candidate=WREN, started_at=NOON),
        an_interview("b", candidate=Candidate(id="w", name="Wren Ash"), started_at=NOON + day),
        an_interview("c", candidate=Candidate(id="w"), started_at=NOON + 2 * day),
    )

    cards = store.person_cards(["nobody", key("w")])

    assert cards == (
        CandidateCard(
            id=key("w"), vendor="qode", name="Wren Ash", email="Wren@example.com", interviews=3
        ),
    )
    rows = store.interviews_of([key("w")])
    assert [row.vendor_interview_id for row in rows] == ["c", "b", "a"]


def test_a_candidate_is_found_by_an_interview_or_by_its_own_id(store):
    """Either leads to the candidate's id; an unknown one to nothing."""
    kept(store, an_interview("a", candidate=WREN))

    found = [store.candidate_of(each) for each in (id_of("a"), key("w"), "nobody")]

    assert found == [key("w"), key("w"), None]


def test_candidates_with_one_address_are_found_whatever_its_case(store):
    """Blanks around it make no difference either; another address does."""
    kept(store, an_interview("a", candidate=WREN), an_interview("b"))
    kept(store, an_interview("c", vendor="round0", candidate=WREN_ELSEWHERE))

    addresses = store.addresses_of([key("w")])
    found = store.candidates_with(addresses)

    assert addresses == ("wren@example.com",)
    assert set(found) == {key("w"), key("7", "round0")}


def test_what_is_no_address_connects_nobody(store):
    """Vendors write "n/a" where they know none."""
    nobody = Candidate(email="n/a")
    kept(store, an_interview("a", candidate=nobody))
    kept(store, an_interview("a", vendor="round0", candidate=nobody))

    shared = store.shared_addresses()

    assert shared == ()


def test_shared_addresses_are_those_of_several_vendors(store):
    """Two candidates of one vendor alone are not told; pages follow the alphabet."""
    for vendor in ("qode", "round0"):
        both = [Candidate(email=f"{name}@example.com") for name in ("ba", "ab")]
        kept(store, *(an_interview(each.email, vendor=vendor, candidate=each) for each in both))
    kept(store, *(an_interview(each, candidate=WREN) for each in "xy"))

    first = store.shared_addresses(limit=1)
    second = store.shared_addresses(after=first[-1].address, limit=5)

    assert [each.address for each in (*first, *second)] == ["ab@example.com", "ba@example.com"]
    by_vendor = [
        (candidate_id(vendor, "", given_id=None, address="ab@example.com"),)
        for vendor in ("qode", "round0")
    ]
    assert first == (SharedAddress(address="ab@example.com", candidates=tuple(by_vendor)),)


def test_decisions_are_kept_in_turn_and_logged(store, clock):
    """Whoever is named first, a pair is stored in one order; the log has a line for each."""
    store.link("b", "a", LinkVerdict.CONFIRMED, at=clock())
    later = clock.forward(minutes=5)
    store.link("a", "b", LinkVerdict.UNDONE, at=later)

    decisions = store.decisions()

    assert decisions == (
        LinkDecision(a="a", b="b", verdict=LinkVerdict.UNDONE, made_at=later),
        LinkDecision(a="a", b="b", verdict=LinkVerdict.CONFIRMED, made_at=NOON),
    )
    assert [(entry.event, entry.subject) for entry in store.log_entries()] == [
        ("candidates_undone", "a b"),
        ("candidates_confirmed", "a b"),
    ]


@pytest.mark.parametrize(
    "statement", ["UPDATE link_decision SET a = 'x'", "DELETE FROM link_decision"]
)
def test_decisions_cannot_be_rewritten(store, statement):
    """The database itself refuses to change or remove one."""
    store.link("a", "b", LinkVerdict.REJECTED, at=NOON)

    with pytest.raises(StorageError), store._database.writing() as connection:
        connection.execute(text(statement))

    assert len(store.decisions()) == 1


def test_decisions_and_ids_outlive_new_answers_and_rebuilding(store):
    """A candidate has the same id after everything was derived anew."""
    kept(store, an_interview("a", candidate=WREN, is_final=False))
    store.link(key("w"), "other", LinkVerdict.CONFIRMED, at=NOON)
    kept(store, an_interview("a", candidate=WREN.model_copy(update={"name": "Wren B."})))
    with store._database.writing() as connection:
        connection.execute(text("UPDATE interview SET derivation = 1, candidate_key = NULL"))

    store.rebuild(parse)

    assert store.candidate_of(id_of("a")) == key("w")
    assert [each.verdict for each in store.decisions()] == [LinkVerdict.CONFIRMED]


def test_half_characters_in_a_candidates_id_and_address_do_no_harm(store):
    """What no database can encode is replaced before anything is made of it."""
    hostile = Candidate(id="w\ud800", name="Wren\udfff", email="wren\ud800@example.com")

    store.write([a_document(an_interview("a", candidate=hostile), payload=b"{}")])

    (card,) = store.person_cards([str(store.candidate_of(id_of("a")))])
    assert (card.name, card.email) == ("Wren\ufffd", "wren\ufffd@example.com")
