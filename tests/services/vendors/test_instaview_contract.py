"""Client against sandbox over real HTTP: what InstaView's API does, and what we make of it."""

from datetime import UTC, datetime, timedelta

import pytest
from pydantic_core import from_json

from services.errors import (
    NotFoundAtVendorError,
    VendorAnswerError,
    VendorBusyError,
    VendorDownError,
    VendorRefusedError,
    VendorRejectedError,
    VendorScopeError,
)
from services.models.interview import Status
from services.models.notice import NoticeCode
from services.models.scheduling import NewInterviewRequest
from services.models.score import ScoreState
from services.sandbox.faults import Faults
from services.sandbox.options import SandboxOptions
from services.sandbox.server import running
from services.vendors._pace import Pace
from services.vendors.instaview.client import InstaViewClient
from services.vendors.instaview.creation import prepare
from services.vendors.instaview.parsing import parse
from services.vendors.instaview.settings import InstaViewSettings
from services.vendors.registry import recognise
from services.vendors.wiring import Wiring

KEY = "sandbox-key"


@pytest.fixture
def client_for(clock):
    """Connect a client to a running sandbox; waiting costs no time."""
    clients = []

    def make(sandbox, key=KEY):
        settings = InstaViewSettings(
            api_key=key, url=sandbox.root("instaview"), requests_per_hour=1_000_000
        )
        pace = Pace(60_000, clock=clock.time, sleep=clock.sleep)
        clients.append(InstaViewClient.connect(settings, Wiring(turns=pace)))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


@pytest.fixture(scope="module")
def kind():
    """Run a sandbox that does nothing wrong but what the vendor does."""
    with running(SandboxOptions(interviews=90)) as sandbox:
        yield sandbox


@pytest.fixture
def unkind():
    """Run a sandbox with these faults."""
    opened = []

    def make(**options):
        faults = Faults.parse(options.pop("faults", ""))
        context = running(SandboxOptions(interviews=12, faults=faults, **options))
        opened.append(context)
        return context.__enter__()

    yield make
    for context in opened:
        context.__exit__(None, None, None)


@pytest.fixture(scope="module")
def everything(kind):
    """Fetch and read all planned interviews, at no pace at all."""
    settings = InstaViewSettings(
        api_key=KEY,
        url=kind.root("instaview"),
        requests_per_minute=6_000_000,
        requests_per_hour=1_000_000,
    )
    client = InstaViewClient.connect(settings, Wiring())
    yield [parse(client.fetch(wanted)) for wanted in kind.ids["instaview"]]
    client.close()


def test_every_interview_is_fetched_and_read(kind, everything):
    """In all states, with the people, the jobs and the agents."""
    ids = list(kind.ids["instaview"])

    interviews = everything

    assert [one.vendor_interview_id for one in interviews] == ids
    assert {Status.REPORTED, Status.NO_SHOW, Status.SCHEDULED} <= {one.status for one in interviews}
    assert all(one.candidate.name and one.candidate.data_expires_at for one in interviews)
    assert all(one.role for one in interviews if one.interview_type != "GENERIC")


def test_the_broken_cases_are_noticed(everything):
    """Each has its notice; no other is there."""
    interviews = everything

    codes = {notice.code for one in interviews for notice in one.notices}

    assert codes == {
        NoticeCode.DURATION_MISMATCH,
        NoticeCode.SCALE_EXCEEDED,
        NoticeCode.PART_NOT_READABLE,
        NoticeCode.UNKNOWN_VALUE,
    }
    unknown = {one.vendor_status for one in interviews if one.status is Status.UNKNOWN}
    assert unknown == {"AWAITING_REVIEW"}


def test_no_zero_of_an_unfinished_analysis_is_a_score(everything):
    """Only what was analysed is scored."""
    interviews = everything

    scored = [one for one in interviews if one.overall.state is ScoreState.SCORED]

    assert {one.status for one in scored} <= {Status.REPORTED, Status.UNKNOWN}
    assert all(one.overall.value for one in scored)
    assert any(one.overall.state is ScoreState.NOT_EVALUATED for one in interviews)


def test_language_tests_have_targets_and_scores(everything):
    """And a level only where one was issued."""
    tests = [one.language for one in everything if one.interview_type == "LANGUAGE_TEST"]

    analysed = [profile for profile in tests if profile.dimensions]

    assert tests
    assert all(profile.target for profile in tests)
    assert {profile.cefr is None for profile in analysed} == {True, False}


def test_the_documents_are_recognised(kind, client_for):
    """By their shape, among all vendors' documents."""
    payload = client_for(kind).fetch(kind.ids["instaview"][0])

    vendor = recognise(from_json(payload))

    assert vendor is not None
    assert vendor.name == "instaview"


def test_the_walk_lists_every_interview(kind, client_for):
    """Over all candidates, whichever page shape the lists have."""
    client = client_for(kind)

    steps = list(client.listing())

    listed = [one for step in steps for one in step.vendor_interview_ids]
    assert set(listed) >= set(kind.ids["instaview"])
    assert (steps[-1].done, steps[-1].cursor) == (steps[-1].total, None)


def test_a_walk_goes_on_from_its_cursor(kind, client_for):
    """With another client, as after a restart."""
    steps = list(client_for(kind).listing())

    rest = list(client_for(kind).listing(steps[4].cursor))

    assert rest == steps[5:]


def test_the_key_is_good(kind, client_for):
    """Told by the list of candidates."""
    client = client_for(kind)

    said = client.check()

    assert said.startswith("InstaView answers, and the key is good. Candidates there: ")


@pytest.mark.parametrize("resource", ["candidates", "interviews"])
def test_a_missing_scope_is_named(kind, client_for, resource):
    """The one that is missing, and not the key as such."""
    client = client_for(kind, key=f"{KEY}-no-{resource}")

    with pytest.raises(VendorScopeError, match=f"read:{resource}"):
        client.check()


@pytest.mark.parametrize(
    ("resource", "field"),
    [("candidates", "candidateId"), ("jobs", "jobId"), ("agents", "agentId")],
)
def test_a_part_without_its_scope_is_left_out(kind, client_for, resource, field):
    """The rest is read."""
    client = client_for(kind, key=f"{KEY}-no-{resource}")

    interview = parse(client.fetch(kind.ids["instaview"][0]))

    assert field in {notice.where for notice in interview.notices}


def test_a_wrong_key_is_refused(kind, client_for):
    """With the variable to look at, and without the key."""
    client = client_for(kind, key="k-wrong-1")

    with pytest.raises(VendorRefusedError, match="SCOREBAND_INSTAVIEW_API_KEY") as refused:
        client.fetch(kind.ids["instaview"][0])

    assert "k-wrong-1" not in str(refused.value)


def test_an_unknown_interview_is_not_found(kind, client_for):
    """404 has an error of its own."""
    client = client_for(kind)

    with pytest.raises(NotFoundAtVendorError):
        client.fetch("00000000-0000-4000-8000-000000000000")


def test_an_interview_is_made_fetched_and_deleted(unkind, client_for):
    """Inline, with a time; afterwards it is gone, and deleting it again does nothing."""
    sandbox = unkind()
    client = client_for(sandbox)
    known = from_json(client.fetch(sandbox.ids["instaview"][0]))["interview"]["data"]
    now = datetime.now(UTC)
    answers = {
        "candidate.firstName": "Nkechi",
        "candidate.lastName": "Ọ̀ṣọ́",
        "candidate.email": "nkechi@example.com",
        "candidate.gdprExpiryDate": (now + timedelta(days=300)).date().isoformat(),
        "agentId": known["agentId"],
        "job.jobTitle": "Lighthouse keeper",
        "job.requiredSkills": "Patience\nKnots",
        "scheduleTime": (now + timedelta(days=3)).isoformat(),
    }

    made = client.schedule(prepare(answers, now))
    interview = parse(client.fetch(made.vendor_interview_id))
    client.delete(made.vendor_interview_id)
    client.delete(made.vendor_interview_id)

    assert (made.status, interview.status) == (Status.SCHEDULED, Status.SCHEDULED)
    assert (interview.candidate.name, interview.role) == ("Nkechi Ọ̀ṣọ́", "Lighthouse keeper")
    with pytest.raises(NotFoundAtVendorError):
        client.fetch(made.vendor_interview_id)


def test_what_is_not_as_documented_is_rejected(kind, client_for):
    """Past our own form, with the field that the vendor names."""
    client = client_for(kind)

    with pytest.raises(VendorRejectedError, match="agent"):
        client.schedule(NewInterviewRequest(body={"candidateId": "nobody"}))


def test_a_minutes_limit_is_waited_out(unkind, client_for, clock):
    """The vendor's headers say when it counts anew; nothing is refused for good."""
    sandbox = unkind(requests_per_minute=2)
    client = client_for(sandbox)

    with pytest.raises(VendorBusyError):
        client.fetch(sandbox.ids["instaview"][0])

    assert sum(clock.slept) >= 50


def test_a_burst_of_429_is_waited_out(unkind, client_for, clock):
    """The interview comes in the end."""
    sandbox = unkind(faults="burst=2")
    wanted = sandbox.ids["instaview"][0]

    payload = client_for(sandbox).fetch(wanted)

    assert parse(payload).vendor_interview_id == wanted
    assert sum(clock.slept) >= 1


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
def test_a_fault_that_stays_becomes_our_error(unkind, client_for, faults, error):
    """Each with a sentence of its own."""
    sandbox = unkind(faults=faults)

    with pytest.raises(error, match=r"^InstaView: "):
        client_for(sandbox).fetch(sandbox.ids["instaview"][0])


@pytest.mark.parametrize("faults", ["wrong_types", "hostile", "long"])
def test_odd_contents_are_read_all_the_same(unkind, client_for, faults):
    """Wrong types, hostile texts and long ones cost a field at most."""
    sandbox = unkind(faults=faults)
    client = client_for(sandbox)
    ids = sandbox.ids["instaview"]

    interviews = [parse(client.fetch(wanted)) for wanted in ids]

    assert [one.vendor_interview_id for one in interviews] == list(ids)
    assert all("\0" not in one.model_dump_json() for one in interviews)
