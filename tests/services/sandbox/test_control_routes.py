"""The sandbox's own routes: its list of interviews, and the way to move one along."""

from collections.abc import Iterator

import httpx
import pytest

from services.sandbox.app import create_app
from services.sandbox.qode.broken_case import BrokenCase
from tests.services.sandbox.conftest import OPTIONS, MovableClock, connect

PATH = "/qode/api/v1/integrations/candidates/interviews"


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with connect(create_app(OPTIONS, clock=MovableClock())) as client:
        yield client


@pytest.fixture
def created(client: httpx.Client) -> str:
    invitation = {"email": "x@example.com", "interview_type": "BUSINESS_ANALYST"}
    return client.post(PATH, json=invitation).json()["interview_id"]


def advance(client: httpx.Client, interview_id: str, target: str | None = None):
    body = {"target": target} if target else None
    return client.post(f"/_sandbox/interviews/{interview_id}/advance", json=body)


def test_the_list_needs_no_key_and_names_broken_cases():
    """Whoever tracks the interviews learns their ids here."""
    app = create_app(OPTIONS)

    with connect(app, key=None) as client:
        listed = client.get("/_sandbox/interviews").json()

    rows = [row for row in listed if row["vendor"] == "qode"]
    assert len(rows) == OPTIONS.interviews
    assert {row["broken_case"] for row in rows} == {None, *BrokenCase}


def test_a_created_interview_stays_scheduled_until_it_is_moved(client, created):
    """Without a pace, only the control route moves it: three steps to the report."""
    steps = [advance(client, created).json()["status"] for _ in range(3)]

    body = client.get(f"{PATH}/{created}").json()

    assert steps == ["STARTED", "INTERVIEW_COMPLETED", "REPORT_GENERATED"]
    assert body["overall_score"] > 0
    assert "language_proficiency_scores" in body


@pytest.mark.parametrize(
    "way",
    [
        ("NO_SHOW",),
        ("TECHNICAL_GLITCH",),
        ("STARTED", "CANDIDATE_DROP_OFF"),
        ("STARTED", "CANDIDATE_ABORTED"),
        ("STARTED", "INTERVIEW_COMPLETED", "TECHNICAL_GLITCH"),
    ],
)
def test_an_interview_can_fail_in_every_way(client, created, way):
    """Each way ends in a terminal status without scores."""
    for target in way:
        advance(client, created, target)

    body = client.get(f"{PATH}/{created}").json()

    assert body["event"].upper() == way[-1]
    assert body["metadata"]["is_terminal"] is True
    assert "overall_score" not in body


def test_a_step_that_cannot_follow_is_refused(client, created):
    """409 with what could follow; the interview stays where it is."""
    answer = advance(client, created, "REPORT_GENERATED")

    assert answer.status_code == 409
    assert "STARTED" in answer.json()["errors"]
    assert client.get(f"{PATH}/{created}").json()["event"].upper() == "SCHEDULED"


def test_nothing_follows_a_report(client):
    """A planned interview that is reported stays so."""
    rows = client.get("/_sandbox/interviews").json()
    reported = next(row for row in rows if row["status"] == "REPORT_GENERATED")

    answer = advance(client, reported["interview_id"])

    assert answer.status_code == 409


def test_an_unknown_interview_or_status_is_refused(client, created):
    """404 for the one, 409 for the other; what could follow is named."""
    nobody, nowhere = advance(client, "nobody"), advance(client, created, "HIRED")

    assert nobody.status_code == 404
    assert nowhere.status_code == 409
