"""Client against sandbox over real HTTP: what round0's API does, and what we make of it."""

from datetime import UTC, datetime

import pytest

from services.errors import (
    NotFoundAtVendorError,
    VendorAnswerError,
    VendorBusyError,
    VendorDownError,
    VendorRefusedError,
    VendorRejectedError,
)
from services.models.interview import Status
from services.models.notice import NoticeCode
from services.models.score import ScoreState
from services.sandbox.faults import Faults
from services.sandbox.options import SandboxOptions
from services.sandbox.server import running
from services.vendors._pace import Pace
from services.vendors.registry import VENDORS
from services.vendors.round0.client import Round0Client
from services.vendors.round0.jobs import NewJob
from services.vendors.round0.parsing import parse
from services.vendors.round0.settings import Round0Settings
from services.vendors.round0.substance import substance
from services.vendors.wiring import Wiring

NOW = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.fixture
def client_for(clock):
    """Connect a client to a running sandbox; waiting costs no time."""
    clients = []

    def make(sandbox, key="sandbox-key"):
        settings = Round0Settings(api_key=key, url=sandbox.root("round0"))
        pace = Pace(60_000, clock=clock.time, sleep=clock.sleep)
        clients.append(Round0Client.connect(settings, Wiring(turns=pace)))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


@pytest.fixture(scope="module")
def kind():
    """Run a sandbox that does nothing wrong but what the vendor does."""
    with running(SandboxOptions(interviews=60)) as sandbox:
        yield sandbox


@pytest.fixture
def unkind():
    """Run a sandbox with these faults."""
    opened = []

    def make(faults):
        context = running(SandboxOptions(interviews=6, faults=Faults.parse(faults)))
        opened.append(context)
        return context.__enter__()

    yield make
    for context in opened:
        context.__exit__(None, None, None)


def test_every_interview_is_fetched_and_read(kind, client_for):
    """All states, the broken cases included; nothing has a score."""
    client = client_for(kind)

    interviews = [parse(client.fetch(wanted)) for wanted in kind.ids["round0"]]

    assert [one.vendor_interview_id for one in interviews] == list(kind.ids["round0"])
    assert {one.status for one in interviews} >= {Status.COMPLETED, Status.SCHEDULED}
    states = {score.state for one in interviews for score in one.all_scores}
    assert states == {ScoreState.UNSCORED}


def test_the_broken_cases_are_noticed(kind, client_for):
    """A stranger's answer, a silent one, a miscount, an odd status: each has its notice."""
    client = client_for(kind)

    interviews = [parse(client.fetch(wanted)) for wanted in kind.ids["round0"]]

    notices = [notice for one in interviews for notice in one.notices]
    told = " ".join(notice.text for notice in notices)
    assert {notice.code for notice in notices} == {
        NoticeCode.UNKNOWN_VALUE,
        NoticeCode.PART_NOT_READABLE,
    }
    for words in ("no listed question", "has no transcript", "but lists", "Unknown status"):
        assert words in told


def test_completed_interviews_have_words_recordings_and_times(kind, client_for):
    """Useful without a score."""
    client = client_for(kind)
    fetched = [parse(client.fetch(wanted)) for wanted in kind.ids["round0"]]

    completed = [one for one in fetched if one.status is Status.COMPLETED]

    assert all(one.transcript and one.duration_s and one.is_final for one in completed)
    assert any(question.is_custom for one in completed for question in one.questions)
    assert any(one.assets for one in completed)


def test_fetched_twice_it_says_the_same(kind, client_for):
    """Though every link is signed anew."""
    client = client_for(kind)

    twice = [[client.fetch(wanted) for wanted in kind.ids["round0"]] for _ in range(2)]

    assert [*map(substance, twice[0])] == [*map(substance, twice[1])]


def test_the_key_is_good(kind, client_for):
    """Told by the list of jobs."""
    client = client_for(kind)

    said = client.check()

    assert said == "round0 answers, and the key is good."


def test_a_wrong_key_is_refused(kind, client_for):
    """With the variable to look at, and without the key."""
    client = client_for(kind, key="k-wrong-1")

    with pytest.raises(VendorRefusedError, match="SCOREBAND_ROUND0_API_KEY") as refused:
        client.fetch(kind.ids["round0"][0])

    assert "k-wrong-1" not in str(refused.value)


def test_a_key_without_a_package_is_told_so(kind, client_for):
    """What to look for at round0."""
    client = client_for(kind, key="sandbox-key-no-package")

    with pytest.raises(VendorRefusedError, match="whether a Connectivity Package is active"):
        client.check()


@pytest.mark.parametrize("unknown", ["nobody", "a/b", "../jobs", "no.such.one"])
def test_an_unknown_interview_is_not_found(kind, client_for, unknown):
    """404 has an error of its own, whatever the id looks like."""
    client = client_for(kind)

    with pytest.raises(NotFoundAtVendorError):
        client.fetch(unknown)


def test_a_candidate_is_invited_once_under_one_key(kind, client_for):
    """The same request, sent again, gives the same interview."""
    client = client_for(kind)
    job = client.jobs()[0]
    answers = {
        "job_id": job.id,
        "candidate_name": "Ngozi Adébáyọ̀",
        "candidate_email": "ngozi.adebayo@example.com",
        "custom_questions": "behavioral | 90 | What would you change first?",
        "expires_in_days": "5",
    }
    request = VENDORS["round0"].scheduling.prepare(answers, NOW)

    made, again = client.schedule(request), client.schedule(request)
    interview = parse(client.fetch(made.vendor_interview_id))

    assert made == again
    assert made.link
    assert interview.status is made.status is Status.SCHEDULED
    assert interview.candidate.email == "ngozi.adebayo@example.com"
    assert interview.role == job.title
    assert [q.text for q in interview.questions if q.is_custom] == ["What would you change first?"]
    assert made.link not in interview.model_dump_json()


def test_what_round0_rejects_is_told_in_its_own_words(kind, client_for):
    """A job that has the right form but is not there."""
    client = client_for(kind)
    answers = {
        "job_id": "no-such-job",
        "candidate_name": "Ngozi",
        "candidate_email": "ngozi@example.com",
    }
    request = VENDORS["round0"].scheduling.prepare(answers, NOW)

    with pytest.raises(VendorRejectedError, match="round0 says"):
        client.schedule(request)


def test_a_job_is_made_and_listed(kind, client_for):
    """What was sent comes back."""
    client = client_for(kind)

    job = client.create_job(NewJob(title="Lighthouse keeper", description="Keeps the light."))

    assert job in client.jobs()


@pytest.mark.parametrize(
    ("faults", "error"),
    [
        ("status429", VendorBusyError),
        ("status500", VendorDownError),
        ("status503", VendorDownError),
        ("drop", VendorDownError),
        ("cut", VendorDownError),
        ("truncate", VendorAnswerError),
        ("html", VendorAnswerError),
    ],
)
def test_a_fault_that_does_not_pass_is_told(unkind, client_for, faults, error):
    """Refused, dropped, cut off, damaged: each is our error, and nothing comes back."""
    sandbox = unkind(faults)
    client = client_for(sandbox)

    with pytest.raises(error, match=r"^round0: "):
        client.fetch(sandbox.ids["round0"][0])


@pytest.mark.parametrize("faults", ["wrong_types", "hostile", "long"])
def test_odd_contents_are_read_all_the_same(unkind, client_for, faults):
    """Wrong types, hostile text and long transcripts cost a field at most."""
    sandbox = unkind(faults)
    client = client_for(sandbox)

    interviews = [parse(client.fetch(wanted)) for wanted in sandbox.ids["round0"]]

    assert [one.vendor_interview_id for one in interviews] == list(sandbox.ids["round0"])
    assert all("\0" not in one.model_dump_json() for one in interviews)
