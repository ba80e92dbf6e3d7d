"""Results that say which interview or candidate they belong to."""

import pytest

from services.models.candidate import Candidate
from tests.services.cache.conftest import an_interview, id_of, kept
from tests.services.cache.spoken import a_speech_test


def ids(rows):
    """Return the vendor's ids of these rows."""
    return [row.vendor_interview_id for row in rows]


@pytest.mark.parametrize("reference", [id_of("a-1"), "a-1", "person-7"])
def test_a_result_is_attached_by_either_id_or_by_the_candidates(store, reference):
    """Our id, the vendor's id and the vendor's candidate lead from one to the other and back."""
    person = Candidate(id="person-7", name="Wren Ashdown")
    kept(store, an_interview("a-1", candidate=person), an_interview("b-2"))
    kept(store, a_speech_test("s-1", references=("unknown", reference, reference)))

    attached = store.attached(id_of("a-1"))
    back = store.attached_to(id_of("s-1", "zenhire"))

    assert (ids(attached), ids(back)) == (["s-1"], ["a-1"])
    assert store.attached(id_of("b-2")) == ()
    assert store.attached_to(id_of("a-1")) == ()


def test_two_results_of_one_vendor_on_one_candidate_are_not_each_others_parts(store):
    """A reference to a candidate leads to other vendors' interviews only."""
    person = Candidate(id="person-7")
    both = [
        a_speech_test(each, candidate=person, references=("person-7",)) for each in ("s-1", "s-2")
    ]
    kept(store, *both, an_interview("a-1", candidate=person))

    attached = [store.attached(id_of(each, "zenhire")) for each in ("s-1", "s-2")]

    assert attached == [(), ()]
    assert ids(store.attached(id_of("a-1"))) == ["s-2", "s-1"]
    assert ids(store.attached_to(id_of("s-1", "zenhire"))) == ["a-1"]


def test_an_interview_is_not_attached_to_itself(store):
    """A result that names itself belongs to nothing else."""
    kept(store, a_speech_test("s-1", references=("s-1", id_of("s-1", "zenhire"))))

    found = store.attached(id_of("s-1", "zenhire")), store.attached_to(id_of("s-1", "zenhire"))

    assert found == ((), ())


def test_a_reference_that_vanished_from_the_answer_attaches_no_more(store):
    """References follow the payload."""
    kept(store, an_interview("a-1"), a_speech_test(references=("a-1",), is_final=False))

    kept(store, a_speech_test(references=()))

    assert store.attached(id_of("a-1")) == ()


def test_an_interview_that_is_not_kept_has_nothing_attached(store):
    """A stale link finds nothing instead of failing."""
    missing = "gone"

    found = store.attached(missing), store.attached_to(missing)

    assert found == ((), ())
