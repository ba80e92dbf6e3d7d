"""ZenHire's documents are told by their shape."""

import json

import pytest

from services.vendors.registry import VENDORS, recognise
from tests.services.vendors.zenhire.conftest import FIXTURES


@pytest.mark.parametrize("name", ["success", "partial", "queued", "failed", "hostile"])
def test_zenhires_documents_are_recognised(name):
    """In every status."""
    document = json.loads((FIXTURES / f"{name}.json").read_bytes())

    vendor = recognise(document)

    assert vendor is VENDORS["zenhire"]


@pytest.mark.parametrize(
    "document",
    [
        {"id": "1", "status": "completed", "metadata": {}, "tags": []},
        {"id": "1", "status": "processing"},
        {"id": "1", "status": ["queued"], "metadata": {}, "tags": []},
        {"id": "1", "scores": {}, "metadata": {}, "tags": []},
        {"interview_id": "1", "scoringMethod": "x"},
        {"error": {"code": "NOT_FOUND", "message": "No."}},
        {},
    ],
)
def test_others_documents_are_not(document):
    """An id and a status may be anyone's."""
    zenhire = VENDORS["zenhire"]

    is_recognised = zenhire.recognises(document)

    assert not is_recognised
