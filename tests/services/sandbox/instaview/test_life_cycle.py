"""How an interview moves along, by hand and by the clock, and what is told of it."""

from dataclasses import replace

import pytest

from services.sandbox.instaview.entry import SANDBOX
from services.sandbox.instaview.stage import Stage
from services.sandbox.vendor_api import Setting, StepError
from tests.services.sandbox.conftest import OPTIONS, connect

PATH = "/interviews"
SOMEBODY = {
    "firstName": "Ines",
    "lastName": "Invented",
    "email": "ines.invented@example.com",
    "gdprExpiryDate": "2028-01-31",
}
JOB = {"jobTitle": "Tide Modeller"}


@pytest.fixture
def told():
    """What was told, in order."""
    return []


@pytest.fixture
def api(clock, told):
    """The vendor's API alone; a step takes half a minute."""
    return SANDBOX.build(Setting(replace(OPTIONS, step_seconds=30), clock, told.append))


@pytest.fixture
def client(api):
    with connect(api.app) as client:
        yield client


@pytest.fixture
def booked(client):
    """A new interview by phone: its id."""
    agents = client.get("/agents").json()["data"]["items"]
    agent = next(one["id"] for one in agents if one["type"] == "PHONE")
    body = {"agentId": agent, "candidate": SOMEBODY, "job": JOB}
    return client.post(PATH, json=body).json()["data"]["id"]


def test_an_interview_moves_along_with_the_clock(client, clock, booked):
    """A step each half minute, until the analysis is there."""
    seen = []

    for _ in range(5):
        body = client.get(f"{PATH}/{booked}").json()["data"]
        general = (body["analysis"] or {}).get("general")
        seen.append((body["status"].upper(), general and general["status"]))
        clock.move(seconds=30)

    assert seen == [
        ("SCHEDULED", None), ("IN_PROGRESS", None), ("COMPLETED", 2), ("COMPLETED", 3),
        ("COMPLETED", 3),
    ]  # fmt: skip


def test_each_step_is_told_once(client, clock, booked, told):
    """Three events in their order, however often somebody looks."""
    for _ in range(8):
        clock.move(seconds=15)
        client.get(f"{PATH}/{booked}")

    events = [one.event for one in told]

    assert events == ["interview.started", "interview.completed", "analysis.completed"]


def test_steps_that_nobody_saw_are_told_too(api, clock, booked, told):
    """All that became due since the last look."""
    clock.move(seconds=600)

    standing = next(one for one in api.describe() if one.interview_id == booked)

    assert standing.status == "ANALYSIS_COMPLETED"
    assert len(told) == 3


def test_a_webhook_has_the_documented_fields(client, api, booked, told):
    """Ids and status; the analysis itself comes with the last event."""
    for _ in range(3):
        api.advance(booked)

    body = client.get(f"{PATH}/{booked}").json()["data"]
    first, _, last = (one.body for one in told)
    assert set(first) == {"event", "timestamp", "deliveryId", "data"}
    assert first["data"] == {
        "interviewId": booked,
        "callAttemptId": body["callAttempts"][0]["id"],
        "candidateId": body["candidateId"],
        "jobId": body["jobId"],
        "status": "IN_PROGRESS",
    }
    assert last["data"]["analysis"]["general"] == body["analysis"]["general"]
    assert len({one.body["deliveryId"] for one in told}) == 3


@pytest.mark.parametrize(
    ("way", "end"),
    [
        (["NO_ANSWER"], ("FAILED", "interview.failed")),
        (["IN_PROGRESS", "FAILED"], ("FAILED", "interview.failed")),
        (["IN_PROGRESS", "COMPLETED", "ANALYSIS_FAILED"], ("COMPLETED", "analysis.failed")),
    ],
)
def test_an_interview_can_fail_in_every_way(client, api, booked, told, way, end):
    """Each way ends without a rating, and its webhook says why."""
    for target in way:
        api.advance(booked, target)

    body = client.get(f"{PATH}/{booked}").json()["data"]
    rating = (body["analysis"] or {"general": {"overallRating": None}})["general"]["overallRating"]
    assert (body["status"].upper(), told[-1].event) == end
    assert rating is None
    assert told[-1].body["data"]["error"]


def test_a_cancelled_interview_is_told_of_by_nobody(api, booked, told):
    """The vendor has no event for it."""
    standing = api.advance(booked, "CANCELLED")

    assert standing == "CANCELLED"
    assert told == []


def test_a_test_is_told_of_as_if_it_had_been_held(client, told):
    """Completed, and analysed."""
    agent = client.get("/agents").json()["data"]["items"][0]["id"]
    body = {"agentId": agent, "candidate": SOMEBODY, "job": JOB, "isTest": True}

    client.post(PATH, json=body)

    assert [one.event for one in told] == ["interview.completed", "analysis.completed"]


def test_a_planned_interview_moves_by_hand_only(client, api, clock):
    """The clock leaves it where it is; a step brings it on."""
    waiting = next(one for one in api.describe() if one.status == "SCHEDULED")
    clock.move(seconds=3600)

    before = client.get(f"{PATH}/{waiting.interview_id}").json()["data"]["status"]
    after = api.advance(waiting.interview_id)

    assert before.upper() == "SCHEDULED"
    assert after == "IN_PROGRESS"


@pytest.mark.parametrize("target", ["ANALYSIS_COMPLETED", "HIRED"])
def test_a_step_that_cannot_follow_is_refused(api, booked, target):
    """The sentence says what could follow."""
    with pytest.raises(StepError, match="IN_PROGRESS"):
        api.advance(booked, target)


def test_a_deleted_interview_is_told_of_no_more(client, api, clock, booked, told):
    """It stands still, and nobody knows it."""
    client.delete(f"{PATH}/{booked}")
    clock.move(seconds=600)
    client.get("/agents")

    assert told == []
    assert not api.knows(booked)


def test_every_stage_is_reached_by_some_planned_interview():
    """A list of many shows the whole life cycle."""
    api = SANDBOX.build(Setting(replace(OPTIONS, interviews=600), lambda: OPTIONS.today, print))

    stages = {one.status for one in api.describe()}

    assert stages == set(Stage)
