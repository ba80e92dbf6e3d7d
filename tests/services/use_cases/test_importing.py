"""An import stores what can be read and tells of each item that cannot."""

import json
from dataclasses import replace

import pytest

from services.errors import InputError, PayloadError
from services.models.identity import local_id
from services.models.interview import Interview
from services.use_cases.importing import Imports
from services.use_cases.payload_files import Found, PayloadFiles
from services.vendors.vendor import Parts, Vendor
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


def test_a_file_of_before_the_final_answer_is_left_out_and_told(imports, store):
    """A folder may hold all that a vendor ever answered, in any order."""
    final, early = b'{"toy": "a reported 70"}', b'{"toy": "a scheduled 0"}'
    imports.take([Found("final.json", final)])

    report = imports.take([Found("early.json", early)])

    assert (report.stored, report.outdated) == ([], [local_id("toy", "a")])
    assert store.payload(local_id("toy", "a")).payload == final


def test_another_vendors_document_is_refused_under_a_vendors_name(imports, store):
    """Read as the wrong vendor's, it would be an interview with nothing in it."""
    acme = replace(TOY, name="acme", title="Acme", recognises=lambda document: "acme" in document)
    both = replace(imports, vendors={**imports.vendors, "acme": acme})

    report = both.take([Found("a.json", b'{"toy": "a reported 70"}')], vendor="acme")

    (failure,) = report.failures
    assert "a document of Toy, not of Acme" in failure.sentence
    assert "--vendor toy" in failure.sentence
    assert store.rows([local_id("toy", "a")]) == ()


def test_a_shape_that_nobody_knows_is_taken_under_a_vendors_name(imports):
    """A vendor may have sent a document with less in it than its shape is told by."""
    toy = replace(imports.vendors["toy"], recognises=lambda _document: False)
    blind = replace(imports, vendors={"toy": toy})

    report = blind.take([Found("a.json", b'{"toy": "a reported 70"}')], vendor="toy")

    assert report.stored == [local_id("toy", "a")]


def test_an_unknown_vendor_is_refused(imports):
    """The sentence names those that are known."""
    with pytest.raises(InputError, match="Known: toy"):
        imports.take([], vendor="nobody")


@pytest.fixture
def toys_with_parts(store, clock):
    """Import toys that lie at two addresses: the toy itself, and what belongs to it."""

    def interview_of(document):
        return document.get("part_of")

    def join(kept, part):
        return kept if b"part" in kept else kept[:-1] + b', "part": ' + part + b"}"

    toy = replace(
        TOY,
        parse=parse_json,
        recognises=lambda document: "toy" in document or "part_of" in document,
        parts=Parts(interview_of, join),
    )
    return Imports(store, {"toy": toy}, PayloadFiles(limit_bytes=10_000), clock)


PART = b'{"part_of": "a", "colour": "red"}'


def test_a_part_that_came_alone_is_joined_to_the_rest(toys_with_parts, store):
    """Both stand in the kept payload byte for byte, and the final answer has not changed."""
    found = [Found("part.json", PART), Found("toy.json", b'{"toy": "a reported 70"}')]

    report = toys_with_parts.take(found)

    kept = store.payload(local_id("toy", "a"))
    assert report.failures == []
    assert kept.payload == b'{"toy": "a reported 70", "part": ' + PART + b"}"
    assert kept.version_count == 1
    assert store.notices(local_id("toy", "a")) == ()


def test_a_part_that_is_there_already_changes_nothing(toys_with_parts):
    """An import can be repeated without harm."""
    toys_with_parts.take([Found("toy.json", b'{"toy": "a reported 70"}'), Found("p.json", PART)])

    again = toys_with_parts.take([Found("p.json", PART)], vendor="toy")

    assert (again.stored, again.unchanged) == ([], [local_id("toy", "a")])


def test_a_part_without_the_rest_is_told(toys_with_parts):
    """What the vendor's reader says of it; nothing is stored."""
    report = toys_with_parts.take([Found("p.json", PART), Found("broken.json", b"{")])

    assert report.stored == []
    assert {failure.item for failure in report.failures} == {"p.json", "broken.json"}
