"""ZenHire's routes: keys, polls and their pace, the list of runs, health and faults."""

import json
from dataclasses import replace

import pytest

from services.sandbox.app import create_app
from services.sandbox.zenhire.run_book import describe
from tests.services.sandbox.conftest import OPTIONS, connect
from tests.services.sandbox.zenhire.conftest import KEY, ROOT, ZenHire, first


def code_of(answer):
    return answer.status_code, answer.json()["error"]["code"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("", (401, "MISSING_API_KEY")),
        ("no", (401, "INVALID_API_KEY")),
        (f"{KEY}-expired", (401, "API_KEY_EXPIRED")),
        (f"{KEY}-no-speech", (403, "MISSING_PERMISSION")),
    ],
)
@pytest.mark.parametrize("path", ["/speech/runs", "/credits", "/speech/analyze/nobody"])
def test_a_wrong_key_is_refused_with_its_code(zenhire, path, key, expected):
    """Every route but one asks for the key, before it looks for anything."""
    answer = zenhire.get(path, headers={"X-API-Key": key})

    assert code_of(answer) == expected


def test_health_needs_no_key(zenhire):
    """The only open route."""
    zenhire.client.headers.pop("X-API-Key")

    answer = zenhire.get("/health")

    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"


def test_what_is_not_there_is_not_found(zenhire):
    """404 in the error envelope, for an unknown run and an unknown route."""
    answers = [zenhire.get("/speech/analyze/nobody"), zenhire.get("/nowhere")]

    for answer in answers:
        assert answer.status_code == 404
        assert {"code", "message", "timestamp", "requestId"} == set(answer.json()["error"])


def test_a_run_under_way_is_polled_every_ten_seconds_at_most(zenhire, clock):
    """A poll too soon is refused with the seconds that are left, and starts no new wait."""
    run_id = zenhire.submit().json()["id"]

    polls = [zenhire.poll(run_id)]
    for seconds in (4, 5, 1):
        clock.move(seconds=seconds)
        polls.append(zenhire.poll(run_id))

    assert [poll.status_code for poll in polls] == [200, 429, 429, 200]
    assert code_of(polls[1]) == (429, "POLL_RATE_LIMITED")
    assert [p.json()["error"]["retryAfterSeconds"] for p in polls[1:3]] == [6, 1]


def test_each_run_has_a_pace_of_its_own(zenhire):
    """One run's polls do not slow down another's."""
    ids = [zenhire.submit().json()["id"] for _ in range(2)]

    statuses = [zenhire.poll(run_id).status_code for run_id in ids]

    assert statuses == [200, 200]


def test_a_finished_run_may_be_asked_for_at_any_pace(zenhire):
    """Nothing changes any more, and the bytes prove it."""
    answers = [zenhire.poll(first("success")) for _ in range(3)]

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1


def test_asking_too_fast_is_refused_until_time_has_passed(clock):
    """Sixty a minute allow six at once; the body tells how long to wait."""
    options = replace(OPTIONS, requests_per_minute=60)

    with connect(create_app(options, clock=clock), key=None) as client:
        client.headers["X-API-Key"] = KEY
        eager = [client.get(f"{ROOT}/credits") for _ in range(7)]
        clock.move(seconds=1)
        patient = client.get(f"{ROOT}/credits")

    assert [answer.status_code for answer in eager] == [200] * 6 + [429]
    assert code_of(eager[-1]) == (429, "RATE_LIMIT_EXCEEDED")
    assert eager[-1].json()["error"]["retryAfterSeconds"] == 1
    assert patient.status_code == 200


def test_a_run_moves_along_with_time(clock):
    """Queued, processing, success: every step takes the time that the options tell."""
    options = replace(OPTIONS, step_seconds=30)
    statuses = []

    with connect(create_app(options, clock=clock), key=None) as client:
        client.headers["X-API-Key"] = KEY
        zenhire = ZenHire(client)
        run_id = zenhire.submit().json()["id"]
        for _ in range(4):
            body = zenhire.poll(run_id).json()
            statuses.append(body["status"])
            clock.move(seconds=30)

    assert statuses == ["queued", "processing", "success", "success"]
    assert body["scores"]["overall"] is not None
    assert body["audio"]["durationFormatted"] == "3:20"


@pytest.mark.parametrize("end", ["success", "partial", "failed"])
def test_a_run_can_end_in_every_way(zenhire, end):
    """The control route chooses; scores are there as far as the end allows."""
    body = zenhire.finished(end)

    assert body["status"] == end
    assert ("scores" in body) is (end != "failed")
    assert ("error" in body) is (end == "failed")


def test_a_step_that_cannot_follow_is_refused(zenhire):
    """409 with what could follow."""
    run_id = zenhire.submit().json()["id"]

    skipped, unknown = zenhire.advance(run_id, "success"), zenhire.advance(run_id, "hired")
    over = zenhire.advance(first("success"))

    assert [answer.status_code for answer in (skipped, unknown, over)] == [409] * 3
    assert "processing" in skipped.json()["errors"]


def test_runs_are_listed_newest_first_twenty_at_a_time(zenhire):
    """The list tells what to poll for, and how many there are."""
    sent = zenhire.submit().json()["id"]

    told = zenhire.get("/speech/runs").json()

    times = [row["createdAt"] for row in told["runs"]]
    assert times == sorted(times, reverse=True)
    assert told["runs"][0]["id"] == sent
    assert len(told["runs"]) == 20
    assert told["total"] == len(describe(OPTIONS)) + 1
    assert set(told["runs"][0]) == {"id", "externalId", "status", "serviceType", "createdAt"}


def test_runs_are_filtered(zenhire):
    """By status, by external id, by time and by service."""
    rows = zenhire.get("/speech/runs").json()["runs"]
    middle = rows[10]["createdAt"]

    def ids(**wanted):
        found = zenhire.get("/speech/runs", params=wanted).json()["runs"]
        return [row["id"] for row in found]

    assert ids(status="partial") == [row["id"] for row in rows if row["status"] == "partial"]
    known = next(row for row in rows if row["externalId"])
    assert known["id"] in ids(externalId=known["externalId"])
    assert ids(createdBefore=middle) == [row["id"] for row in rows[11:]]
    assert ids(createdAfter=middle) == [row["id"] for row in rows[:10]]
    assert ids(serviceType="cv_deepmatch") == []
    assert ids(limit=2) == [row["id"] for row in rows[:2]]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("status", "done", "INVALID_STATUS"),
        ("serviceType", "video", "INVALID_SERVICE_TYPE"),
        ("createdAfter", "yesterday", "INVALID_DATE"),
        ("createdBefore", "2026-01-01T00:00:00", "INVALID_DATE"),
        ("limit", "0", "INVALID_PARAMETERS"),
        ("limit", "many", "INVALID_PARAMETERS"),
    ],
)
def test_a_wrong_filter_is_refused(zenhire, name, value, code):
    """400 with the documented code."""
    answer = zenhire.get("/speech/runs", params={name: value})

    assert code_of(answer) == (400, code)


def test_a_server_that_warms_up_says_when_to_come_back(zenhire):
    """503 as a fault, in the vendor's envelope, and Qode is spared."""
    fault = {"faults": "status503", "vendor": "zenhire"}
    zenhire.client.post("/_sandbox/faults", json=fault)

    struck = zenhire.get("/credits")
    spared = zenhire.client.get("/qode/api/v1/integrations/candidates/interviews/nobody")

    assert code_of(struck) == (503, "SERVICE_WARMING_UP")
    assert struck.json()["error"]["retryAfterSeconds"] > 0
    assert spared.status_code == 401


def test_a_burst_strikes_one_run(zenhire):
    """429 as often as asked for, and then the run; other runs are spared."""
    one, other = first("success"), first("queued")
    fault = {"faults": "burst=1,retry_after=3s", "interview_id": one, "vendor": "zenhire"}
    zenhire.client.post("/_sandbox/faults", json=fault)

    answers = [zenhire.poll(each) for each in (one, one, other)]

    assert [answer.status_code for answer in answers] == [429, 200, 200]
    assert answers[0].json()["error"]["retryAfterSeconds"] == 3


def test_texts_types_and_lengths_can_be_spoiled(zenhire):
    """Each fault of the body does what it is called, and the id stays."""
    spoiled = {}

    for fault in ("hostile", "wrong_types", "long"):
        faults = {"faults": fault, "vendor": "zenhire"}
        zenhire.client.post("/_sandbox/faults", json=faults)
        spoiled[fault] = zenhire.poll(first("success")).json()

    assert "<script>" in json.dumps(spoiled["hostile"])
    assert spoiled["hostile"]["scores"] == spoiled["long"]["scores"]
    assert isinstance(spoiled["wrong_types"]["scores"]["vocabulary"], str)
    assert len(spoiled["long"]["transcript"]["candidateText"]) > 100_000
    assert {body["id"] for body in spoiled.values()} == {first("success")}


def test_a_run_under_way_can_be_spoiled_too(zenhire):
    """It has no transcript to make longer, and that is no reason to fall over."""
    faults = {"faults": "long,wrong_types,hostile", "vendor": "zenhire"}
    zenhire.client.post("/_sandbox/faults", json=faults)

    answer = zenhire.poll(first("queued"))

    assert answer.status_code == 200
    assert answer.json()["status"] == "queued"
