"""Who is one person for pseudonyms: an address, several addresses, and a recruiter's word."""

from services.models.people import Identity, LinkDecision, LinkVerdict
from services.use_cases.mask_persons import decided, persons_of
from tests.services.use_cases.conftest import NOON


def somebody(candidate, address=None, interview="i-1"):
    """Return the identity of a candidate."""
    return Identity(
        interview=interview,
        vendor_interview_id="",
        candidate=candidate,
        name=None,
        name_key=None,
        email=address,
        address=address,
    )


def decision(a, b, verdict):
    return LinkDecision(a=a, b=b, verdict=verdict, made_at=NOON)


def test_the_same_address_is_the_same_person():
    """At two vendors, and whatever they call the candidate."""
    persons = persons_of((), ())

    ours, theirs = (somebody(name, "ida@example.com") for name in ("a", "b"))

    assert persons.of(ours) == persons.of(theirs) == persons.at("ida@example.com")


def test_without_an_address_the_candidate_counts_and_then_the_interview():
    """Two interviews of one candidate are one person; two of nobody are two."""
    persons = persons_of((), ())

    same = {persons.of(somebody("a", interview=name)) for name in ("i-1", "i-2")}
    apart = {persons.of(somebody(None, interview=name)) for name in ("i-1", "i-2")}

    assert (len(same), len(apart)) == (1, 2)


def test_a_confirmed_link_joins_whoever_has_either_address():
    """Also a third candidate, on whom nobody decided, but who has one of the addresses."""
    a, b = somebody("a", "ida@example.com"), somebody("b", "quell@example.com")
    linked = (decision("a", "b", LinkVerdict.CONFIRMED),)

    persons = persons_of(linked, (a, b))

    assert persons.of(a) == persons.of(b) == persons.of(somebody("c", "quell@example.com"))
    assert decided(linked) == ("a", "b")


def test_who_was_kept_apart_is_not_one_person():
    """One family, one address: the recruiter said that they are two."""
    a, b = somebody("a", "home@example.com"), somebody("b", "home@example.com")

    persons = persons_of((decision("a", "b", LinkVerdict.REJECTED),), (a, b))

    assert persons.of(a) != persons.of(b)
    assert persons.at("home@example.com") is None


def test_all_addresses_of_a_candidate_are_one_person():
    """Who changed their address keeps their pseudonym, at every vendor."""
    several = (("a", "ida@example.com"), ("a", "quell@example.com"))

    persons = persons_of((), (), several)

    assert persons.at("ida@example.com") == persons.at("quell@example.com")
    assert persons.at("ida@example.com") != persons.at("ruth@example.com")
