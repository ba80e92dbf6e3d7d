"""round0's routes: key, package, ids, limits, jobs and faults."""

import json
from dataclasses import replace

import pytest

from services.sandbox.app import create_app
from tests.services.sandbox.conftest import OPTIONS, connect
from tests.services.sandbox.round0.conftest import ROOT, Round0, first


def error_of(answer):
    assert set(answer.json()) == {"error"}
    assert set(answer.json()["error"]) == {"type", "message"}
    return answer.status_code, answer.json()["error"]["type"]


@pytest.mark.parametrize("header", ["", "Bearer no", "sandbox-key", "Basic sandbox-key"])
def test_a_missing_or_wrong_key_is_refused(round0, header):
    """401 in the error envelope, for a known id as well."""
    answer = round0.get(f"/interviews/{first('completed')}", headers={"Authorization": header})

    assert error_of(answer) == (401, "authentication_failed")


@pytest.mark.parametrize("path", ["/interviews/nobody", "/jobs"])
def test_a_key_without_the_package_is_refused(round0, path):
    """403: the key is right, and what it would need was not bought."""
    headers = {"Authorization": "Bearer sandbox-key-no-package"}

    answer = round0.get(path, headers=headers)

    assert answer.status_code == 403
    assert "Connectivity Package" in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    "path", ["/interviews/nobody", "/interviews/nobody/questions", "/interviews/a/b/c", "/x"]
)
def test_what_is_not_there_is_not_found(round0, path):
    """404 in the error envelope, for an unknown route as well."""
    answer = round0.get(path)

    assert error_of(answer) == (404, "resource_not_found")


def test_every_answer_tells_the_quota(round0):
    """Without a limit the documented one is told, and it is never used up."""
    answers = [round0.get("/jobs") for _ in range(2)]

    for answer in answers:
        assert answer.headers["x-ratelimit-limit"] == "100"
        assert answer.headers["x-ratelimit-remaining"] == "100"
        assert int(answer.headers["x-ratelimit-reset"]) > 0


def test_asking_too_often_is_refused_until_the_window_ends(clock):
    """Three a minute: the fourth is refused, and its headers tell when it will be let in."""
    options = replace(OPTIONS, requests_per_minute=3)

    with connect(create_app(options, clock=clock)) as client:
        answers = [client.get(f"{ROOT}/jobs") for _ in range(4)]
        clock.move(seconds=60)
        patient = client.get(f"{ROOT}/jobs")

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert error_of(answers[3]) == (429, "rate_limit_exceeded")
    assert [a.headers["x-ratelimit-remaining"] for a in answers] == ["2", "1", "0", "0"]
    assert int(answers[3].headers["x-ratelimit-reset"]) == int(OPTIONS.today.timestamp()) + 60
    assert patient.status_code == 200


def test_jobs_are_listed_and_one_can_be_added(round0):
    """A new job is listed last, and people can be invited for it."""
    posted = round0.post("/jobs", json={"title": "Data Scientist", "description": "Tides."})

    job = posted.json()
    invited = round0.invite(job_id=job["id"])

    assert posted.status_code == 201
    assert job == round0.get("/jobs").json()["jobs"][-1]
    assert (job["status"], job["department"]) == ("active", None)
    assert invited.json()["job"]["title"] == "Data Scientist"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", None),
        ("title", " "),
        ("description", 7),
        ("location", []),
        ("status", "open"),
        ("interview_goals", "be kind"),
    ],
)
def test_a_wrong_field_of_a_job_is_refused_by_its_name(round0, field, value):
    """400 with the field in the sentence."""
    answer = round0.post("/jobs", json={"title": "x", "description": "y"} | {field: value})

    assert answer.status_code == 400
    assert field in answer.json()["error"]["message"]


def test_faults_come_in_the_vendor_s_envelope_and_strike_it_alone(round0):
    """A fault of round0's leaves Qode as it is."""
    round0.client.post("/_sandbox/faults", json={"faults": "status503", "vendor": "round0"})

    struck = round0.get("/jobs")
    spared = round0.client.get("/qode/api/v1/integrations/candidates/interviews/nobody")

    assert error_of(struck) == (503, "internal_error")
    assert spared.status_code == 404


def test_a_fault_can_strike_one_interview_and_its_questions(round0):
    """Both addresses of the interview are about it; other interviews are spared."""
    one, other = first("completed"), first("invited")
    fault = {"faults": "burst=2,retry_after=3s", "interview_id": one, "vendor": "round0"}
    round0.client.post("/_sandbox/faults", json=fault)

    statuses = [
        round0.get(f"/interviews/{path}").status_code
        for path in (one, f"{one}/questions", one, other)
    ]

    assert statuses == [429, 429, 200, 200]


def test_texts_types_and_lengths_can_be_spoiled(round0):
    """Each fault of the body does what it is called, and the id stays."""
    interview_id = first("completed")
    spoiled = {}

    for fault in ("hostile", "wrong_types", "long"):
        round0.client.post("/_sandbox/faults", json={"faults": fault, "vendor": "round0"})
        spoiled[fault] = Round0(round0.client).interview(interview_id)

    assert "<script>" in json.dumps(spoiled["hostile"])
    assert spoiled["wrong_types"]["candidate"] == "nobody"
    assert len(spoiled["long"]["responses"][0]["transcript"]) > 100_000
    assert {body["id"] for body in spoiled.values()} == {interview_id}


def test_hostile_texts_and_types_reach_questions_too(round0):
    """A list of questions is a body like any other."""
    faults = {"faults": "hostile,wrong_types", "vendor": "round0"}
    round0.client.post("/_sandbox/faults", json=faults)

    body = round0.questions(first("invited"))

    assert isinstance(body["questions"], dict)
    assert isinstance(body["total_questions"], str)
