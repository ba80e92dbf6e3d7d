"""Entry: InstaView's documents are known by their shape, and no other vendor's are."""

import json

import pytest

from services.vendors.instaview.entry import VENDOR, recognises
from services.vendors.registry import VENDORS


@pytest.mark.parametrize("name", ["complete", "language_test", "no_answer", "scheduled", "hostile"])
def test_its_own_documents_are_recognised(document, name):
    """In a bundle, in an envelope, and bare."""
    decoded = json.loads(document(name))

    known = recognises(decoded)

    assert known


@pytest.mark.parametrize(
    "document",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"id": "a", "status": "completed"}, id="too little"),
        pytest.param(
            {
                "id": "a",
                "status": "completed",
                "job": {"title": "Cook"},
                "candidate": {"name": "Ada"},
                "created_at": "2026-01-01T00:00:00Z",
                "responses": [],
            },
            id="round0",
        ),
        pytest.param(
            {"interview": {"id": "a", "status": "invited", "job": {}}, "questions": {}},
            id="a bundle of round0",
        ),
        pytest.param(
            {"id": "req_1", "status": "success", "scores": {}, "processingTimeMs": 5, "audio": {}},
            id="ZenHire",
        ),
        pytest.param({"interview_id": "a", "candidate_id": "b", "event": "x"}, id="Qode"),
        pytest.param({"success": False, "data": None, "error": {}}, id="an error"),
        pytest.param({"success": True, "data": [1]}, id="a list"),
        pytest.param({"interview": [], "data": "x"}, id="odd"),
    ],
)
def test_other_documents_are_not(document):
    """Whatever they hold."""
    decoded = document

    known = recognises(decoded)

    assert not known


def test_it_is_found_by_the_registry():
    """With all that it can do."""
    vendor = VENDORS["instaview"]

    abilities = (vendor.lists, vendor.scheduling is not None, vendor.read_webhook is not None)

    assert vendor is VENDOR
    assert abilities == (True, True, True)
    assert vendor.key_variable == "SCOREBAND_INSTAVIEW_API_KEY"


def test_every_setting_is_described():
    """The documentation is made of these sentences."""
    fields = VENDOR.settings.model_fields

    silent = [name for name, field in fields.items() if not field.description]

    assert silent == []
