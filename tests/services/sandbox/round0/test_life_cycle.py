"""How interviews move along: by the control route, by time, and what webhooks say about it."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from services.sandbox.app import create_app
from services.sandbox.round0.invitation import Invitation
from services.sandbox.round0.library import Library
from services.sandbox.vendor_api import Setting
from tests.services.sandbox.conftest import OPTIONS, connect
from tests.services.sandbox.round0.conftest import Round0, first

STARTED = {
    "id", "token", "status", "estimated_duration_seconds", "estimated_credits", "started_at",
    "expires_at", "created_at",
}  # fmt: skip


@pytest.fixture
def stepping(clock) -> Iterator[Round0]:
    options = replace(OPTIONS, step_seconds=30)
    with connect(create_app(options, clock=clock)) as client:
        yield Round0(client)


def invited(library: Library) -> str:
    body = {"job_id": library.jobs[0].job_id, "candidate_name": "Ngozi Invented"}
    return library.create(Invitation.read(body)).interview_id


def test_a_created_interview_moves_only_when_told(round0, clock):
    """Without a pace, the control route takes the two steps to the results."""
    interview_id = round0.invite().json()["id"]
    clock.move(seconds=3600)

    steps = [round0.advance(interview_id).json()["status"] for _ in range(2)]

    body = round0.interview(interview_id)
    assert steps == ["in_progress", "completed"]
    assert body["started_at"] == "2026-03-02T01:00:00Z"
    assert len(body["responses"]) == len(round0.questions(interview_id)["questions"])


def test_a_created_interview_moves_along_with_time(stepping, clock):
    """Every step takes the time that the options tell."""
    interview_id = stepping.invite().json()["id"]
    statuses = []

    for _ in range(4):
        statuses.append(stepping.interview(interview_id)["status"])
        clock.move(seconds=30)

    assert statuses == ["invited", "in_progress", "completed", "completed"]


def test_an_invitation_expires(round0, clock):
    """Nobody came before the last second of the last day."""
    interview_id = round0.invite(expires_in_days=1).json()["id"]
    clock.move(seconds=48 * 3600)

    body = round0.interview(interview_id)

    assert body["status"] == "expired"
    assert not {"responses", "started_at", "expires_at"} & set(body)
    assert round0.advance(interview_id).status_code == 409


@pytest.mark.parametrize(
    ("status", "target"),
    [("completed", None), ("expired", "in_progress"), ("invited", "completed"), ("invited", "x")],
)
def test_a_step_that_cannot_follow_is_refused(round0, status, target):
    """409, and the interview stays where it is."""
    answer = round0.advance(first(status), target)

    assert answer.status_code == 409
    assert round0.interview(first(status))["status"] == status


def test_completed_results_stay_as_they_are(round0, clock):
    """Whatever time it is, only the links are new."""
    interview_id = round0.invite().json()["id"]
    for _ in range(2):
        round0.advance(interview_id)

    bodies = []
    for _ in range(2):
        body = round0.interview(interview_id)
        bodies.append([one | {"audio_url": ""} for one in body["responses"]])
        clock.move(seconds=7200)

    assert bodies[0] == bodies[1]


def test_the_start_and_the_end_are_told(library, told, clock):
    """Two webhooks with the documented fields, each with an id of its own."""
    interview_id = invited(library)
    clock.move(seconds=60)

    library.advance(interview_id)
    library.advance(interview_id)

    assert [one.event for one in told] == ["interview_started", "interview_ended"]
    assert {one.vendor for one in told} == {"round0"}
    start, end = (one.body for one in told)
    assert set(start) == {"id", "type", "created", "data"}
    assert start["created"] == int(clock().timestamp())
    assert set(start["data"]["interview"]) == STARTED
    assert set(end["data"]["interview"]) == STARTED | {"completed_at"}
    assert set(start["data"]["job"]) == {"id", "title", "department", "location"}
    assert set(start["data"]["candidate"]) == {"id", "name", "email", "title"}
    assert end["data"]["interview"]["status"] == "completed"
    assert start["data"]["interview"]["id"] == end["data"]["interview"]["id"] == interview_id


def test_events_have_ids_of_their_own_and_tell_no_transcript(library, told):
    """`evt_` and thirty-two hexadecimal digits; what was said has to be fetched."""
    interview_id = first("invited")

    library.advance(interview_id)
    library.advance(interview_id)

    ids = [one.body["id"] for one in told]
    assert len(set(ids)) == 2
    assert all(re.fullmatch(r"evt_[0-9a-f]{32}", each) for each in ids)
    assert "transcript" not in str(told)


def test_an_expiry_is_not_told(library, told):
    """The vendor has two events, and this is neither."""
    library.advance(first("invited"), "expired")

    assert told == []


def test_steps_that_time_took_are_told_once(clock, told):
    """However late somebody looks: both steps, in order, with the times they happened at."""
    library = Library(Setting(replace(OPTIONS, step_seconds=30), clock, told.append))
    interview_id = invited(library)
    begun = int(clock().timestamp())
    clock.move(seconds=500)

    for _ in range(3):
        library.standing(interview_id)

    assert [one.event for one in told] == ["interview_started", "interview_ended"]
    assert [one.body["created"] - begun for one in told] == [30, 60]
