"""The client asks round0 for interviews, invites candidates, and tells whether the key is good."""

import json
from datetime import UTC, datetime

import httpx
import pytest

from services.errors import (
    ConfigurationError,
    InputError,
    NotFoundAtVendorError,
    VendorAnswerError,
    VendorBusyError,
    VendorDownError,
    VendorRefusedError,
    VendorRejectedError,
)
from services.models.interview import Status
from services.models.scheduling import NewInterviewRequest
from services.vendors._pace import Pace
from services.vendors.registry import VENDORS
from services.vendors.round0.client import Round0Client
from services.vendors.round0.jobs import Goal, InterviewGoals, NewJob
from services.vendors.round0.parsing import parse
from services.vendors.round0.settings import Round0Settings
from services.vendors.wiring import Wiring

REQUEST = NewInterviewRequest(
    body={"job_id": "j-1", "candidate_name": "Sefa"}, idempotency_key="key-12345"
)
INVITED = {
    "id": "made-7z",
    "status": "invited",
    "interview_url": "https://interview.round0.io/interview/secret",
    "expires_at": "2026-04-01T00:00:00+02:00",
}


def refusal(status, kind="some_error", message="Some words"):
    """Make an error as round0 does."""
    return httpx.Response(status, json={"error": {"type": kind, "message": message}})


@pytest.fixture
def round0(clock):
    """Make a client whose other side is a function or a list; `asked` keeps the requests."""
    clients = []

    def make(other_side):
        asked = []
        answers = iter(other_side) if isinstance(other_side, list) else None

        def handler(request):
            asked.append(request)
            return next(answers) if answers else other_side(request)

        pace = Pace(6000, clock=clock.time, sleep=clock.sleep)
        wiring = Wiring(transport=httpx.MockTransport(handler), turns=pace)
        client = Round0Client.connect(Round0Settings(api_key="rz_k-123"), wiring)
        clients.append(client)
        return client, asked

    yield make
    for client in clients:
        client.close()


def test_an_interview_and_its_questions_are_fetched_as_they_are(round0, document):
    """Two documented routes, one object, each part byte for byte."""
    interview, questions = document("completed"), document("questions")
    client, asked = round0(
        [httpx.Response(200, content=interview), httpx.Response(200, content=questions)]
    )

    fetched = client.fetch("a-b")

    root = "https://rz-app-omega.vercel.app/api/v1/interviews/a-b"
    assert [str(request.url) for request in asked] == [root, f"{root}/questions"]
    assert asked[0].headers["authorization"] == "Bearer rz_k-123"
    assert interview in fetched
    assert questions in fetched
    assert list(json.loads(fetched)) == ["interview", "questions"]
    assert parse(fetched).notices == ()


@pytest.mark.parametrize("status", [403, 404])
def test_questions_that_cannot_be_had_are_left_out(round0, document, status):
    """The interview is worth keeping without them."""
    client, _ = round0([httpx.Response(200, content=document("completed")), refusal(status)])

    fetched = client.fetch("a-b")

    assert list(json.loads(fetched)) == ["interview"]


def test_questions_that_fail_for_now_fail_the_fetch(round0, document):
    """Or a completed interview would be kept for ever without them."""
    client, _ = round0([httpx.Response(200, content=document("completed")), refusal(500)])

    with pytest.raises(VendorDownError):
        client.fetch("a-b")


def test_a_token_never_comes_back(round0, document):
    """Taken out before anybody could store it."""
    body = json.loads(document("invited")) | {"token": "t0k3n-secret"}
    client, _ = round0([httpx.Response(200, json=body), refusal(404)])

    fetched = client.fetch("a-b")

    assert b"t0k3n-secret" not in fetched
    assert parse(fetched).status is Status.SCHEDULED


def test_an_answer_nested_beyond_reason_is_our_error(round0):
    """Whatever a vendor sends, a caller gets one of our errors."""
    deep = b'{"a":' * 900 + b"1" + b"}" * 900
    client, _ = round0([httpx.Response(200, content=deep)])

    with pytest.raises(VendorAnswerError):
        client.fetch("a-b")


def test_an_id_cannot_lead_elsewhere(round0, document):
    """Slashes, dots and question marks in an id stay a part of the id."""
    client, asked = round0(lambda _: httpx.Response(200, content=document("completed")))

    client.fetch("../../jobs?x=1#y")

    assert asked[0].url.raw_path.endswith(b"/interviews/..%2F..%2Fjobs%3Fx%3D1%23y")
    assert asked[1].url.raw_path.endswith(b"%23y/questions")


@pytest.mark.parametrize("empty", ["", "  ", "..", "."])
def test_an_empty_id_is_not_sent(round0, empty):
    """It would ask for something else."""
    client, asked = round0([])

    with pytest.raises(InputError, match="id is empty"):
        client.fetch(empty)

    assert asked == []


def test_an_unknown_id_is_not_found(round0):
    """In round0's words beside ours."""
    client, _ = round0([refusal(404, "resource_not_found", "Interview not found")])

    with pytest.raises(NotFoundAtVendorError, match=r"^round0: .*“Interview not found”"):
        client.fetch("a-b")


def test_a_403_names_the_package(round0):
    """Without an active Connectivity Package no key has access."""
    client, _ = round0([refusal(403, "forbidden", "Package required")])

    with pytest.raises(VendorRefusedError, match="Connectivity Package") as refused:
        client.check()

    assert "SCOREBAND_ROUND0_API_KEY" in str(refused.value)
    assert "Package required" in str(refused.value)


def test_a_401_is_about_the_key_alone(round0):
    """Which variable to look at."""
    client, _ = round0([refusal(401)])

    with pytest.raises(VendorRefusedError, match="check SCOREBAND_ROUND0_API_KEY") as refused:
        client.check()

    assert "Package" not in str(refused.value)


def test_a_good_key_is_told_by_the_jobs(round0):
    """The one list that round0 has."""
    client, asked = round0([httpx.Response(200, json={"jobs": []})])

    said = client.check()

    assert said == "round0 answers, and the key is good."
    assert asked[0].url.path.endswith("/jobs")


def test_an_address_without_jobs_is_a_wrong_address(round0):
    """To say “no such interview” would mislead there."""
    client, _ = round0([refusal(404)])

    with pytest.raises(VendorAnswerError, match="SCOREBAND_ROUND0_URL"):
        client.check()


def test_a_used_up_window_is_waited_out(round0, clock, document):
    """`X-RateLimit-Remaining: 0` holds the next call until the reset."""
    reset = int(datetime.now(UTC).timestamp()) + 20
    last = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(reset)}
    client, _ = round0(
        [
            httpx.Response(200, content=document("completed"), headers=last),
            httpx.Response(200, content=document("questions")),
        ]
    )

    client.fetch("a-b")

    assert sum(clock.slept) == pytest.approx(20, abs=2)


def test_a_storm_of_429_ends_in_our_error(round0):
    """After five tries."""
    client, asked = round0(lambda _: refusal(429, "rate_limit_exceeded"))

    with pytest.raises(VendorBusyError):
        client.fetch("a-b")

    assert len(asked) == 5


def test_a_candidate_is_invited(round0):
    """The body as it was shown, the key in its header, and the link for one showing."""
    client, asked = round0([httpx.Response(201, json=INVITED)])

    made = client.schedule(REQUEST)

    assert (asked[0].method, asked[0].url.path) == ("POST", "/api/v1/invitations")
    assert asked[0].headers["idempotency-key"] == "key-12345"
    assert json.loads(asked[0].content) == dict(REQUEST.body)
    assert made.vendor_interview_id == "made-7z"
    assert made.link == INVITED["interview_url"]
    assert made.expires_at == datetime(2026, 3, 31, 22, tzinfo=UTC)
    assert (made.status, made.vendor_status) == (Status.SCHEDULED, "invited")


def test_a_lost_answer_is_asked_for_under_the_same_key(round0):
    """round0 carries out one key once."""
    client, asked = round0([httpx.Response(503), httpx.Response(201, json=INVITED)])

    made = client.schedule(REQUEST)

    assert made.vendor_interview_id == "made-7z"
    assert {request.headers["idempotency-key"] for request in asked} == {"key-12345"}


def test_without_a_key_an_invitation_is_sent_once(round0):
    """Nobody could tell the second from a first."""
    client, asked = round0(lambda _: httpx.Response(503))

    with pytest.raises(VendorDownError, match="look there before sending again"):
        client.schedule(REQUEST.model_copy(update={"idempotency_key": None}))

    assert len(asked) == 1
    assert "idempotency-key" not in asked[0].headers


def test_an_unknown_job_is_a_rejection(round0):
    """No interview was asked for, so none can be missing."""
    client, _ = round0([refusal(404, "resource_not_found", "Job not found")])

    with pytest.raises(VendorRejectedError, match=r"perhaps the job.*“Job not found”"):
        client.schedule(REQUEST)


def test_jobs_are_listed(round0):
    """What the form's job id is looked up in."""
    client, asked = round0([httpx.Response(200, json={"jobs": [{"id": "j-1"}]})])

    found = client.jobs()

    assert [job.id for job in found] == ["j-1"]
    assert (asked[0].method, asked[0].url.path) == ("GET", "/api/v1/jobs")


def test_a_job_is_made(round0):
    """Only what was given is sent."""
    client, asked = round0([httpx.Response(201, json={"job": {"id": "j-2", "title": "Baker"}})])
    goals = InterviewGoals(goals=(Goal(category="communication", priority="high"),))

    job = client.create_job(NewJob(title="Baker", description="Bakes.", interview_goals=goals))

    assert (job.id, job.title) == ("j-2", "Baker")
    assert json.loads(asked[0].content) == {
        "title": "Baker",
        "description": "Bakes.",
        "interview_goals": {"goals": [{"category": "communication", "priority": "high"}]},
    }


@pytest.mark.parametrize("wrong", [{"title": " "}, {"description": ""}, {"status": "open"}])
def test_a_wrong_job_is_not_sent(round0, wrong):
    """The sentence begins with the field."""
    client, asked = round0([])
    new = NewJob(**{"title": "Baker", "description": "Bakes.", **wrong})

    with pytest.raises(InputError, match=f"^{next(iter(wrong))} "):
        client.create_job(new)

    assert asked == []


def test_without_a_key_there_is_no_client():
    """The sentence says where to put it."""
    settings = Round0Settings()

    with pytest.raises(ConfigurationError, match="Set SCOREBAND_ROUND0_API_KEY"):
        VENDORS["round0"].connect(settings, Wiring())
