"""Pseudonyms: the same under one key, another under another, and nothing to read in them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from services.analysis.pseudonyms import Pseudonyms

KEY = b"an invented key of thirty-two by"
SHAPE = re.compile(r"Candidate [2-9BCDFGHJKMNP-TV-Z]{4}-[2-9BCDFGHJKMNP-TV-Z]{4}")


@given(st.text())
def test_a_pseudonym_is_the_same_every_time(identity):
    """Whatever the identity is, also one that no file can hold, it has one name of one shape."""
    found = Pseudonyms(KEY).of(identity)

    again = Pseudonyms(KEY).of(identity)

    assert found == again
    assert SHAPE.fullmatch(found)


def test_two_keys_have_nothing_in_common():
    """Who has another database's documents cannot match them with these."""
    people = [f"{number}@example.com" for number in range(200)]

    ours = {Pseudonyms(KEY).of(each) for each in people}
    theirs = {Pseudonyms(KEY[::-1]).of(each) for each in people}

    assert len(ours) == len(theirs) == 200
    assert not ours & theirs


def test_thousands_of_people_keep_apart():
    """Twenty thousand people, no name twice; the odds for it are 5 in 10,000."""
    names = Pseudonyms(KEY)

    found = {names.of(f"person {number}") for number in range(20_000)}

    assert len(found) == 20_000
