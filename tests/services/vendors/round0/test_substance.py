"""Substance: a signed link that differs at every asking is no change of the answer."""

import json

from services.vendors.round0.substance import substance


def test_another_signature_is_no_change(whole):
    """The same interview, fetched twice."""
    again = whole.replace(b"sig=first", b"sig=another").replace(b"sig=second", b'\\"sig=x')

    same = substance(whole) == substance(again)

    assert same
    assert whole != again


def test_another_word_is_a_change(whole):
    """What somebody said has changed."""
    again = whole.replace(b"Two pallets", b"Three pallets")

    same = substance(whole) == substance(again)

    assert not same


def test_a_link_that_somebody_speaks_of_stays(whole):
    """Inside a text the quotes around the key are escaped."""
    document = json.loads(whole)
    document["interview"]["responses"][0]["transcript"] = 'The field "audio_url": "x" is odd.'
    payload = json.dumps(document).encode()

    kept = substance(payload)

    assert b'\\"audio_url\\": \\"x\\" is odd' in kept
    assert json.loads(kept)["interview"]["responses"][0]["audio_url"] == ""
