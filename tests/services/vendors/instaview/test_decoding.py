"""Decoding: the three forms of a document, its substance, and errors that are no interviews."""

import json

import pytest

from services.errors import PayloadError
from services.vendors._bundle import bundle
from services.vendors.instaview.decoding import substance
from services.vendors.instaview.parsing import parse

BARE = {"id": "i-1", "status": "SCHEDULED", "candidateId": "c-1"}


def enveloped(data, time="2026-03-01T10:00:00Z", **changes):
    """Put data into InstaView's envelope."""
    return {"success": True, "data": data, "error": None, "timestamp": time} | changes


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(BARE, id="bare"),
        pytest.param(enveloped(BARE), id="enveloped"),
        pytest.param({"data": BARE}, id="half an envelope"),
        pytest.param({"interview": BARE}, id="a bundle of bare bodies"),
        pytest.param({"interview": enveloped(BARE)}, id="a bundle"),
    ],
)
def test_every_form_is_read(document):
    """The same interview in each."""
    payload = json.dumps(document).encode()

    interview = parse(payload)

    assert (interview.vendor_interview_id, interview.vendor_status) == ("i-1", "SCHEDULED")


@pytest.mark.parametrize(
    ("payload", "sentence"),
    [
        pytest.param(b"", "not sound JSON", id="empty"),
        pytest.param(b'{"id": "a", ', "not sound JSON", id="cut short"),
        pytest.param(b"<html></html>", "not sound JSON", id="a web page"),
        pytest.param(b'{"x": ' + b"[" * 9999, "not sound JSON", id="too deep"),
        pytest.param(b"[]", "it is a list, not an object", id="a list"),
        pytest.param(b"{}", "“id” .* is missing", id="no id"),
        pytest.param(b'{"id": 5}', "“id” .* is a number", id="number id"),
        pytest.param(b'{"success": true, "data": null}', "it is null", id="no data"),
        pytest.param(b'{"success": true, "data": []}', "it is a list", id="a list of interviews"),
        pytest.param(
            b'{"success": false, "data": null, "error": {"code": "X", "message": "No such job"}}',
            "InstaView's error “No such job”",
            id="an error",
        ),
    ],
)
def test_what_is_no_interview_is_refused_with_a_sentence(payload, sentence):
    """The sentence says what is wrong and what to do."""
    document = payload

    with pytest.raises(PayloadError, match=sentence) as refused:
        parse(document)

    assert "Fetch or export it again" in str(refused.value) or "Hand in" in str(refused.value)


def test_half_a_character_is_taken_out():
    r"""A lone surrogate such as `\ud83d` is JSON by the letter, but no text."""
    payload = rb'{"success": true, "data": {"id": "a", "status": "FAILED \ud83d"}}'

    interview = parse(payload)

    assert interview.vendor_status == "FAILED "


def test_the_time_of_the_answer_is_no_substance():
    """Two answers that differ in nothing else say the same."""
    early, late = (
        bundle(
            {
                "interview": json.dumps(enveloped(BARE, time)).encode(),
                "candidate": json.dumps(enveloped({"id": "c-1"}, time)).encode(),
            }
        )
        for time in ("2026-03-01T10:00:00Z", "2026-03-01T10:10:00Z")
    )

    same = substance(early) == substance(late)

    assert same
    assert early != late


def test_any_other_change_is_one_of_substance():
    """The candidate's part counts, and so does an interview's own field called timestamp."""
    one = bundle({"interview": json.dumps(enveloped({**BARE, "timestamp": "1"})).encode()})
    two = bundle({"interview": json.dumps(enveloped({**BARE, "timestamp": "2"})).encode()})

    same = substance(one) == substance(two)

    assert not same


@pytest.mark.parametrize("payload", [b"", b"no json", b"[1, 2]", b'{"id": "a"}'])
def test_what_has_no_envelope_is_all_substance(payload):
    """Nothing is taken from it."""
    document = payload

    kept = substance(document)

    assert kept == payload
