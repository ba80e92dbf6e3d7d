"""Tags and metadata as they are compared, whatever customers attach."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as some

from services.cache.traits import TAG, trait_facts, trait_text
from services.models.interview import Interview
from tests.services.cache.conftest import an_interview

TEXTS = some.text(string.printable + "é漢\x00\ud800", max_size=300)
JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | TEXTS,
    lambda inner: some.lists(inner, max_size=8) | some.dictionaries(TEXTS, inner, max_size=8),
)


def attached(metadata, tags=()):
    """Return an interview that a customer attached this to, as unchecked as a file may be."""
    return Interview.model_construct(
        vendor="qode", vendor_interview_id="a-1", tags=tags, metadata=metadata
    )


def test_tags_come_first_and_have_no_name():
    """A tag is told from metadata by its empty name."""
    interview = an_interview(tags=("urgent", " night shift "), metadata={"team": "Platform"})

    traits = trait_facts(interview)

    assert traits == [(TAG, "urgent"), (TAG, "night shift"), ("team", "Platform")]


@pytest.mark.parametrize(
    ("metadata", "traits"),
    [
        ({"site": {"city": "Łódź", "floor": {"no": 3}}},
         [("site.city", "Łódź"), ("site.floor.no", "3")]),
        ({"langs": ["vi", "en", "vi"]}, [("langs", "vi"), ("langs", "en")]),
        ({"rounds": [{"by": "Ines"}, [{"by": "Omar"}, 2]]},
         [("rounds.by", "Ines"), ("rounds.by", "Omar"), ("rounds", "2")]),
        ({"a": True, "b": None, "c": 1.5, "d": "true"},
         [("a", "true"), ("b", "null"), ("c", "1.5"), ("d", "true")]),
        ({"limit": float("nan"), "most": float("inf")}, [("limit", "NaN"), ("most", "Infinity")]),
        ({"none": {}, "empty": []}, []),
        ({"": "urgent", " ": "urgent"}, []),
    ],
)  # fmt: skip
def test_metadata_is_flattened(metadata, traits):
    """Keys are joined with dots, lists give their elements, and nothing passes for a tag."""
    interview = attached(metadata)

    found = trait_facts(interview)

    assert found == traits


def test_of_ten_thousand_keys_fifty_are_kept():
    """The first ones, whatever follows."""
    interview = attached({f"key {number}": number for number in range(10_000)})

    traits = trait_facts(interview)

    assert traits == [(f"key {number}", str(number)) for number in range(50)]


def test_a_very_long_value_is_cut():
    """Two hundred characters of a text can be compared, and no more are kept."""
    interview = attached({"note" * 100: "x" * 1_000_000}, tags=("y" * 300,))

    traits = trait_facts(interview)

    assert traits == [(TAG, "y" * 200), (("note" * 100)[:200], "x" * 200)]


def test_metadata_without_a_bottom_is_left_out():
    """Nesting beyond every use is passed over, and what lies beside it is not."""
    deep: object = "lost"
    for _ in range(10_000):
        deep = {"in": deep}
    interview = attached({"deep": deep, "team": "Platform"})

    traits = trait_facts(interview)

    assert traits == [("team", "Platform")]


@given(metadata=some.dictionaries(TEXTS, JSON, max_size=12), tags=some.lists(TEXTS))
def test_whatever_is_attached_gives_few_short_texts_that_can_be_stored(metadata, tags):
    """Nothing breaks a write, and each text compares equal to itself when it is asked for."""
    interview = attached(metadata, tags=tuple(tags))

    traits = trait_facts(interview)

    assert len(traits) <= 50
    for name, value in traits:
        assert len(name) <= 200
        assert len(value) <= 200
        assert (trait_text(name), trait_text(value)) == (name, value)
        assert f"{name}{value}".encode()
        assert "\x00" not in f"{name}{value}"
