"""Bundle: several bodies in one document, none of them changed."""

import json

from services.vendors._bundle import bundle


def test_the_bodies_are_members_byte_for_byte():
    """Blanks, escapes and the order of keys stay as received."""
    bodies = {"interview": b'{"b" : "\\u00e9",\n "a": 1.50}', "questions": b"[ ]"}

    document = bundle(bodies)

    assert all(body in document for body in bodies.values())
    assert json.loads(document) == {"interview": {"b": "é", "a": 1.5}, "questions": []}
