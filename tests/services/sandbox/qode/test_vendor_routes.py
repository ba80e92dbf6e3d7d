"""The vendor's routes: key, ids, creation, and how often one may ask."""

from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest

from services.sandbox.app import create_app
from tests.services.sandbox.conftest import OPTIONS, MovableClock, connect

PATH = "/qode/api/v1/integrations/candidates/interviews"
INVITATION = {
    "email": "ngozi.invented@example.com",
    "interview_type": "STEM",
    "talent_id": "T-9",
    "name": "Ngozi Invented",
    "resume_url": "https://example.com/ngozi.pdf",
    "role_title": "Tide Modeller",
    "language": "en",
    "metadata": {"req_id": "R-1"},
}


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def client(clock: MovableClock) -> Iterator[httpx.Client]:
    options = replace(OPTIONS, requests_per_minute=60, step_seconds=30)
    with connect(create_app(options, clock=clock)) as client:
        yield client


def test_an_interview_is_given_as_json(caller):
    """The body is the one of the id that was asked for."""
    answer = caller.get(7)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["interview_id"] == caller.sandbox.interview_ids[7]


def test_the_same_interview_is_the_same_bytes(caller):
    """Asking twice gives one answer."""
    first, second = caller.get(7), caller.get(7)

    assert first.content == second.content


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer no"}, {"Authorization": "no"}])
def test_a_missing_or_wrong_key_is_refused(sandbox, caller, header):
    """401 in the error envelope, for a known id as well."""
    caller.client.headers.pop("Authorization")

    answer = caller.client.get(f"{caller.path}/{sandbox.interview_ids[0]}", headers=header)

    assert answer.status_code == 401
    assert answer.json()["status"] == 401


def test_an_unknown_id_is_not_found(client):
    """404 in the error envelope."""
    answer = client.get(f"{PATH}/nobody")

    assert answer.status_code == 404
    assert answer.json() == {"status": 404, "errors": "Interview not found."}


def test_asking_too_fast_is_refused_until_time_has_passed(client, clock):
    """Sixty a minute allow six at once and then one a second."""
    eager = [client.get(f"{PATH}/nobody") for _ in range(7)]
    clock.move(seconds=1)
    patient = client.get(f"{PATH}/nobody")

    assert [answer.status_code for answer in eager] == [404] * 6 + [429]
    assert eager[-1].headers["retry-after"] == "1"
    assert patient.status_code == 404


def test_an_interview_is_created(client):
    """The answer has the documented fields, and the interview can be asked for."""
    created = client.post(PATH, json=INVITATION)

    body = created.json()
    found = client.get(f"{PATH}/{body['interview_id']}").json()
    assert created.status_code == 200
    assert set(body) == {
        "interview_id", "candidate_id", "iframe_url", "expires_at", "email", "talent_id",
        "completion_status", "session_id",
    }  # fmt: skip
    assert (body["completion_status"], body["talent_id"]) == ("SCHEDULED", "T-9")
    assert (found["session_id"], found["iframe_url"]) == (body["session_id"], body["iframe_url"])
    assert found["candidate_profile"]["fullname"] == "Ngozi Invented"
    assert found["role_title"] == "Tide Modeller"
    assert found["interview_type"] == "TURING_STEM"
    assert found["request_metadata"] == {"synthetic": True, "req_id": "R-1"}


def test_the_same_invitation_twice_makes_two(client):
    """Creating is not idempotent."""
    first, second = (client.post(PATH, json=INVITATION).json() for _ in range(2))

    assert first["interview_id"] != second["interview_id"]


def test_only_the_required_fields_are_required(client):
    """E-mail and type are enough; what was not given is null."""
    small = {"email": "x@example.com", "interview_type": "LEGAL_EXPERT"}

    answer = client.post(PATH, json=small)

    assert answer.status_code == 200
    assert answer.json()["talent_id"] is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", None),
        ("email", "nobody"),
        ("interview_type", None),
        ("interview_type", "TELEPATHY"),
        ("talent_id", 9),
        ("name", []),
        ("resume_url", "ftp://example.com/x"),
        ("role_title", 1),
        ("language", "tlh"),
        ("metadata", "R-1"),
    ],
)
def test_a_wrong_field_is_refused_by_its_name(client, field, value):
    """403 with one issue that names the field."""
    answer = client.post(PATH, json=INVITATION | {field: value})

    assert answer.status_code == 403
    assert [issue["path"] for issue in answer.json()["errors"]] == [field]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'"text"'])
def test_a_body_that_is_no_object_is_refused(client, content):
    """403 and no interview."""
    answer = client.post(PATH, content=content)

    assert answer.status_code == 403
    rows = client.get("/_sandbox/interviews").json()
    assert len([row for row in rows if row["vendor"] == "qode"]) == OPTIONS.interviews


def test_a_created_interview_moves_along_with_time(client, clock):
    """Every step takes the time that the options tell, and the end is a report."""
    interview_id = client.post(PATH, json=INVITATION).json()["interview_id"]
    events = []

    for _ in range(5):
        body = client.get(f"{PATH}/{interview_id}").json()
        events.append(body["event"].upper())
        clock.move(seconds=30)

    assert events == [
        "SCHEDULED", "STARTED", "INTERVIEW_COMPLETED", "REPORT_GENERATED", "REPORT_GENERATED",
    ]  # fmt: skip
    assert body["overall_score"] > 0
