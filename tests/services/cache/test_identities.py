"""Who interviews are about: names as given and as compared, one address of several."""

from services.models.candidate import Candidate
from tests.services.cache.conftest import an_interview, id_of, kept


def person(own_id, email, given_id="c-1", name="Zoë Quillfeather"):
    """Return an interview of a candidate who has an id of the vendor's."""
    return an_interview(own_id, candidate=Candidate(id=given_id, name=name, email=email))


def test_an_identity_has_the_name_and_the_first_address(store):
    """Both interviews of a candidate with two addresses have the same one; unknown ids none."""
    kept(store, person("a", "Zoe@example.com"), person("b", "quill@example.com"), person("c", None))

    found = store.identities([id_of(each) for each in ("a", "b", "c")] + ["nobody"])

    assert len(found) == 3
    assert {each.address for each in found.values()} == {"quill@example.com"}
    first = found[id_of("a")]
    assert (first.name, first.name_key) == ("Zoë Quillfeather", "zoe quillfeather")
    assert (first.email, first.vendor_interview_id) == ("Zoe@example.com", "a")


def test_people_are_found_by_candidate_and_by_name(store):
    """Each once for every interview."""
    kept(store, person("a", "zoe@example.com"), person("b", "zoe@example.com"))
    candidate = store.candidate_of(id_of("a"))

    by_candidate = store.identities_of([candidate])
    by_name = store.identities_called(["zoe quillfeather", "somebody else"])

    assert {each.interview for each in by_candidate} == {id_of("a"), id_of("b")}
    assert by_candidate == by_name


def test_only_candidates_with_several_addresses_are_told(store):
    """The same address twice, or one and none, is not several."""
    kept(store, person("a", "zoe@example.com"), person("b", "quill@example.com"))
    kept(store, person("c", "x@example.com", "c-2"), person("d", "X@example.com", "c-2"))
    kept(store, person("e", "y@example.com", "c-3"), person("f", None, "c-3"))
    candidate = store.candidate_of(id_of("a"))

    found = store.several_addresses()

    assert found == ((candidate, "quill@example.com"), (candidate, "zoe@example.com"))


def test_the_first_who_asks_makes_the_key(opened):
    """Two programs on one file have one key, for good."""
    first, second = opened(), opened()

    keys = {store.mask_key() for store in (first, second, opened())}

    assert len(keys) == 1
    assert len(keys.pop()) == 32
