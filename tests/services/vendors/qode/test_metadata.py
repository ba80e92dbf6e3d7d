"""The customer's own metadata: kept as it is, as far as a store can keep it."""


def test_metadata_is_kept_as_it_is(read, codes):
    """Nested values, names in any script, truth values."""
    given = {"req": "A-1", "größe": [1, 2.5, None, True], "deep": {"er": {"κλειδί": "ja"}}}

    interview = read(request_metadata=given)

    assert interview.metadata == given
    assert codes(interview) == []


def test_numbers_that_no_store_holds_become_texts(read):
    """An integer of 31 digits is readable, but not a number for a database."""
    given = {"big": 10**30, "huge": 10**400, "odd": float("nan")}

    interview = read(request_metadata=given)

    assert interview.metadata == {
        "big": "1.000000e+30",
        "huge": "a number too large to keep",
        "odd": None,
    }


def test_metadata_nested_without_end_is_left_to_the_raw_payload(read, codes):
    """A hundred levels are nobody's metadata."""
    value = "deep"
    for _ in range(100):
        value = [value]

    interview = read(request_metadata={"x": value})

    assert interview.metadata == {}
    assert codes(interview) == ["unknown_value"]
