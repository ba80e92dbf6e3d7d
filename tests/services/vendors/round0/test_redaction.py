"""Redaction: a candidate's live link is taken out; everything else stays byte for byte."""

import json

from services.vendors.round0.redaction import redacted

SECRET = "t0k3nt0k3nt0k3nt0k3nt0k3nt0k3n42"


def test_a_documented_answer_stays_byte_for_byte(document):
    """Blanks and line ends included."""
    body = document("completed")

    clean = redacted(body)

    assert clean == body


def test_a_token_and_a_link_are_taken_out():
    """Wherever they stand, and however the key is written."""
    body = {
        "id": "a",
        "Token": SECRET,
        "nested": [{"interview_url": f"https://interview.round0.io/interview/{SECRET}"}],
        "note": f"Sit it at https://interview.round0.io/interview/{SECRET} today.",
        "name": "Sefa",
    }

    clean = redacted(json.dumps(body).encode())

    assert SECRET.encode() not in clean
    assert json.loads(clean)["name"] == "Sefa"
    assert json.loads(clean)["note"].endswith(" today.")


def test_an_empty_token_is_no_secret():
    """Nothing is rewritten for it."""
    body = b'{"id": "a",  "token": null}'

    clean = redacted(body)

    assert clean == body
