"""An import stores what can be read and tells of each item that cannot."""

import json

import pytest

from services.errors import InputError, PayloadError
from services.models.identity import local_id
from services.models.interview import Interview
from services.use_cases.importing import Imports
from services.use_cases.payload_files import Found, PayloadFiles
from services.vendors.vendor import Vendor
from tests.services.use_cases.conftest import TOY, parse


def parse_json(payload: bytes) -> Interview:
    """Read a toy document that lies in a JSON object."""
    try:
        return parse(str(json.loads(payload)["toy"]).encode())
    except (ValueError, KeyError) as error:
        msg = "This is not a toy document."
        raise PayloadError(msg) from error


@pytest.fixture
def imports(store, clock):
    toy = Vendor(**{**TOY.__dict__, "parse": parse_json})
    return Imports(store, {"toy": toy}, PayloadFiles(limit_bytes=10_000), clock)


def test_the_vendor_is_recognised_from_the_shape(imports, store):
    """Nobody has to name the vendor."""
    payload = b'{"toy": "a reported 70"}'

    report = imports.take([Found("a.json", payload)])

    assert report.stored == [local_id("toy", "a")]
    assert store.payload(local_id("toy", "a")).payload == payload


def test_what_cannot_be_read_is_told_and_the_rest_is_stored(imports):
    """Each failure names its place and says why."""
    found = [
        Found("1.json", b'{"toy": "a reported 70"}'),
        Found("2.json", b'{"toy": "a reported 70"'),
        Found("3.json", b'{"other": 1}'),
        Found("4.json", problem="There is no such file or folder."),
        Found("5.json", b'{"toy": "b reported 60"}'),
    ]

    report = imports.take(found)

    assert len(report.stored) == 2
    assert [failure.item for failure in report.failures] == ["2.json", "3.json", "4.json"]
    assert "not JSON" in report.failures[0].sentence
    assert "--vendor" in report.failures[1].sentence


def test_the_same_payload_twice_changes_nothing(imports):
    """An import can be repeated without harm."""
    imports.take([Found("a.json", b'{"toy": "a reported 70"}')])

    report = imports.take([Found("a.json", b'{"toy": "a reported 70"}')])

    assert report.stored == []
    assert report.unchanged == [local_id("toy", "a")]


def test_an_unknown_vendor_is_refused(imports):
    """The sentence names those that are known."""
    with pytest.raises(InputError, match="Known: toy"):
        imports.take([], vendor="nobody")
