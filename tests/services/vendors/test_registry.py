"""The registry knows the vendors by name and by the shape of their documents."""

import json

import pytest

from services.errors import InputError
from services.vendors.registry import VENDORS, recognise, vendor_named
from tests.services.vendors.qode.conftest import FIXTURES


def test_a_vendor_is_found_by_its_name():
    """In whatever case."""
    name = " Qode "

    vendor = vendor_named(name)

    assert vendor.title == "Qode"
    assert VENDORS["qode"] is vendor


def test_an_unknown_name_is_refused_with_the_known_ones():
    """The sentence says what there is."""
    name = "acme"

    with pytest.raises(InputError, match=r"Known: .*qode"):
        vendor_named(name)


@pytest.mark.parametrize("name", ["complete", "skipped", "scheduled", "no_ci", "hostile"])
def test_qodes_documents_are_recognised(name):
    """By their shape alone."""
    document = json.loads((FIXTURES / f"{name}.json").read_bytes())

    vendor = recognise(document)

    assert vendor is VENDORS["qode"]


@pytest.mark.parametrize(
    "path", sorted(FIXTURES.parent.glob("*/*.json")), ids=lambda path: path.stem
)
def test_each_document_is_one_vendors(path):
    """No shape is two vendors', so that the order of the vendors decides nothing."""
    document = json.loads(path.read_bytes())

    claimed = [vendor.name for vendor in VENDORS.values() if vendor.recognises(document)]

    assert claimed == [path.parent.name]


@pytest.mark.parametrize(
    "document", [{}, {"id": "1", "status": "done"}, {"interview_id": "1"}, {"start": 1, "end": 2}]
)
def test_what_is_nobodys_is_recognised_as_nobodys(document):
    """An id alone may be anyone's."""
    shape = document

    vendor = recognise(shape)

    assert vendor is None
