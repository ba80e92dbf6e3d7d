"""Words: what a vendor says about an error, in whatever envelope, fit for a sentence."""

import pytest

from services.vendors._words import words_of


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"message": "No such talent"}', "No such talent"),
        (b'{"error": {"message": "Too short"}}', "Too short"),
        (b'{"status": 401, "errors": "Unauthorized"}', "Unauthorized"),
        (b'{"errors": [{"path": ["a", 0], "message": "required"}]}', "a.0: required"),
        (b'{"detail": [{"loc": ["body"], "msg": "wrong"}]}', "body: wrong"),
        (b'"plain"', "plain"),
        (b"<html>", ""),
        (b"", ""),
        (b'{"other": 5}', ""),
        ('{"message": "a\\u0000b\\n\u202ec"}'.encode(), "a b c"),
        (b'{"message": "sent Bearer abc.def here"}', "sent [key] here"),
    ],
)
def test_the_words_are_found(body, words):
    """One line without secrets and without marks that turn the text around."""
    answer = body

    found = words_of(answer, key="k-1")

    assert found == words


def test_long_words_are_shortened():
    """A sentence, not a page."""
    body = b'{"message": "' + b"ab " * 500 + b'"}'

    found = words_of(body, key="k-1")

    assert len(found) == 200
    assert found.endswith("…")
