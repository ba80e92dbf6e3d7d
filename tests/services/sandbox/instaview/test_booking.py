"""Creating and deleting interviews: every documented rule, and what comes of it."""

from datetime import timedelta

import pytest

from tests.services.sandbox.conftest import TODAY

PATH = "/instaview/interviews"
SOMEBODY = {
    "firstName": "Ngozi",
    "lastName": "Invented",
    "email": "ngozi.invented@example.com",
    "gdprExpiryDate": "2028-01-31",
}
AGENT = {"name": "Level check", "focus": "LANGUAGE_TEST", "language": "EN", "cefrLevel": "C1"}
A_JOB = {"jobTitle": "Tide Modeller", "requiredSkills": ["Waves"], "niceToHaveSkills": ["Wind"]}


@pytest.fixture
def booking(agents):
    """A new candidate for a new job."""
    return {"agentId": agents["SCREENING"], "candidate": SOMEBODY, "job": A_JOB}


@pytest.fixture
def two_jobs(candidates):
    """Somebody who has applied for two jobs."""
    return next(one for one in candidates if len(one["jobIds"]) == 2)


@pytest.fixture
def one_job(candidates):
    """Somebody who has applied for one job."""
    return next(one for one in candidates if len(one["jobIds"]) == 1)


def test_a_new_candidate_for_a_new_job(client, booking):
    """201; both are kept, and the interview can be asked for."""
    answer = client.post(PATH, json=booking | {"metadata": {"req_id": "R-1"}})

    made = answer.json()["data"]
    candidate = client.get(f"/instaview/candidates/{made['candidateId']}").json()["data"]
    job = client.get(f"/instaview/jobs/{made['jobId']}").json()["data"]
    assert answer.status_code == 201
    assert made["status"].upper() == "SCHEDULED"
    assert made["metadata"] == {"synthetic": True, "req_id": "R-1"}
    assert (candidate["firstName"], candidate["email"]) == ("Ngozi", SOMEBODY["email"])
    assert candidate["gdprExpiryDate"].startswith("2028-01-31")
    assert candidate["jobIds"] == [job["id"]]
    assert (job["title"], job["requiredSkills"]) == ("Tide Modeller", ["Waves"])
    assert client.get(f"{PATH}/{made['id']}").json()["data"] == made


def test_a_known_candidate_is_interviewed_for_the_only_job(client, agents, one_job):
    """Without a word about the job, it is found."""
    body = {"agentId": agents["SCREENING"], "candidateId": one_job["id"]}

    made = client.post(PATH, json=body).json()["data"]

    listed = client.get(PATH, params={"candidateId": one_job["id"]}).json()["data"]["items"]
    assert made["jobId"] == one_job["jobIds"][0]
    assert made["id"] in [item["id"] for item in listed]


def test_somebody_with_two_jobs_needs_one_to_be_named(client, agents, two_jobs):
    """400 without it, 201 with one of theirs."""
    body = {"agentId": agents["SCREENING"], "candidateId": two_jobs["id"]}

    silent = client.post(PATH, json=body)
    named = client.post(PATH, json=body | {"jobId": two_jobs["jobIds"][1]})

    assert silent.json()["error"]["details"]["field"] == "jobId"
    assert named.json()["data"]["jobId"] == two_jobs["jobIds"][1]


def test_a_new_agent_is_kept_too(client, booking):
    """Its fields are those of the agents' own resource; the language test has its target."""
    body = booking | {"agentId": None, "agent": AGENT}

    made = client.post(PATH, json=body).json()["data"]

    kept = client.get(f"/instaview/agents/{made['agentId']}").json()["data"]
    assert {key: kept[key] for key in AGENT} == AGENT


def test_an_open_conversation_needs_no_job(client, agents):
    """An agent of any other focus does."""
    made = client.post(PATH, json={"agentId": agents["GENERIC"], "candidate": SOMEBODY})
    refused = client.post(PATH, json={"agentId": agents["OUTREACH"], "candidate": SOMEBODY})

    assert made.json()["data"]["jobId"] is None
    assert refused.json()["error"]["details"]["field"] == "jobId"


def test_a_new_candidate_can_name_the_job(client, agents, one_job):
    """The compact way: the job's id within the candidate."""
    somebody = SOMEBODY | {"jobId": one_job["jobIds"][0]}

    made = client.post(PATH, json={"agentId": agents["SCREENING"], "candidate": somebody})

    assert made.json()["data"]["jobId"] == one_job["jobIds"][0]


def test_a_test_is_over_at_once(client, booking):
    """Completed, with its analysis."""
    made = client.post(PATH, json=booking | {"isTest": True}).json()["data"]

    assert made["status"].upper() == "COMPLETED"
    assert made["analysis"]["general"]["overallRating"] > 0


def test_a_time_with_an_offset_is_honoured(client, booking):
    """Ten o'clock two hours east is eight o'clock."""
    wanted = (TODAY + timedelta(days=3)).strftime("%Y-%m-%dT10:00:00+02:00")

    made = client.post(PATH, json=booking | {"scheduleTime": wanted}).json()["data"]

    assert made["scheduledAt"] == wanted[:11] + "08:00:00.000Z"


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("agentId", {"agentId": None}),
        ("agentId", {"agent": AGENT}),
        ("agent.focus", {"agentId": None, "agent": AGENT | {"focus": "ORACLE"}}),
        ("agent.duration", {"agentId": None, "agent": AGENT | {"duration": "long"}}),
        ("candidateId", {"candidateId": "x"}),
        ("candidateId", {"candidate": None}),
        ("candidate", {"candidate": "Ngozi"}),
        ("candidate.firstName", {"candidate": SOMEBODY | {"firstName": " "}}),
        ("candidate.email", {"candidate": SOMEBODY | {"email": "nobody"}}),
        ("candidate.gdprExpiryDate", {"candidate": SOMEBODY | {"gdprExpiryDate": None}}),
        ("candidate.gdprExpiryDate", {"candidate": SOMEBODY | {"gdprExpiryDate": "soon"}}),
        ("candidate.jobId", {"candidate": SOMEBODY | {"jobId": "x"}}),
        ("jobId", {"jobId": "x"}),
        ("job.jobTitle", {"job": {"jobTitle": None}}),
        ("job.jobTitle", {"job": {"jobTitle": "Four"}}),
        ("job.jobTitle", {"job": {"jobTitle": "x" * 201}}),
        ("job.requiredSkills", {"job": A_JOB | {"requiredSkills": [""]}}),
        ("job.requiredSkills", {"job": A_JOB | {"requiredSkills": "Waves"}}),
        ("job.niceToHaveSkills", {"job": A_JOB | {"niceToHaveSkills": ["x" * 129]}}),
        ("job.niceToHaveSkills", {"job": A_JOB | {"niceToHaveSkills": list("abcdefghij")}}),
        ("scheduleTime", {"scheduleTime": "tomorrow"}),
        ("scheduleTime", {"scheduleTime": (TODAY - timedelta(seconds=1)).isoformat()}),
        ("scheduleTime", {"scheduleTime": (TODAY + timedelta(days=31)).isoformat()}),
        ("isTest", {"isTest": "yes"}),
        ("metadata", {"metadata": []}),
    ],
)
def test_a_broken_rule_is_refused_by_its_field(client, booking, field, change):
    """400 that names the field, and no interview."""
    before = len(client.get("/_sandbox/interviews").json())

    answer = client.post(PATH, json=booking | change)

    assert answer.status_code == 400
    assert answer.json()["error"]["details"]["field"] == field
    assert len(client.get("/_sandbox/interviews").json()) == before


def test_the_bounds_themselves_are_allowed(client, booking):
    """Five characters, ten skills of 128 characters, thirty days."""
    job = {"jobTitle": "Pilot", "requiredSkills": ["x" * 128] * 10}
    latest = (TODAY + timedelta(days=30)).isoformat()

    answer = client.post(PATH, json=booking | {"job": job, "scheduleTime": latest})

    assert answer.status_code == 201


def test_the_title_may_be_named_as_in_the_reference(client, booking):
    """The guide says `jobTitle`, the reference `title`."""
    answer = client.post(PATH, json=booking | {"job": {"title": "Tide Modeller"}})

    assert answer.status_code == 201


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("Agent", {"agentId": "nobody"}),
        ("Candidate", {"candidate": None, "candidateId": "nobody"}),
        ("Job", {"job": None, "jobId": "nothing"}),
    ],
)
def test_an_id_that_nothing_has_is_not_found(client, booking, kind, change):
    """404 that names the kind."""
    answer = client.post(PATH, json=booking | change)

    assert answer.status_code == 404
    assert answer.json()["error"]["details"]["resourceType"] == kind


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'"text"', b"\xff", b'{"x": NaN}', b'{"x": "\\ud800"}', b"[" * 100_000],
)
def test_a_body_that_is_no_object_is_refused(client, content):
    """400."""
    answer = client.post(PATH, content=content)

    assert answer.status_code == 400


def test_a_deleted_interview_is_gone(client, candidates):
    """`true` once; then 404, out of the list, and out of the sandbox's own list."""
    about = {"candidateId": candidates[0]["id"]}
    interview_id = client.get(PATH, params=about).json()["data"]["items"][0]["id"]

    first, second = (client.delete(f"{PATH}/{interview_id}") for _ in range(2))

    listed = [row["interview_id"] for row in client.get("/_sandbox/interviews").json()]
    assert (first.status_code, first.json()["data"]) == (200, True)
    assert second.status_code == 404
    assert client.get(f"{PATH}/{interview_id}").status_code == 404
    assert client.get(PATH, params=about).json()["data"]["items"] == []
    assert interview_id not in listed
