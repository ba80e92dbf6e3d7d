"""round0 documents for the tests: files of our own writing, and small ones made on the spot."""

import json
from pathlib import Path

import pytest

from services.vendors._bundle import bundle
from services.vendors.round0.parsing import parse

FIXTURES = Path(__file__).parents[3] / "fixtures" / "round0"
CORE = {
    "id": "made-up-1",
    "status": "completed",
    "job": {"id": "j-1", "title": "Gardener"},
    "candidate": {"id": "c-1", "name": "Sefa Tuiasosopo", "email": "sefa@example.com"},
    "created_at": "2026-01-05T08:00:00Z",
}


@pytest.fixture
def document():
    """Give the bytes of a fixture file by its name."""
    return lambda name: (FIXTURES / f"{name}.json").read_bytes()


@pytest.fixture
def whole(document):
    """Give the completed interview with its questions, as a fetch returns them."""
    return bundle({"interview": document("completed"), "questions": document("questions")})


@pytest.fixture
def read():
    """Read a small interview with the fields given; `questions` makes it a bundle."""

    def reading(questions=None, **fields):
        interview = CORE | fields
        if questions is None:
            return parse(json.dumps(interview).encode())
        listed = {"interview_id": interview["id"], "questions": questions}
        return parse(json.dumps({"interview": interview, "questions": listed}).encode())

    return reading


@pytest.fixture
def codes():
    """List the codes of an interview's notices."""
    return lambda interview: [notice.code.value for notice in interview.notices]
