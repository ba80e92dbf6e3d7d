"""People: an address suggests, a recruiter decides, everything can be undone."""

import pytest

from services.errors import InputError, NothingFoundError
from services.models.candidate import Candidate
from services.models.document import Document
from services.models.identity import local_id
from services.models.interview import Interview
from services.models.people import LinkVerdict
from services.use_cases.people import People
from tests.services.use_cases.conftest import NOON

YES, NO, OPEN = LinkVerdict.CONFIRMED, LinkVerdict.REJECTED, LinkVerdict.UNDONE


@pytest.fixture
def people(store, clock):
    return People(store, clock)


@pytest.fixture
def candidate(store):
    """Keep an interview of a vendor's candidate; return the candidate's id."""

    def kept(vendor, address, given_id=None, name="Imani Rookwood"):
        own_id = given_id or address
        interview = Interview(
            vendor=vendor,
            vendor_interview_id=own_id,
            candidate=Candidate(id=given_id, name=name, email=address),
            started_at=NOON,
        )
        store.write([Document(interview.model_dump_json().encode(), interview, NOON)])
        return store.candidate_of(local_id(vendor, own_id))

    return kept


def ids(cards):
    """Return the ids of these cards."""
    return {card.id for card in cards}


def pairs(suggestions):
    """Return the suggested pairs."""
    return [{each.a.id, each.b.id} for each in suggestions]


def test_the_same_address_suggests_and_decides_nothing(people, candidate):
    """Case makes no difference; both stay two until somebody says so."""
    a = candidate("qode", "imani@example.com")
    b = candidate("round0", "IMANI@example.com", name="Имани Руквуд")

    person = people.person(a)

    assert ids(person.cards) == {a}
    assert [row.vendor for row in person.interviews] == ["qode"]
    assert ids(person.suggested) == {b}
    assert pairs(people.suggestions()) == [{a, b}]


def test_a_confirmed_link_brings_both_vendors_interviews_together(people, candidate):
    """The one that was asked for comes first, and nothing is left to suggest."""
    a = candidate("qode", "imani@example.com")
    b = candidate("round0", "imani@example.com")

    people.decide(a, b, YES)

    person = people.person(b)
    assert [card.id for card in person.cards] == [b, a]
    assert {row.vendor for row in person.interviews} == {"qode", "round0"}
    assert (person.suggested, people.suggestions()) == ((), ())
    assert [(each.verdict, each.made_at) for each in person.decisions] == [(YES, NOON)]


def test_a_rejected_pair_is_not_suggested_until_that_is_undone(people, candidate):
    """The person's page still tells who was said to be somebody else."""
    a = candidate("qode", "imani@example.com")
    b = candidate("round0", "imani@example.com")

    people.decide(a, b, NO)
    rejected, quiet = people.person(a), people.suggestions()
    people.decide(b, a, OPEN)

    assert (ids(rejected.suggested), ids(rejected.rejected), quiet) == (set(), {b}, ())
    assert ids(people.person(a).suggested) == {b}
    assert pairs(people.suggestions()) == [{a, b}]
    assert [each.verdict for each in people.person(a).decisions] == [OPEN, NO]


def test_a_confirmed_link_can_be_undone(people, candidate):
    """Afterwards both are two again, and the decisions tell the story."""
    a = candidate("qode", "imani@example.com")
    b = candidate("round0", "imani@example.com")
    people.decide(a, b, YES)

    people.decide(a, b, OPEN)

    assert ids(people.person(a).cards) == {a}
    assert len(people.store.decisions()) == 2


def test_three_candidates_are_suggested_as_two_people_once_two_are_linked(people, candidate):
    """Whoever is one person already is suggested together."""
    a, b, c = (candidate(vendor, "imani@example.com") for vendor in ("qode", "round0", "toy"))
    before = len(people.suggestions())

    people.decide(a, b, YES)

    assert before == 3
    (left,) = pairs(people.suggestions())
    assert c in left
    people.decide(b, c, YES)
    assert ids(people.person(a).cards) == {a, b, c}


def test_one_vendors_two_candidates_are_suggested_on_their_page_only(people, candidate):
    """A vendor may know one person twice; the list is about several vendors."""
    a = candidate("qode", "imani@example.com", given_id="1")
    b = candidate("qode", "imani@example.com", given_id="2")

    suggested = people.suggestions()

    assert suggested == ()
    assert ids(people.person(a).suggested) == {b}


def test_a_list_of_suggestions_is_as_long_as_asked(people, candidate):
    """A thousand shared addresses do not make a page of a thousand rows."""
    for number in range(4):
        for vendor in ("qode", "round0"):
            candidate(vendor, f"person-{number}@example.com")

    lengths = [len(people.suggestions(limit)) for limit in (0, 3, 50)]

    assert lengths == [0, 3, 4]


def test_a_link_against_an_earlier_rejection_is_refused(people, candidate):
    """Where a is b and c is not b, c can't be a before one of both is undone."""
    a, b, c = (candidate(vendor, "imani@example.com") for vendor in ("qode", "round0", "toy"))
    people.decide(a, b, YES)
    people.decide(b, c, NO)

    with pytest.raises(InputError, match="Undo that decision first"):
        people.decide(a, c, YES)

    assert pairs(people.suggestions()) == []
    people.decide(b, c, OPEN)
    people.decide(a, c, YES)
    assert ids(people.person(b).cards) == {a, b, c}


def test_keeping_apart_who_is_linked_through_others_is_refused(people, candidate):
    """Where a is b and b is c, a and c are kept apart only once one of these is undone."""
    a, b, c = (candidate(vendor, "imani@example.com") for vendor in ("qode", "round0", "toy"))
    people.decide(a, b, YES)
    people.decide(b, c, YES)

    with pytest.raises(InputError, match="through other links"):
        people.decide(a, c, NO)

    people.decide(a, b, NO)
    assert ids(people.person(c).cards) == {b, c}


def test_saying_the_same_again_adds_nothing(people, candidate):
    """A button that was pressed twice makes one decision; undoing nothing makes none."""
    a = candidate("qode", "imani@example.com")
    b = candidate("round0", "imani@example.com")
    people.decide(a, b, OPEN)

    people.decide(a, b, YES)
    people.decide(b, a, YES)

    assert [each.verdict for each in people.store.decisions()] == [YES]


def test_candidates_without_a_common_address_can_be_linked_too(people, candidate):
    """A recruiter may know more than an address tells."""
    a = candidate("qode", "imani@example.com")
    b = candidate("round0", "i.rookwood@example.org")

    people.decide(a, b, YES)

    assert ids(people.person(a).cards) == {a, b}


def test_a_person_is_found_by_an_interview_of_ours_or_the_vendors(people, candidate):
    """Blanks around an id do no harm."""
    a = candidate("qode", "imani@example.com", given_id="1")

    found = [people.person(each) for each in (a, f" {local_id('qode', '1')} ", "1")]

    assert found[0] == found[1] == found[2]


def test_nobody_is_found_by_a_stale_link(people, candidate):
    """The sentence says what to do; nothing is decided about them."""
    a = candidate("qode", "imani@example.com")

    with pytest.raises(NothingFoundError, match="Open the candidate from the list"):
        people.person("gone")
    with pytest.raises(NothingFoundError, match="gone"):
        people.decide(a, "gone", YES)
    with pytest.raises(InputError, match="one candidate, not two"):
        people.decide(a, a, YES)

    assert people.store.decisions() == ()
