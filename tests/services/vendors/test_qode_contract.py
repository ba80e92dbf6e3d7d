"""Client against sandbox over real HTTP: what Qode's API does, and what we make of it."""

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
from services.sandbox.faults import Faults
from services.sandbox.options import SandboxOptions
from services.sandbox.server import running
from services.vendors._pace import Pace
from services.vendors.qode.client import QodeClient
from services.vendors.qode.creation import prepare
from services.vendors.qode.parsing import parse
from services.vendors.qode.settings import QodeSettings
from services.vendors.wiring import Wiring

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def client_for(clock):
    """Connect a client to a running sandbox; waiting costs no time."""
    clients = []

    def make(sandbox, key="sandbox-key"):
        settings = QodeSettings(api_key=key, url=sandbox.qode_url)
        pace = Pace(60_000, clock=clock.time, sleep=clock.sleep)
        clients.append(QodeClient.connect(settings, Wiring(turns=pace)))
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

    def make(**options):
        faults = Faults.parse(options.pop("faults", ""))
        context = running(SandboxOptions(interviews=6, faults=faults, **options))
        opened.append(context)
        return context.__enter__()

    yield make
    for context in opened:
        context.__exit__(None, None, None)


def test_every_interview_is_fetched_and_read(kind, client_for):
    """Sixty interviews in all states, the broken ones included."""
    client = client_for(kind)

    interviews = [parse(client.fetch(wanted)) for wanted in kind.interview_ids]

    assert [one.vendor_interview_id for one in interviews] == list(kind.interview_ids)
    assert {Status.REPORTED, Status.NO_SHOW, Status.SCHEDULED} <= {one.status for one in interviews}
    assert Status.UNKNOWN not in {one.status for one in interviews}


def test_the_broken_cases_are_noticed(kind, client_for):
    """Each contradiction of the vendor's own examples has its notice, and nothing is unknown."""
    client = client_for(kind)

    interviews = [parse(client.fetch(wanted)) for wanted in kind.interview_ids]

    codes = {notice.code for one in interviews for notice in one.notices}
    assert codes >= {
        NoticeCode.CRITERIA_DO_NOT_ADD_UP,
        NoticeCode.DURATION_MISMATCH,
        NoticeCode.CLOCK_MISMATCH,
        NoticeCode.COVERAGE_CONFLICT,
        NoticeCode.UNKNOWN_TURN,
        NoticeCode.SIGNAL_OUT_OF_RANGE,
    }
    assert NoticeCode.UNKNOWN_VALUE not in codes


def test_the_key_is_good(kind, client_for):
    """Told by the unknown interview."""
    client = client_for(kind)

    said = client.check()

    assert said == "Qode answers, and the key is good."


def test_a_wrong_key_is_refused(kind, client_for):
    """With the variable to look at, and without the key."""
    client = client_for(kind, key="k-wrong-1")

    with pytest.raises(VendorRefusedError, match="SCOREBAND_QODE_API_KEY") as refused:
        client.fetch(kind.interview_ids[0])

    assert "k-wrong-1" not in str(refused.value)


def test_an_unknown_interview_is_not_found(kind, client_for):
    """404 has an error of its own."""
    client = client_for(kind)

    with pytest.raises(NotFoundAtVendorError):
        client.fetch("nobody_nowhere")


def test_a_burst_of_429_is_waited_out(unkind, client_for, clock):
    """`Retry-After` is kept, and the interview comes in the end."""
    sandbox = unkind(faults="burst=2")

    payload = client_for(sandbox).fetch(sandbox.interview_ids[0])

    assert parse(payload).vendor_interview_id == sandbox.interview_ids[0]
    assert sum(clock.slept) == pytest.approx(2, abs=0.1)


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
    sandbox = unkind(faults=faults)
    client = client_for(sandbox)

    with pytest.raises(error, match=r"^Qode: "):
        client.fetch(sandbox.interview_ids[0])


@pytest.mark.parametrize("faults", ["wrong_types", "hostile", "long"])
def test_odd_contents_are_read_all_the_same(unkind, client_for, faults):
    """Wrong types, hostile text and long transcripts cost a field at most."""
    sandbox = unkind(faults=faults)
    client = client_for(sandbox)

    interviews = [parse(client.fetch(wanted)) for wanted in sandbox.interview_ids]

    assert [one.vendor_interview_id for one in interviews] == list(sandbox.interview_ids)
    assert all("\0" not in one.model_dump_json() for one in interviews)


def test_an_interview_is_made_and_can_be_fetched(kind, client_for):
    """What was sent comes back, scheduled."""
    client = client_for(kind)
    answers = {
        "email": "amaru.quispe@example.com",
        "interview_type": "BUSINESS_ANALYST",
        "name": "Amaru Quispe",
        "role_title": "Analyst",
        "language": "es",
        "metadata": "req_id = R-1",
    }

    created = client.schedule(prepare(answers, NOW))
    interview = parse(client.fetch(created.vendor_interview_id))

    assert created.status is interview.status is Status.SCHEDULED
    assert interview.candidate.email == "amaru.quispe@example.com"
    assert interview.interview_type == "BUSINESS_ANALYST"
    assert interview.metadata["req_id"] == "R-1"
    assert not interview.is_final


def test_what_qode_rejects_is_told_in_its_own_words(kind, client_for):
    """An interview type that has the right form but that the vendor does not know."""
    client = client_for(kind)
    answers = {"email": "amaru.quispe@example.com", "interview_type": "NO_SUCH_TYPE"}
    request = prepare(answers, NOW)

    with pytest.raises(VendorRejectedError, match="Qode says"):
        client.schedule(request)
