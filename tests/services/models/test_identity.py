"""Local ids: opaque, the same on every machine, different for different things."""

from services.models.identity import candidate_id, local_id


def test_an_id_is_short_opaque_and_always_the_same():
    """A link holds neither the vendor's id nor its name."""
    first = local_id("qode", "a-1")

    second = local_id("qode", "a-1")

    assert first == second
    assert len(first) == 16
    assert first.isalnum()
    assert "qode" not in first


def test_a_candidate_is_told_by_the_best_that_the_vendor_gives():
    """The vendor's id counts before the address, the address before the interview."""
    address = "wren@example.com"

    same = {
        candidate_id("qode", own_id, given_id="person-7", address=each)
        for own_id, each in (("a-1", address), ("b-2", None))
    }
    by_address = {
        candidate_id("qode", own_id, given_id=None, address=address) for own_id in ("a-1", "b-2")
    }
    alone = {candidate_id("qode", own_id, given_id=None, address=None) for own_id in ("a-1", "b-2")}

    assert (len(same), len(by_address), len(alone)) == (1, 1, 2)
    assert len(same | by_address | alone) == 4


def test_one_word_as_an_id_an_address_and_an_interview_means_three_candidates():
    """Nor is a candidate's id ever an interview's."""
    word = "x@example.com"

    found = {
        candidate_id("qode", "a-1", given_id=word, address=None),
        candidate_id("qode", "a-1", given_id=None, address=word),
        candidate_id("qode", word, given_id=None, address=None),
        candidate_id("round0", "a-1", given_id=word, address=None),
        local_id("qode", word),
    }

    assert len(found) == 5
